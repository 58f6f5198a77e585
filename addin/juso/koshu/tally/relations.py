"""Which figures of a monthly form must agree: within a month (X) and from month to month (Y).

A relation is one line of text over item codes. `B01..B04` adds the rows from B01 to B04 of the
form, `前月E06` is the month before, `累計A11` and `最大A11` run from April to the month, and
`各A02..A06` asks each row in turn. It holds for every form that has all its codes (in R, for
every site). What a missing figure means is said at the end of a line (`Missing`): without a
word such a month is not compared. A relation that is only asked to be confirmed ends in 要確認.
"""

from __future__ import annotations

from juso.core.finding import Severity
from juso.koshu.tally.between import BETWEEN_RULES
from juso.koshu.tally.form_rules import ERROR, FORM_RULES, VALUE_RULES, WARNING, TallyRule
from juso.koshu.tally.plausibility import PLAN_RULES, PLAUSIBILITY_RULES
from juso.koshu.tally.submission_rules import SUBMISSION_RULES

FORM_NOTE = "月次報告様式の項目の定義"
FIX_PARTS = "内訳と合計を見直してください。"
FIX_BOTH = "両方の項目を見直してください。"
FIX_MONTHS = "前月の報告と見比べて、どちらかを直してください。"
PERSONS_NOT_ADDED = 18  # X18: the total of 実人数 stays blank
CITY_TAGS = {2: "V-T03", 3: "V-T03", 7: "V-T07", 8: "V-T06", 9: "V-T03"}
KNOWN_PARTS = "すべて欠けたら比べない"  # parts that are known exceed a total whatever the rest is


def _x(
    number: int,
    statement: str,
    *relations: str,
    advice: str = FIX_BOTH,
    basis: str = FORM_NOTE,
    severity: Severity = ERROR,
) -> TallyRule:
    """A rule within one month: X01 is TALLY-101."""
    return TallyRule(
        f"TALLY-{100 + number}",
        f"X{number:02d}・V-T01{'・V-T11' if number == PERSONS_NOT_ADDED else ''}",
        severity,
        basis,
        statement,
        relations,
        advice,
    )


def _y(
    number: int,
    statement: str,
    *relations: str,
    advice: str = FIX_MONTHS,
    basis: str = FORM_NOTE,
    severity: Severity = ERROR,
) -> TallyRule:
    """A rule from month to month: Y01 is TALLY-201."""
    return TallyRule(
        f"TALLY-{200 + number}",
        f"Y{number:02d}・{CITY_TAGS.get(number, 'V-T02')}",
        severity,
        basis,
        statement,
        relations,
        advice,
    )


SAME_MONTH_RULES = (
    _x(
        1,
        "性別の内訳の計は新規相談受付件数と一致する。",
        "B01..B04 = A01",
        f"B01..B04 <= A01 {KNOWN_PARTS}",
        advice=FIX_PARTS,
    ),
    _x(
        2,
        "年代の内訳の計は新規相談受付件数と一致する。",
        "B11..B22 = A01",
        f"B11..B22 <= A01 {KNOWN_PARTS}",
        advice=FIX_PARTS,
    ),
    _x(
        3,
        "相談経路の内訳の計は新規相談受付件数と一致する。",
        "B31..B42 = A01",
        f"B31..B42 <= A01 {KNOWN_PARTS}",
        advice=FIX_PARTS,
    ),
    _x(
        4,
        "地区の内訳の計は新規相談受付件数と一致する。",
        "B51..B57 = A01",
        f"B51..B57 <= A01 {KNOWN_PARTS}",
        advice=FIX_PARTS,
    ),
    _x(5, "「うち」の件数は新規相談受付件数を超えない。", "各A02..A06 <= A01"),
    _x(
        6,
        "方法の内訳の計は延べ件数と一致する。",
        "C01..C08 = A10",
        f"C01..C08 <= A10 {KNOWN_PARTS}",
        advice=FIX_PARTS,
    ),
    _x(
        7,
        "課題区分は、それぞれ延べ件数を超えず、計は延べ件数以上である。",
        "各C21..C40 <= A10",
        "C21..C40 >= A10",
    ),
    _x(
        8,
        "主たる結果の計（対応検討中は前月からの増減）は新規相談受付件数と一致する。",
        "D01..D08 + D09 - 前月D09 + D10 = A01",
        basis="実施計画4(1)②",
    ),
    _x(9, "「自窓口で継続」は当月新規に継続となった数と一致する。", "D02 = E02"),
    _x(
        10,
        "当月末の継続ケース数は前月末に増減を加えた数と一致する。",
        "E06 = E01 + E02 + E03 - E04 - E05",
        basis="実施計画4(1)①",
    ),
    _x(
        11,
        "終結・中断の理由の内訳の計は終結・中断の数と一致する。",
        "E41..E47 = E04",
        "E51..E55 = E05",
        advice=FIX_PARTS,
        basis="実施計画4(1)②",
    ),
    _x(
        12,
        "当月実人数は延べ件数を超えず、一方だけが0になることはない。",
        "A11 <= A10",
        "A11 <=> A10",
    ),
    _x(13, "当月実世帯数は当月実人数を超えない。", "A13 <= A11"),
    _x(
        14,
        "つなぎの確認は実施と前月の残の計を、同行は実施を超えず、つなぎ先の計は実施と一致する。",
        "F02 <= F01 + 前月F04",
        "F03 <= F01",
        "F11..F35 = F01",
        f"F11..F35 <= F01 {KNOWN_PARTS}",
        basis="実施計画4(1)③",
    ),
    _x(
        15,
        "期限設定・担当2機関以上は有効プラン数を、期限超過は期限設定を超えない。",
        "各G05..G07 <= G04",
        "G06 <= G05",
        basis="実施計画4(2)③、4(3)①",
    ),
    _x(16, "60日超のケースは当月末の継続ケース数を超えない。", "E07 <= E06", basis="実施計画4(1)①"),
    _x(
        17,
        "生活困窮の実績は共通の項目と一致する。",
        "I401 = A01",
        "I407 = D01",
        "I402 = G01 + G02",
        "I404 <= I403 要確認",
    ),
    _x(18, "計の欄は、月末値の行では最後に報告した月の値であり、実人数の行では空欄である。"),
    _x(19, "計の欄は、月を足す行では各月の合計と一致する。"),
    _x(
        20,
        "実人数は延べ人数を、「うち」はその全体を超えず、内訳の計は合計と一致し、対になる数の一方だけが0になることはない。",
        "P07 <= P06",
        "R03 <= R02",
        "O07 <= O06",
        "M01a..M01g = M01",
        "M08a..M08g = M08",
        "M12a..M12c = M12",
        "O01a..O01g = O01",
        "P08a..P08b = P08",
        "P13a..P13d = P13",
        "R52 + R53 = R02",
        "M02 <= M01 要確認",
        "I312 <= I311 要確認",
        "O14 <= O13 要確認",
        "O14a <= O14 要確認",
        "R05 <= R03 要確認",
        "P07 <=> P06",
        "R03 <=> R02",
        "R02 => R01",
        "P06 => P05",
        "M12 => M11",
        "M13 => M11",
        "R22 => R21",
        "R09 <= R02",
        "R51 <= R02",
    ),
    _x(
        21,
        "性別・障害種別の計は実人数（延べの行では延べ人数）と一致する。",
        "I201..I203 = A11",
        "I211..I219 = A11",
        "R31..R39 = R02",
        "R41..R49 = R03",
        advice=FIX_PARTS,
    ),
)

MONTH_TO_MONTH_RULES = (
    _y(1, "前月末の継続ケース数は前月の月末値と一致する。", "E01 = 前月E06", basis="実施計画4(1)①"),
    _y(
        2,
        "年度累計実人数は減らず、当月実人数の最大以上、合計以下である。",
        "A12 >= 前月A12",
        "A12 >= 最大A11",
        "A12 <= 累計A11",
        "A14 >= 前月A14",
        "A14 >= 最大A13",
        "A14 <= 累計A13",
        "O03 >= 前月O03",
        "O03 >= 最大O02",
        "O03 <= 累計O02",
        "P03 >= 前月P03",
        "P03 >= 最大P02",
        "P03 <= 累計P02",
    ),
    _y(
        3,
        "年度累計実人数の増えは当月実人数を超えない。",
        "A12 <= 前月A12 + A11",
        "A14 <= 前月A14 + A13",
        "O03 <= 前月O03 + O02",
        "P03 <= 前月P03 + P02",
    ),
    _y(
        4,
        "未確認の残は前月の残に当月の増減を加えた数と一致する。",
        "F04 = 前月F04 + F01 - F02 - F06",
        basis="実施計画4(1)③",
    ),
    _y(
        5,
        "多機関協働・アウトリーチ・参加支援の前月末と当月末の数がつながる。",
        "M10a = 前月M10",
        "M10 = M10a + M05 + M10b - M08 - M09",
        "O13a = 前月O13",
        "O13 = O13a + O13b - O13c - O13d",
        "P14a = 前月P14",
        "P14 = P14a + P14b - P13 - P13e",
        basis="実施計画4(3)②",
    ),
    _y(6, "受入先の登録数の増減は新規開拓と解除の差と一致する。", "P11 = 前月P11 + P12 - P11a"),
    _y(
        7,
        "提出対象月までの月に、すべて空欄の月はない。",
        advice="報告が済んでいなければ数を入力し、実績がなければ「0」又は「－」を入力してください。",
    ),
    _y(
        8,
        "前に報告した月の数を変えたときは理由がある。",
        advice="直した理由を確かめ、備考に残してください。",
        severity=WARNING,
        basis="実施計画7",
    ),
    _y(
        9,
        "拠点の年度累計の参加実人数は減らず、当月実人数の最大以上、合計以下である。",
        "R04 >= 前月R04",
        "R04 >= 最大R03",
        "R04 <= 累計R03",
        "R04 <= 前月R04 + R03",
    ),
)

RELATION_RULES = (*SAME_MONTH_RULES, *MONTH_TO_MONTH_RULES)
TALLY_RULES = (
    *VALUE_RULES,
    *FORM_RULES,
    *SUBMISSION_RULES,
    *RELATION_RULES,
    *PLAUSIBILITY_RULES,
    *BETWEEN_RULES,
    *PLAN_RULES,
)
RULE_BY_ID = {rule.id: rule for rule in TALLY_RULES}
