"""受付票 of an office: made from its register; its findings as a workbook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from juso.adapters.case_form_numbers import next_serial
from juso.adapters.case_form_workbook import write_case_form
from juso.adapters.case_inbox import lists_of
from juso.adapters.share import file_name, save_new, save_once
from juso.adapters.workspace import Workspace
from juso.core.calendar import era_date
from juso.core.cells import fold
from juso.core.errors import JusoError
from juso.core.finding import Finding
from juso.core.sheet import Row
from juso.koshu.case_sheet import SHEETS_ON_FORM
from juso.koshu.register import Register
from juso.koshu.rules import CATALOGUE
from juso.koshu.rules.case_form_rules import CASE_FORM_RULES
from juso.koshu.rules.case_intake_rules import CASE_INTAKE_RULES
from juso.koshu.sheets import Case

NEW = ("NEW", "新規", "")
FOLDER = "受付票"  # below 出力
RULES = (*CASE_FORM_RULES, *CASE_INTAKE_RULES, *CATALOGUE)


@dataclass(frozen=True, slots=True)
class MadeForm:
    """A form, and what to heed before it is handed out."""

    path: Path
    advice: str = ""


def make_case_form(at: Workspace, case_no: str, today: date, *, consent: bool) -> MadeForm:
    """The form of a case of the register, or an empty one for NEW.

    JusoError when the register has no such case or the form cannot be written.
    """
    register = at.register(today).whole().register
    number = fold(case_no).upper()
    rows = [] if number in NEW else rows_of(register, number)
    serial = next_serial(at.office, "" if number in NEW else number, today)
    lists = lists_of(register)
    name = f"受付票_{file_name(number)}.xlsx" if rows else f"受付票_新規_{serial}.xlsx"
    place = at.new_file(FOLDER, name)
    config = at.office.config
    made = save_new(
        place, lambda path: write_case_form(path, rows, config, lists, serial, consent=consent)
    )
    return MadeForm(made, _advice(register.case_by_no[number], consent=consent) if rows else "")


def _advice(case: Case, *, consent: bool) -> str:
    said = []
    if case.cautions:
        what = "、".join(map(str, case.cautions))
        said.append(
            f"取扱注意（{what}）の相談です。渡す相手を確かめ、パスワードを付けて渡してください。"
        )
    if case.state and not case.state.is_open:
        said.append(f"台帳では「{case.state}」の相談です。")
    if case.consent and case.consent.is_given is not consent:
        said.append(f"台帳の同意状況「{case.consent}」は、この票に合わないため空欄にしました。")
    return "".join(said)


def rows_of(register: Register, case_no: str) -> list[Row]:
    """Everything of a case that stands on its form; JusoError when there is no such case."""
    if case_no not in register.case_by_no:
        raise JusoError(
            f"ケース番号「{case_no}」の相談は台帳にありません。"
            "番号を確かめるか、新しい相談のときは NEW を指定してください。"
        )
    return [
        row
        for kind in SHEETS_ON_FORM
        for row in register.rows(kind)
        if row.case_no == case_no  # type: ignore[attr-defined]
    ]


def write_form_findings(
    place: Path | None, findings: Sequence[Finding], source: Path, today: date
) -> list[Path]:
    """点検結果 of a form as a workbook, all that was asked in the list; nothing without a place."""
    if not place:
        return []
    from juso.adapters.findings_workbook import write_findings

    day = era_date(today)
    return [save_new(place, lambda path: write_findings(path, findings, RULES, source, day))]


def write_reply(place: Path, findings: Sequence[Finding], source: Path) -> Path:
    """差戻し, 確認: the same with the rules that spoke and no day, so that it is made once."""
    from juso.adapters.findings_workbook import write_findings

    spoke = {finding.rule for finding in findings}
    rules = [rule for rule in RULES if rule.id in spoke]
    return save_once(place, lambda path: write_findings(path, findings, rules, source, ""))
