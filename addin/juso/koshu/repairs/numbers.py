"""Messy numbers in the register: N01 to N12."""

from functools import partial

from juso.core.finding import Severity
from juso.koshu.repairs.repair import Repair

NOTE, WARNING, ERROR = Severity.NOTE, Severity.WARNING, Severity.ERROR

_heads = partial(Repair, sheet="相談受付簿", column="世帯人数")  # may be left empty
_income = partial(Repair, sheet="ケース票", column="月収")
_trained = partial(Repair, sheet="研修記録", column="課長級")  # must be filled in
_target = partial(Repair, sheet="目標・評価", column="目標値")

WIDE = "全角の数字・桁区切りのコンマ"
UNIT = "単位を付けた数"
DASH = "横線（－、ー、―など）"
UNKNOWN = "不明・調査中など"
NEGATIVE = "負の数"
SEVERAL = "1つのセルに2つ以上の数"
AS_TEXT = "文字として入力した数"

NUMBERS = (
    _heads(number="N01", what=WIDE, typed="３", becomes="3", grade=NOTE),
    _income(number="N01", what=WIDE, typed="１２０，０００", becomes="120000", grade=NOTE),
    _heads(number="N02", what=UNIT, typed="５人", becomes="5", grade=NOTE),
    _heads(number="N02", what=UNIT, typed="3名", becomes="3", grade=NOTE),
    _income(number="N02", what=UNIT, typed="120,000円", becomes="120000", grade=NOTE),
    _heads(
        number="N02",
        what=UNIT,
        typed="5件",
        becomes="5",
        grade=WARNING,
        proposal="5",
        advice="別の単位です。数を確かめ、数字だけを入力します。",
    ),
    _income(
        number="N02",
        what=UNIT,
        typed="8万円",
        becomes="",
        grade=ERROR,
        proposal="80000",
        advice="万や千を使わず、数字だけを入力します。",
    ),
    _heads(
        number="N02",
        what=UNIT,
        typed="三人",
        becomes="",
        grade=ERROR,
        proposal="3",
        advice="漢数字を使わず、数字だけを入力します。",
    ),
    _heads(
        number="N02",
        what=UNIT,
        typed="3回/月",
        becomes="",
        grade=ERROR,
        advice="数だけを入力します。",
    ),
    _income(
        number="N03",
        what=DASH,
        typed="－",
        becomes="",
        grade=WARNING,
        advice="0なら「0」、分からなければ空欄にします。",
    ),
    _trained(
        number="N03",
        what=DASH,
        typed="ー",
        becomes="",
        grade=ERROR,
        advice="必ず入力する列です。0のときは「0」を入力します。",
    ),
    _heads(
        number="N05",
        what=UNKNOWN,
        typed="不明",
        becomes="",
        grade=WARNING,
        advice="分からないときは空欄にします。",
    ),
    _trained(number="N05", what=UNKNOWN, typed="調査中", becomes="", grade=ERROR),
    _income(
        number="N06",
        what="伏せた値",
        typed="＊",
        becomes="",
        grade=ERROR,
        advice="実際の数を入力します。",
    ),
    _heads(
        number="N07",
        what="同上・〃",
        typed="〃",
        becomes="",
        grade=ERROR,
        advice="上のセルと同じ数を入力します。",
    ),
    _target(number="N08", what=NEGATIVE, typed="▲５", becomes="-5", grade=NOTE),
    _income(
        number="N08",
        what=NEGATIVE,
        typed="△5",
        becomes="",
        grade=ERROR,
        advice="0以上の数を入力する列です。",
    ),
    _target(
        number="N08",
        what=NEGATIVE,
        typed="(5)",
        becomes="",
        grade=ERROR,
        advice="負の数か内訳か分からないので、記号を付けずに入力します。",
    ),
    _heads(
        number="N09",
        what="丸数字など",
        typed="③",
        becomes="",
        grade=ERROR,
        advice="ふつうの数字で入力します。",
    ),
    _income(
        number="N10",
        what="およその数",
        typed="約10万円",
        becomes="",
        grade=ERROR,
        advice="確かな数だけを入力し、おおよその様子は備考に書きます。",
    ),
    _heads(number="N10", what="およその数", typed="3～4", becomes="", grade=ERROR),
    _heads(
        number="N11",
        what=SEVERAL,
        typed="4（うち子2）",
        becomes="",
        grade=ERROR,
        advice="この列の数だけを入力し、内訳は備考に書きます。",
    ),
    _heads(number="N11", what=SEVERAL, typed="男3女2", becomes="", grade=ERROR),
    _heads(number="N11", what=SEVERAL, typed="1 2", becomes="", grade=ERROR),
    _heads(number="N12", what=AS_TEXT, typed="4", becomes="4", grade=NOTE),
    _heads(number="N12", what=AS_TEXT, typed="\xa04\u3000", becomes="4", grade=NOTE),
)
