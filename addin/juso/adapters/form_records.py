"""What is on record about an office's monthly forms of a year, read from 保管 and the listings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from juso.adapters.form_ledger import read_events, read_version
from juso.adapters.office import Office
from juso.adapters.revision_sheet import written_reasons
from juso.core.calendar import FiscalYear, Month
from juso.core.errors import JusoError
from juso.koshu.tally.items import form
from juso.koshu.tally.reading import FormReading, Spot, form_finding
from juso.koshu.tally.submission import Event, Life, Step, lives
from juso.services.tally.records import Records


def read_records(
    office: Office,
    year: FiscalYear,
    here: Iterable[FormReading] = (),
    password: str | None = None,
) -> Records:
    """The lives of a year's forms with the versions they rest on; one that cannot be read is told.

    `here` are readings at hand, so that a version among them need not be read again.
    """
    events, damaged = read_events(office)
    found = lives(events, year)
    for event in reasons_written(office, found, "", year.first_day):
        found[event.form].take(event)
    kept = {reading.sha256: reading for reading in here if reading.form in found}
    findings = []
    for life in found.values():
        for version in _needed(life):
            try:
                if version.sha256 not in kept:
                    kept[version.sha256] = read_version(office, version, password)
            except JusoError as error:
                name = form(life.form).file_name
                spot = Spot(key=life.form)
                findings.append(form_finding("FORM-045", name, str(error), spot))
    return Records(found, kept, tuple(findings), damaged)


def _needed(life: Life) -> list[Event]:
    """The version that counts, and those from which months were settled."""
    settled = {event.sha256 for event in life.settled.values()}
    return [v for v in life.versions if v is life.current or v.sha256 in settled]


def reasons_written(
    office: Office, found: Mapping[str, Life], by: str, at: date
) -> Iterator[Event]:
    """理由: what somebody wrote in the 差分 of a version whose changes have no reason yet."""
    for life in found.values():
        open_ones = life.unexplained()
        for version in {v.version: v for v in open_ones.values()}.values():
            for item, month, reason in _written(office, version):
                if open_ones.get(f"{item}/{month}") is version:
                    yield Event(
                        Step.EXPLAIN,
                        life.form,
                        life.year,
                        version.version,
                        version.sha256,
                        Month.parse(month),
                        by,
                        at,
                        item=item,
                        reason=reason,
                    )


def _written(office: Office, version: Event) -> Iterable[tuple[str, str, str]]:
    """A listing somebody spoilt gives no reasons: the changes stay unexplained, and are told."""
    try:
        return written_reasons(office, version)
    except JusoError:
        return ()
