"""Messy texts and choices in the register: N07, N31 to N36."""

from functools import partial

from juso.core.finding import Severity
from juso.koshu.repairs.repair import Repair

NOTE, WARNING, ERROR = Severity.NOTE, Severity.WARNING, Severity.ERROR

_case = partial(Repair, sheet="相談受付簿")
_name = partial(_case, column="氏名")
_window = partial(_case, column="受付窓口")
_mark = partial(_case, column="匿名")
_lead = partial(_case, column="主担当機関")

OTHER_NAME = "選択肢の別の呼び名"
NEAR = "選択肢の書き間違い"
AGENCY = "機関の正式名・別名"

WORDS = (
    _case(
        number="N07",
        what="同上・〃",
        column="備考",
        typed="〃",
        becomes="",
        grade=WARNING,
        advice="上のセルと同じことばを入力します。",
    ),
    _case(number="N07", what="同上・〃", column="担当者", typed="同上", becomes="", grade=ERROR),
    _window(number="N07", what="同上・〃", typed="〃", becomes="", grade=ERROR),
    _name(
        number="N31",
        what="旧字・異体字の氏名",
        typed="髙橋　﨑子",
        becomes="髙橋　﨑子",
        grade=None,
    ),
    _name(
        number="N31",
        what="異体字セレクタ（IVS）の付いた氏名",
        typed="葛\U000e0100城　一郎",
        becomes="葛\U000e0100城　一郎",
        grade=None,
    ),
    _name(
        number="N31",
        what="外字の氏名",
        typed="山\ue001　太郎",
        becomes="山\ue001　太郎",
        grade=WARNING,
        advice="入力どおりに残します。ほかのパソコンでも読めるかを確かめます。",
    ),
    _case(
        number="N32",
        what="半角カナのふりがな",
        column="ふりがな",
        typed="ﾔﾏﾀﾞ ﾀﾛｳ",
        becomes="ﾔﾏﾀﾞ ﾀﾛｳ",
        grade=NOTE,
        advice="入力どおりに残し、比べるときはひらがなとして扱います。",
    ),
    *(
        _lead(number="N33", what=AGENCY, typed=typed, becomes="社会福祉協議会", grade=NOTE)
        for typed in ("社協", "甲州市社会福祉協議会", "（福）甲州市社会福祉協議会")
    ),
    _lead(
        number="N33",
        what="関係機関マスタにない機関",
        typed="地域包括支援センタ",
        becomes="",
        grade=ERROR,
        proposal="地域包括支援センター",
        advice="一覧から選ぶか、関係機関マスタの別名に加えます。",
    ),
    *(
        _case(
            number="N34",
            what=OTHER_NAME,
            column="性別",
            typed=typed,
            becomes="男性",
            grade=NOTE,
        )
        for typed in ("男", "Ｍ", "１", 1.0)
    ),
    _window(number="N34", what=OTHER_NAME, typed="Ｗ１", becomes="介護", grade=NOTE),
    *(
        _mark(number="N34", what="○の別の書き方", typed=typed, becomes="○", grade=NOTE)
        for typed in ("◯", "◎", "●", "☑", "✓", "レ", "1", "有", "はい")
    ),
    *(
        _mark(number="N34", what="○の欄の否定", typed=typed, becomes="", grade=NOTE)
        for typed in ("×", "無", "いいえ", "なし", "0")
    ),
    _mark(number="N03", what="横線（－、ー、―など）", typed="－", becomes="", grade=NOTE),
    _mark(
        number="N34",
        what="○の欄のその他の文字",
        typed="？",
        becomes="",
        grade=ERROR,
        advice="当てはまるときだけ○を選びます。",
    ),
    _window(
        number="N34",
        what=NEAR,
        typed="介後",
        becomes="",
        grade=ERROR,
        proposal="介護",
        advice="一覧から選び直します。",
    ),
    _case(
        number="N34",
        what="2つ以上の選択肢に、一覧にないことばが混じる",
        column="対象属性",
        typed="高齢、子共",
        becomes="高齢",
        grade=ERROR,
        proposal="高齢、こども",
        advice="一覧のことばを「、」で区切って入力します。",
    ),
    _window(number="N35", what="余分な空白・改行", typed="介 護", becomes="介護", grade=NOTE),
    _window(
        number="N35", what="余分な空白・改行", typed="\u3000障害\n", becomes="障害", grade=NOTE
    ),
    _case(
        number="N35",
        what="見えない制御文字",
        column="備考",
        typed="電話\x0bで確認",
        becomes="電話で確認",
        grade=NOTE,
    ),
    _name(
        number="N35",
        what="氏名の中の改行・空白",
        typed="山田\n太郎",
        becomes="山田\n太郎",
        grade=None,
    ),
    _case(
        number="N36",
        what="番号の長音・横線",
        column="ケース番号",
        typed="R7ー0001",
        becomes="R7-0001",
        grade=NOTE,
    ),
    _case(
        number="N01",
        what="全角の番号",
        column="ケース番号",
        typed="Ｒ７－０００１",
        becomes="R7-0001",
        grade=NOTE,
    ),
    _case(
        number="N36",
        what="桁の足りない番号",
        column="ケース番号",
        typed="R7-12",
        becomes="R7-12",
        grade=ERROR,
        proposal="R7-0012",
        advice="決められた形で入力し直します。",
    ),
    _case(
        number="N36",
        what="文章の中の波線・横線",
        column="備考",
        typed="10時〜12時―在宅",
        becomes="10時〜12時―在宅",
        grade=None,
    ),
)
