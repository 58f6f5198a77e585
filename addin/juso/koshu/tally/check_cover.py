"""What is wrong with the cover of a form; what it belongs to is known by its 様式ID."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from juso.core.cells import fold, show
from juso.core.finding import Finding, address
from juso.koshu.tally import cover as on
from juso.koshu.tally.cover import COVER_SHEET, Cover, CoverCell
from juso.koshu.tally.item import FORM_VERSION
from juso.koshu.tally.items import FORMS
from juso.koshu.tally.reading import Spot, form_finding

CODE_BY_FORM_ID = {form.form_id: form.code for form in FORMS}


def form_code(cover: Cover) -> str:
    """W1–W4, M, O, P or R; '' for a 様式ID that is not the city's."""
    return CODE_BY_FORM_ID.get(cover.form_id, "")


@dataclass(frozen=True, slots=True)
class CoverRule:
    """What must hold for one label, and what to say where it does not."""

    label: str
    rule: str
    holds: Callable[[Cover], bool]
    sentence: str


COVER_RULES = (
    CoverRule(
        on.FORM_ID,
        "FORM-003",
        lambda c: bool(form_code(c)),
        "市の様式のものではありません。配られた様式に入力してください。",
    ),
    CoverRule(
        on.VERSION,
        "FORM-004",
        lambda c: fold(c.version) == FORM_VERSION,
        f"現行の版（{FORM_VERSION}）ではありません。新しい様式に移してください。",
    ),
    CoverRule(
        on.YEAR,
        "FORM-005",
        lambda c: c.year is not None,
        "年度として読めません。「令和7年度」の形で入力してください。",
    ),
    CoverRule(
        on.WINDOW,
        "FORM-006",
        lambda c: form_code(c) in ("", c.window),
        "様式IDの窓口と違います。どちらかを直してください。",
    ),
    CoverRule(
        on.MONTH,
        "FORM-007",
        lambda c: c.month is not None and c.year in (None, c.month.fiscal_year),
        "表紙の年度の月として読めません。「R7.4」の形で入力してください。",
    ),
    CoverRule(on.AGENCY, "FORM-008", lambda c: bool(c.agency), "入力してください。"),
    CoverRule(on.WRITER, "FORM-008", lambda c: bool(c.writer), "入力してください。"),
    CoverRule(
        on.SUBMITTED,
        "FORM-008",
        lambda c: c.submitted_on is not None,
        "日付として読めません。「令和7年5月8日」の形で入力してください。",
    ),
    CoverRule(on.CONTACT, "FORM-008", lambda c: bool(c.contact), "入力してください。"),
)


def check_cover(
    file: str, cells: Mapping[str, CoverCell], cover: Cover, sheet: str = COVER_SHEET
) -> Iterator[Finding]:
    """Findings of 表紙, label by label; of what is no form of the city's, not what is blank."""
    is_ours = bool(form_code(cover))
    for rule in COVER_RULES:
        if rule.holds(cover):
            continue
        cell = cells.get(rule.label)
        text = show(cell.raw).strip() if cell else ""
        if not (text or is_ours or rule.label == on.FORM_ID):
            continue
        if text:
            message = f"表紙の「{rule.label}」（{text}）が{rule.sentence}"
        else:
            message = f"表紙の「{rule.label}」が空欄です。{_only_advice(rule.sentence)}"
        at = address(cell.row, cell.column) if cell else ""
        spot = Spot(sheet, at, form_code(cover), rule.label, text)
        yield form_finding(rule.rule, file, message, spot)


def _only_advice(sentence: str) -> str:
    return sentence.split("。")[-2] + "。"
