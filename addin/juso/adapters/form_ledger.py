"""保管/月次報告.jsonl and 保管/月次報告: what was done with the monthly forms, and each as it was sent."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from juso.adapters import keeping
from juso.adapters.form_file import read_form
from juso.adapters.jsonl_store import append_lines, read_lines
from juso.adapters.office import Office
from juso.core.calendar import FiscalYear, Month
from juso.core.errors import JusoError
from juso.koshu.tally.items import form
from juso.koshu.tally.reading import FormReading
from juso.koshu.tally.submission import Event, Step

STORE = "月次報告.jsonl"
ARCHIVE = "月次報告"
TURN = "月次報告.受付中"
REST = "その受付や確定は、なかったものとして扱います。"
TEXTS = ("form", "sha256", "by")


def read_events(office: Office) -> tuple[Sequence[Event], Sequence[str]]:
    """All that was done, oldest first, and a sentence for each line that cannot be read.

    JusoError when the file is there and cannot be opened.
    """
    return read_lines(_store(office), _event, REST)


def note_events(office: Office, events: Iterable[Event]) -> None:
    """Add events at the end, all of them or none; JusoError when that cannot be done."""
    append_lines(_store(office), map(_line, events))


def one_at_a_time(office: Office) -> AbstractContextManager[None]:
    """Only one person at a time receives, returns or settles; JusoError while somebody else does."""
    return keeping.one_at_a_time(office, TURN, "ほかの人が月次報告を受け付けています。")


def archive(office: Office, path: Path, fingerprint: str) -> Path | None:
    """Copy a form to 保管 as it was sent, as `keeping.archive` does."""
    return keeping.archive(office, ARCHIVE, path, fingerprint)


def version_path(office: Office, version: Event) -> Path:
    """The kept copy of a version; JusoError, in one sentence, when it is gone or was altered."""
    what = f"{form(version.form).name}（{version.form}）の第{version.version}版の控え"
    path = keeping.archived(office, ARCHIVE, version.sha256)
    if path is None:
        raise JusoError(
            f"{what}が {office.folder / '保管' / ARCHIVE} にありません。"
            "共有フォルダーの控え（バックアップ）から戻してください。"
        )
    try:
        is_whole = sha256(path.read_bytes()).hexdigest() == version.sha256
    except OSError as error:
        raise JusoError(
            f"{path} を開けません（{error.strerror or error}）。アクセス権を確かめてください。"
        ) from error
    if not is_whole:
        raise JusoError(
            f"{what}（{path}）は、受け付けたあとで書き換えられています。"
            "共有フォルダーの控え（バックアップ）から戻してください。"
        )
    return path


def read_version(office: Office, version: Event, password: str | None = None) -> FormReading:
    """A version as it was received, under a name people know; JusoError when it cannot be read."""
    path = version_path(office, version)
    name = f"{Path(form(version.form).file_name).stem}（第{version.version}版）{path.suffix}"
    reading = read_form(path, password)
    findings = tuple(replace(finding, file=name) for finding in reading.findings)
    return replace(reading, file=name, findings=findings, kept_as=str(path.absolute()))


def _store(office: Office) -> Path:
    return office.folder / "保管" / STORE


def _line(event: Event) -> dict[str, Any]:
    line: dict[str, Any] = {
        "step": str(event.step),
        "form": event.form,
        "year": event.year.short,
        "month": str(event.month),
        "version": event.version,
        "sha256": event.sha256,
        "by": event.by,
        "at": event.at.isoformat(),
    }
    more = {
        "sent_on": event.sent_on.isoformat() if event.sent_on else "",
        "changed": list(event.changed),
        "reasons": event.reasons,
        "item": event.item,
        "reason": event.reason,
        "until": event.until.isoformat() if event.until else "",
    }
    return line | {name: value for name, value in more.items() if value}


def _event(line: Any) -> Event:
    """One line of the store; fields a later version may have added are passed over."""
    texts = {name: line[name] for name in TEXTS}
    numbers = (line["version"], line.get("reasons", 0))
    year, month = FiscalYear.parse(line["year"]), Month.parse(line["month"])
    is_whole = all(isinstance(text, str) for text in texts.values())
    if not is_whole or month not in year.months or {type(n) for n in numbers} != {int}:
        raise ValueError(line)
    form(texts["form"])
    return Event(
        step=Step(line["step"]),
        year=year,
        month=month,
        version=numbers[0],
        at=date.fromisoformat(line["at"]),
        sent_on=date.fromisoformat(line["sent_on"]) if line.get("sent_on") else None,
        changed=tuple(map(str, line.get("changed", ()))),
        reasons=numbers[1],
        item=str(line.get("item", "")),
        reason=str(line.get("reason", "")),
        until=date.fromisoformat(line["until"]) if line.get("until") else None,
        **texts,
    )
