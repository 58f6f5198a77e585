"""One run of 受付票の取込み: forms are read, kept, put into the register and remembered, in this order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from juso.adapters.case_inbox import (
    Inbox,
    SentFiles,
    earlier_copies,
    read_inbox,
    sent_files,
)
from juso.adapters.intake_ledger import archive, note_receipts, read_receipts
from juso.adapters.locked_file import Ask
from juso.adapters.office_case_form import FOLDER, write_reply
from juso.adapters.share import all_or_none
from juso.adapters.user_name import user_name
from juso.adapters.workspace import Workspace
from juso.core.errors import JusoError
from juso.core.finding import Finding, Severity
from juso.koshu.received import Receipts, Received
from juso.services.intake import Outcome, Taken, intake
from juso.services.receiving.outcome import Fate

TO_SEND_BACK, TO_CONFIRM = "差戻し", "確認"


@dataclass(frozen=True, slots=True)
class Done:
    """What a run did."""

    summary: str
    is_on_paper: bool  # what it brings is to be typed in by hand
    lines: Sequence[str]  # one for each file
    findings: Sequence[Finding]
    made: Sequence[Path]
    damaged: Sequence[str] = ()
    trouble: str = ""  # what failed after the register was written


def take_in(
    at: Workspace, files: Sequence[Path], today: date, password: str = "", ask: Ask | None = None
) -> Done:
    """Take in the given files, or those that lie in 受付票.

    Nothing is remembered of a run that was not carried out; JusoError where it could not be.
    """
    loaded = at.register(today).whole()
    sent = SentFiles(list(files)) if files else sent_files(at.office)
    entries, damaged = read_receipts(at.office)
    inbox = read_inbox(sent.forms, loaded.register, password, ask)
    taken = intake(
        inbox.sheets,
        loaded.register,
        at.office.config,
        entries,
        today,
        copies=earlier_copies(at.office, inbox, Receipts(entries), loaded.register),
    )
    trouble = ""
    with all_or_none() as kept:
        for outcome in taken.new_receipts:
            kept.extend(_archived(at, inbox, outcome))
        before = set(at.office.output("取込").glob("*"))
        made = list(at.change("intake", taken.changes, loaded, taken.undecided))
        if at.source is not None:  # a closed register: the paper goes with what is remembered
            kept.extend(path for path in made if path not in before)
        try:
            note_receipts(at.office, _receipts(taken.new_receipts, today))
        except JusoError as error:
            if at.source is not None:
                raise
            trouble = f"ただし、台帳に書き込んだことを記録できませんでした。{error}"
    made += [path for o in taken.outcomes for path in _about(at, inbox, o)]
    return Done(
        _summary(taken, inbox),
        at.source is not None and bool(taken.changes),
        [*(o.line for o in taken.outcomes), *map(_unread, inbox.findings), *sent.passed_over],
        [*inbox.findings, *taken.findings],
        made,
        damaged,
        trouble,
    )


def _archived(at: Workspace, inbox: Inbox, outcome: Outcome) -> list[Path]:
    fingerprint = outcome.sheet.sha256
    made = archive(at.office, inbox.paths[fingerprint], fingerprint)
    return [made] if made else []


def _receipts(outcomes: Iterable[Outcome], today: date) -> list[Received]:
    by = user_name()
    return [
        Received(
            o.sheet.serial, o.sheet.sha256, o.case_no, o.household_no, today, by, o.sheet.sent_on
        )
        for o in outcomes
    ]


def _about(at: Workspace, inbox: Inbox, outcome: Outcome) -> list[Path]:
    """A workbook of what was found in one form: for its sender, or for the clerk to look into."""
    worst = {finding.severity for finding in outcome.findings} - {Severity.NOTE}
    if not worst:
        return []
    path = inbox.paths[outcome.sheet.sha256]
    kind = TO_SEND_BACK if outcome.fate is Fate.REFUSED else TO_CONFIRM
    place = at.office.output(FOLDER) / f"{kind}_{path.stem}.xlsx"
    return [write_reply(place, outcome.findings, path)]


def _unread(finding: Finding) -> str:
    return f"{finding.file}：取り込みません。{finding.message}"


def _summary(taken: Taken, inbox: Inbox) -> str:
    unread = f"受付票として読めないもの{len(inbox.findings)}件" if inbox.findings else ""
    said = taken.summary if taken.outcomes else ""
    return "、".join(filter(None, (said, unread)))
