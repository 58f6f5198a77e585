"""確定: months of received versions are closed, window by window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from juso.adapters.form_ledger import note_events
from juso.adapters.form_records import read_records
from juso.adapters.office import Office
from juso.adapters.office_forms import readings_before
from juso.adapters.user_name import user_name
from juso.core.calendar import Month
from juso.core.errors import JusoError
from juso.core.finding import Finding, Severity
from juso.koshu.tally.items import FORMS, form
from juso.koshu.tally.submission import Event, Life, Step
from juso.services.merge import merge
from juso.services.tally.background import Background
from juso.services.tally.closing import findings_of, stops, why_not
from juso.services.tally.records import Records


@dataclass(slots=True)
class Settled:
    """What a run did: a sentence for each window, and whether one of them was refused."""

    lines: list[str] = field(default_factory=list)
    settled: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def settle(
    office: Office, month: Month, codes: Sequence[str], today: date, password: str = ""
) -> Settled:
    """Close a month for the windows named, or for all that were received.

    JusoError for a month of another year, a code that is none, or where nothing was received.
    """
    must_be_forms(codes)
    must_be_of_year(office, month)
    records = read_records(office, office.year, password=password)
    wanted = list(dict.fromkeys(codes)) or list(records.lives)
    if not wanted:
        raise JusoError(
            "受け付けた月次報告がありません。"
            "`juso receive`（［月次報告を受け付ける］）で受け付けてから、確定してください。"
        )
    found = current_findings(office, records)
    done, events = Settled(lines=list(records.damaged)), list[Event]()
    for code in wanted:
        life = records.lives.get(code)
        name = f"{form(code).name}（{code}）"
        if life and (closed := life.settled.get(month)):
            done.lines.append(f"{name}の{month}は、第{closed.version}版ですでに確定しています。")
            continue
        errors = stops(found, code, month)
        if refusal := why_not(life, records, month, len(errors)):
            done.lines.append(f"{name}の{month}は確定できません。{refusal}")
            done.refused.append(code)
            done.findings += errors
        elif life:
            events.append(_closed(life, month, today))
            done.lines.append(f"{name}の{month}を第{life.versions[-1].version}版で確定しました。")
            done.settled.append(code)
    note_events(office, events)
    return done


@dataclass(frozen=True, slots=True)
class About:
    """What is said of versions that were just received."""

    findings: list[Finding]
    lines: list[str]


def received_findings(office: Office, codes: Sequence[str], password: str = "") -> About:
    """The findings of new versions, and the advice to give back those with 要修正."""
    if not codes:
        return About([], [])
    records = read_records(office, office.year, password=password)
    found = current_findings(office, records)
    mine = [f for code in codes for f in found if f.key.partition("/")[0] == code]
    lines = []
    for code in codes:
        errors = [f for f in mine if f.severity is Severity.ERROR and f.key.startswith(code)]
        if errors:
            lines.append(
                f"{form(code).name}（{code}）には要修正が{len(errors)}件あり、確定できません。"
                f"`juso return … {code}`（［差し戻す］）で差し戻してください。"
            )
    return About(mine, lines)


def must_be_forms(codes: Sequence[str]) -> None:
    """JusoError for a code that is none of the forms'."""
    for code in codes:
        if code not in {form.code for form in FORMS}:
            known = "、".join(form.code for form in FORMS)
            raise JusoError(
                f"「{code}」という窓口コードはありません。{known} のどれかを指定してください。"
            )


def must_be_of_year(office: Office, month: Month) -> None:
    """JusoError for a month of another fiscal year."""
    months = office.year.months
    if month not in months:
        raise JusoError(
            f"{month}は{office.year}の月ではありません。"
            f"{months[0]}から{months[-1]}までの月を指定してください。"
        )


def current_findings(office: Office, records: Records) -> list[Finding]:
    """What is said of the versions that count, as they were received; notes are left out."""
    kept = records.kept
    current = [life.versions[-1].sha256 for life in records.lives.values()]
    config = office.config
    background = Background(
        config.municipality,
        config.population,
        readings_before(office, office.year),
        records=records,
    )
    readings = [kept[sha256] for sha256 in current if sha256 in kept]
    merged = merge(readings, office.year, expected=(), background=background)
    files = {reading.form: reading.file for reading in readings}
    return [
        finding
        for code, file in files.items()
        for finding in findings_of(merged.findings, code, file)
        if finding.severity is not Severity.NOTE
    ]


def _closed(life: Life, month: Month, today: date) -> Event:
    now = life.versions[-1]
    return Event(
        Step.SETTLE,
        *(life.form, life.year, now.version, now.sha256, month),
        *(user_name(), today),
    )
