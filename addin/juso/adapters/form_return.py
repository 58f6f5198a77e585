"""差戻し of an office's form: the copy for its sender, and the note that it was given back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from juso.adapters.form_cells import FormCells, form_cells
from juso.adapters.form_closing import current_findings, must_be_forms
from juso.adapters.form_ledger import note_events, version_path
from juso.adapters.form_records import read_records
from juso.adapters.holidays import business_days
from juso.adapters.office import Office
from juso.adapters.returned_form import write_returned
from juso.adapters.returned_front import Letter
from juso.adapters.share import all_or_none, save_new
from juso.adapters.user_name import user_name
from juso.core.errors import JusoError
from juso.core.finding import Finding, Severity
from juso.koshu.settings import Settings
from juso.koshu.tally.items import form
from juso.koshu.tally.reading import FormReading
from juso.koshu.tally.submission import REPLY_DAYS, Event, Life, Step
from juso.services.tally.closing import findings_of
from juso.services.tally.records import Records

FOLDER = "差戻し"  # below 出力
CHANGES = frozenset({"TALLY-208", "FORM-042"})  # figures changed without a reason


class GivenBack(NamedTuple):
    """The copy for the sender, what its notes say, and the day by which it is to come back."""

    path: Path
    findings: list[Finding]
    answer_by: date


def give_back(office: Office, code: str, reason: str, today: date, password: str = "") -> GivenBack:
    """Make the copy with its notes, and note that the form was given back.

    JusoError for a form that was not received, has nothing to be put right, or is gone.
    """
    must_be_forms([code])
    records = read_records(office, office.year, password=password)
    life, reading, cells = _received(office, code, records, password)
    now = life.versions[-1]
    found = findings_of(current_findings(office, records), code, reading.file)
    findings = _worst_first(map(_for_sender, found))
    if not findings and not reason:
        raise JusoError(
            f"{form(code).name}（{code}）の第{now.version}版には、直すところがありません。"
            "差し戻すときは --reason で理由を書いてください。"
        )
    answer_by = answer_day(today)
    letter = _letter(office, life, today, answer_by, reason, cells.others)
    name = f"差戻し_{code}_{now.month}_v{now.version}.xlsx"
    with all_or_none() as made:
        made.append(
            save_new(
                office.output(FOLDER) / name,
                lambda part: write_returned(part, reading, cells, findings, letter),
            )
        )
        note_events(office, [_returned(life, len(findings) + bool(reason), today)])
    return GivenBack(made[0], findings, answer_by)


def _received(
    office: Office, code: str, records: Records, password: str
) -> tuple[Life, FormReading, FormCells]:
    """The course of a form and its last version, read; JusoError where a copy cannot be made."""
    life = records.lives.get(code)
    if life is None:
        raise JusoError(
            f"{form(code).name}（{code}）の月次報告をまだ受け付けていません。"
            "`juso receive`（［月次報告を受け付ける］）で受け付けてから、差し戻してください。"
        )
    now = life.versions[-1]
    path = version_path(office, now)
    reading = records.kept.get(now.sha256)
    cells = form_cells(path, reading, password) if reading else None
    if reading is None or cells is None:
        said = "".join(f.message for f in records.findings if f.key == code)
        raise JusoError(
            said
            or f"{form(code).name}（{code}）の第{now.version}版（{path.suffix}）は表紙と月次のシートに"
            "分かれていないので、写しをつくれません。"
            "配られた様式（.xlsx）で送り直してもらってください。"
        )
    return life, reading, cells


def answer_day(today: date) -> date:
    """回答期限: the last day a window is given to answer."""
    return business_days(Settings()).after(today, REPLY_DAYS)


def _for_sender(finding: Finding) -> Finding:
    """A finding in the words of the sender, who answers in the form itself."""
    if finding.rule not in CHANGES:
        return finding
    message = "前に報告していただいた数と違います。直した理由を、この行の備考に書いてください。"
    return replace(finding, message=message)


def _worst_first(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda finding: list(Severity).index(finding.severity))


def _letter(  # noqa: PLR0913, PLR0917 - what the letter says
    office: Office, life: Life, today: date, answer_by: date, reason: str, others: tuple[str, ...]
) -> Letter:
    now, declared = life.versions[-1], form(life.form)
    return Letter(
        f"{declared.name}（{life.form}）　{life.year}　{now.month.label}までの分　第{now.version}版",
        declared.agency,
        f"{office.config.municipality}　{office.config.secretariat}",
        today,
        answer_by,
        reason,
        others,
    )


def _returned(life: Life, reasons: int, today: date) -> Event:
    now = life.versions[-1]
    return Event(
        Step.RETURN,
        *(life.form, life.year, now.version, now.sha256, now.month),
        *(user_name(), today),
        reasons=reasons,
    )
