"""過月修正 and 締め後修正: which figures a later version of a form changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from juso.core.calendar import Month
from juso.core.cells import show
from juso.core.finding import Finding, Severity
from juso.koshu.tally.items import form, items_by_code
from juso.koshu.tally.reading import GIVEN, FormReading, figure_spot, form_finding
from juso.koshu.tally.submission import Event, Life, figure_key
from juso.koshu.tally.values import Number, State
from juso.services.tally.records import Records, where_to_write


class Stated(NamedTuple):
    """What one version says in one cell."""

    value: Number | None
    state: State
    cell: str = ""

    @property
    def text(self) -> str:
        """As a table shows it: a number, －, or the state of a cell without one."""
        return "－" if self.state is State.NONE else show(self.value) or f"（{self.state}）"


@dataclass(frozen=True, slots=True)
class Revision:
    """One figure of a month reported before that a newer version gives otherwise."""

    item: str
    month: Month
    old: Stated
    new: Stated
    is_settled: bool

    @property
    def key(self) -> str:
        return figure_key(self.item, self.month)

    @property
    def needs_reason(self) -> bool:
        """A figure that was given or settled is changed for a reason; a gap is simply filled."""
        return self.is_settled or self.old.state in GIVEN


def revisions(old: FormReading, new: FormReading, life: Life | None = None) -> list[Revision]:
    """Every difference in the months of the older version, in the order of rows and months."""
    settled = life.settled if life else {}
    found = []
    for code in items_by_code(new.form):
        for place, month in enumerate(old.months):
            before, now = stated(old, code, place), stated(new, code, place)
            if (before.value, before.state) != (now.value, now.state):
                found.append(Revision(code, month, before, now, month in settled))
    return found


def stated(reading: FormReading, code: str, place: int) -> Stated:
    """One figure of a reading; 未入力 where it has no such row or does not reach the month."""
    row = reading.rows.get(code)
    if row is None or place >= len(row.values):
        return Stated(None, State.BLANK)
    return Stated(row.values[place], row.states[place], reading.cell(code, place))


@dataclass(frozen=True, slots=True)
class Correction:
    """締め後修正: one figure of a settled month, as published and as it stands now."""

    form: str
    item: str
    month: Month
    published: Stated
    corrected: Stated
    published_version: int
    version: int | None  # None while the file that corrects it is not received
    at: date | None  # when that version was received
    reason: str
    advice: str  # where a reason can be written

    def to_json(self) -> dict[str, object]:
        return {
            "window": self.form,
            "item": self.item,
            "month": str(self.month),
            "published": self.published.value,
            "published_state": str(self.published.state),
            "published_version": self.published_version,
            "corrected": self.corrected.value,
            "corrected_state": str(self.corrected.state),
            "version": self.version,
            "date": self.at.isoformat() if self.at else None,
            "reason": self.reason,
        }


def corrections(records: Records, reading: FormReading) -> Iterator[Correction]:
    """What the reading that counts now says otherwise than what was settled."""
    life = records.lives.get(reading.form)
    for month, event in sorted(life.settled.items()) if life else ():
        settled = records.kept.get(event.sha256)
        if life is None or settled is None or settled.sha256 == reading.sha256:
            continue
        place = settled.months.index(month)
        for code in items_by_code(reading.form):
            was, now = stated(settled, code, place), stated(reading, code, place)
            if (was.value, was.state) != (now.value, now.state):
                by = _changed_by(life, reading, code, month)
                yield Correction(
                    *(reading.form, code, month, was, now, event.version),
                    by.version if by else None,
                    by.at if by else None,
                    life.reason(by.version, figure_key(code, month)) if by else "",
                    where_to_write(by) if by else "受け付けると、理由を書く差分ができます。",
                )


def _changed_by(life: Life, reading: FormReading, code: str, month: Month) -> Event | None:
    """受付 of the version that brought the figure which stands now; None if not received yet."""
    if life.version_of(reading.sha256) is None:
        return None
    key = figure_key(code, month)
    return next((v for v in reversed(life.versions) if key in v.changed), life.versions[-1])


def correction_findings(found: tuple[Correction, ...], reading: FormReading) -> Iterator[Finding]:
    """FORM-042 at each cell that corrects a settled figure; with a reason it is only told."""
    labels = {month: place for place, month in enumerate(reading.months)}
    for c in found:
        if c.form != reading.form or c.month not in labels:
            continue
        name = items_by_code(c.form)[c.item].label
        message = (
            f"{form(c.form).name}{c.month.label}の「{name}」（{c.item}）は{c.published.text}で確定しましたが、"
            f"{c.corrected.text}に直っています（締め後修正）。"
        )
        message += f"理由：{c.reason}" if c.reason else c.advice
        spot = figure_spot(reading, c.item, labels[c.month], c.corrected.text)
        severity = Severity.NOTE if c.reason else Severity.WARNING
        yield form_finding("FORM-042", reading.file, message, spot, severity)
