"""資料表6: confirmed findings and their reasons, in every edition without a name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from juso.core.finding import Finding, Severity
from juso.koshu.codes import CaseState
from juso.koshu.config import Config
from juso.koshu.confirmation import Confirmation
from juso.koshu.register import Register
from juso.koshu.report_sections import Edition
from juso.services.build_report import build_report
from juso.services.check import check
from juso.services.confirmation_memo import Memo
from juso.services.report.confirmed import LEFT_OUT, confirmed_by, confirmed_table
from juso.services.report.data import ReportData
from juso.services.report.figures import Figures
from juso.services.report_model import show_cell
from report_sample import TODAY, YEAR, merged_forms
from tables import register

OUT_OF_TOUCH = "CASE-012"
TEXT = """
相談受付簿
| ケース番号 | 世帯番号 | 氏名 | ふりがな | 住所 | 電話 | 受付日 | 受付窓口 | 同意状況 | 主担当機関 | 担当者 | 状態 |
| R7-0001 | S0001 | 架空　花子 | かくう　はなこ | 甲州市塩山上於曽9001 | 0553-00-0001 | 2025-12-01 | 介護 | 同意あり（書面） | 包括 | 見本 太郎 | 支援中 |
| R7-0002 | S0002 | 架空　一郎 | かくう　いちろう | | | 2025-12-01 | 介護 | 同意あり（書面） | 包括 | 見本 太郎 | 支援中 |
| R7-0003 | S0003 | 仮名　次郎 | かりな　じろう | | | 2025-12-01 | 介護 | 同意あり（書面） | 包括 | 見本 太郎 | 支援中 |
家族構成
| ケース番号 | 番号 | 続柄 | 職業・学校 |
| R7-0001 | 1 | 子 | 架空製作所 |
"""


def book() -> Register:
    return register(TEXT)


def entry(reason: str, finding: Finding) -> Confirmation:
    """What `juso confirm` would have stored for a finding, on the values it read."""
    return Confirmation(
        finding.rule,
        finding.sheet,
        finding.key,
        finding.column,
        finding.message,
        reason,
        "見本 太郎",
        date(2026, 3, 30),
        {finding.column: finding.value},
    )


def found() -> list[Finding]:
    """One finding a case: nobody has been in touch with any of them."""
    register_ = book()
    return [f for f in check(register_, "支援台帳.xlsx") if f.rule == OUT_OF_TOUCH]


def lines(
    reasons: list[str],
    edition: Edition = Edition.INTERNAL,
    checked: list[Finding] | None = None,
    history: list[Confirmation] | None = None,
) -> list[list[str]]:
    """資料表6 with the cases' findings confirmed for these reasons, as printed."""
    checked = found() if checked is None else checked
    given = [entry(reason, f) for reason, f in zip(reasons, checked, strict=False)]
    memo = Memo(checked, given if history is None else history, book())
    confirmed = confirmed_by(memo, checked)
    data = ReportData(
        book(), Figures(YEAR), Config(YEAR), edition, YEAR, TODAY, confirmed=confirmed
    )
    (table,) = confirmed_table(data)
    return [[show_cell(c) for c in line.cells] for line in table.lines]


def test_confirmed__internal_edition_names_the_rows():
    """Count, reasons with their counts, and the numbers of the cases."""
    reasons = ["手紙の返事を待っている。", "手紙の返事を待っている。", "家族と週に一度話している。"]
    assert lines(reasons) == [
        [
            OUT_OF_TOUCH,
            lines(reasons)[0][1],
            "3",
            "手紙の返事を待っている。（2件）／家族と週に一度話している。（1件）",
            "R7-0001\nR7-0002\nR7-0003",
        ]
    ]
    assert lines(reasons)[0][1].endswith("。")  # the rule in a sentence


@pytest.mark.parametrize("edition", [Edition.COMMITTEE, Edition.FINAL])
def test_confirmed__public_editions_name_no_row_and_no_small_count(edition):
    """The reasons once each, x for a count below the threshold, no number of a case."""
    shown = lines(["手紙の返事を待っている。"] * 2 + ["家族と週に一度話している。"], edition)

    assert [[line[0], *line[2:]] for line in shown] == [
        [OUT_OF_TOUCH, "x", "手紙の返事を待っている。／家族と週に一度話している。"]
    ]


def test_confirmed__a_public_count_that_is_not_small():
    """From the threshold on the count is printed."""
    finding = found()[0]
    many = [replace(finding, sheet="月次", key=f"W1/A01/R7.{n}", cell="") for n in range(4, 10)]

    assert lines(["祭りのため増えた。"] * 6, Edition.COMMITTEE, many)[0][2] == "6"


@pytest.mark.parametrize(
    "reason",
    [
        "架空花子さんと電話で話した。",
        "架空 花子 と話した。",
        "かくうはなこさんの希望による。",
        "0553-00-0001に電話した。",
        "塩山上於曽9001を訪ねた。",
        "架空製作所に勤めている。",
        "田中さんから聞いた。",
        "見本太郎が確かめた。",
        "見本相談員が確かめた。",
        "塩山小学校から聞いた。",
    ],
)
@pytest.mark.parametrize("edition", list(Edition))
def test_confirmed__reasons_that_name_somebody_are_left_out(reason, edition):
    """A resident, a worker, a telephone, an address, a workplace: in no edition."""
    assert LEFT_OUT in lines([reason], edition)[0][3]
    assert reason not in str(lines([reason], edition))


@pytest.mark.parametrize(
    ("reason", "internal", "public"),
    [
        ("R7-0002と合わせて支援している。", True, False),
        ("Ｓ０００２の世帯で見守っている。", True, False),
        ("P-R7-0001-1で見直す。", True, False),
        ("仮名に電話して、花子の様子を聞いた。", True, False),
        ("見本が訪問している。", True, False),
        ("R8.4.1に訪問する。", True, True),
        ("本人と4月に会う約束がある。", True, True),
    ],
)
def test_confirmed__numbers_and_bare_surnames_stay_inside(reason, internal, public):
    """Who knows the register knows whom they mean; the public is not told."""
    shown = [reason in lines([reason], e)[0][3] for e in (Edition.INTERNAL, Edition.COMMITTEE)]

    assert shown == [internal, public]


def test_confirmed__a_changed_value_reopens_it():
    """What no longer holds is not in the table."""
    checked = found()
    stale = [replace(f, value="モニタリング") for f in checked]
    history = [entry("手紙の返事を待っている。", f) for f in stale]
    assert [f.value for f in checked] == [str(CaseState.SUPPORTING)] * 3

    assert lines([], checked=checked, history=history) == [["該当なし"]]


def test_confirmed__nothing_confirmed():
    """The table never vanishes."""
    assert lines([]) == [["該当なし"]]


def test_confirmed__figures_leave_the_open_findings():
    """A confirmed finding of the monthly forms stands in 資料表6, no longer in 資料表5."""
    forms = merged_forms()
    finding = Finding(
        "TALLY-301", Severity.WARNING, "W1_介護.xlsx", "月次", "F5", "W1/A01/R7.4", "4月",
        "30", "急に増えています。", "計画7(1)",
    )  # fmt: skip
    merged = replace(forms, findings=(finding,))
    made = [
        build_report(book(), merged, Config(YEAR), Edition.INTERNAL, YEAR, TODAY, history=history)
        for history in ((), (entry("新しい窓口を開いた。", finding),))
    ]

    def rules(report, number):
        table = next(t for t in report.tables if t.number == number)
        return ["TALLY-301" in str(line.cells) for line in table.lines]

    assert [(any(rules(r, "資料表5")), any(rules(r, "資料表6"))) for r in made] == [
        (True, False),
        (False, True),
    ]


def test_sample__has_three_cases_nobody_is_in_touch_with():
    """The findings the other tests confirm are there."""
    assert [f.key for f in found()] == ["R7-0001", "R7-0002", "R7-0003"]
