"""One run of 月次報告の受付: forms are read, kept, compared with the version before and remembered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from juso.adapters.form_cells import form_cells, remarks
from juso.adapters.form_file import read_form
from juso.adapters.form_folder import forms_in
from juso.adapters.form_ledger import archive, note_events, read_events, version_path
from juso.adapters.form_records import reasons_written
from juso.adapters.listing_workbook import write_listing
from juso.adapters.locked_file import Ask
from juso.adapters.office import Office
from juso.adapters.office_forms import read_forms, read_safely
from juso.adapters.ole2 import is_encrypted
from juso.adapters.revision_sheet import FOLDER, revision_listing
from juso.adapters.share import all_or_none, save_once
from juso.adapters.user_name import user_name
from juso.core.errors import JusoError
from juso.core.finding import Finding
from juso.koshu.tally.items import form
from juso.koshu.tally.reading import FormReading, Spot, form_finding
from juso.koshu.tally.submission import Event, Life, Step, lives
from juso.services.tally.receiving import Fate, Outcome, received, screen
from juso.services.tally.records import listing_stem
from juso.services.tally.revisions import Revision, revisions


@dataclass(slots=True)
class Received:
    """What a run did."""

    outcomes: list[Outcome] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)  # of the files themselves
    made: list[Path] = field(default_factory=list)

    @property
    def windows(self) -> list[str]:
        """The forms of which a new version was received."""
        new = (o.reading.form for o in self.outcomes if o.fate is Fate.NEW)
        return list(dict.fromkeys(new))

    @property
    def summary(self) -> str:
        """How many files met which fate."""
        count = [(fate, sum(o.fate is fate for o in self.outcomes)) for fate in Fate]
        return "、".join(f"{fate}{number}件" for fate, number in count if number)


@dataclass(frozen=True, slots=True)
class _Version:
    """One new version with what it changed."""

    outcome: Outcome
    path: Path
    event: Event
    before: Event | None = None
    found: tuple[Revision, ...] = ()
    reasons: dict[str, str] = field(default_factory=dict)  # by figure_key

    @property
    def events(self) -> Iterator[Event]:
        """受付, then the reasons that were written beside what it changed."""
        yield self.event
        for revision in self.found:
            if reason := self.reasons.get(revision.key):
                yield Event(
                    Step.EXPLAIN,
                    *(self.event.form, self.event.year, self.event.version, self.event.sha256),
                    *(revision.month, self.event.by, self.event.at),
                    item=revision.item,
                    reason=reason,
                )

    @property
    def line(self) -> str:
        """What became of the file, and how much of it differs from the version before."""
        asked = sum(r.needs_reason and r.key not in self.reasons for r in self.found)
        if not self.found:
            return self.outcome.line
        more = f"このうち理由のないもの{asked}" if asked else "理由はすべて書かれています"
        return f"{self.outcome.line}前の版から変わった数{len(self.found)}（{more}）。"


def receive(
    office: Office, files: Sequence[Path], today: date, password: str = "", ask: Ask | None = None
) -> Received:
    """Receive the given files, or those in the year's folder; the same content changes nothing.

    A file from elsewhere is also put into the folder, beside what lies there. JusoError where
    nothing could be remembered: then nothing is kept either.
    """
    events, damaged = read_events(office)
    found = dict(lives(events, office.year))
    done = Received(lines=list(damaged))
    explained = list(reasons_written(office, found, user_name(), today))
    for event in explained:
        found[event.form].take(event)
    paths = list(dict.fromkeys(files)) or forms_in(office, office.year)
    readings = dict(zip(paths, _read(paths, password, ask), strict=True))
    places = {id(reading): path for path, reading in readings.items()}
    done.outcomes = screen(readings.values(), found, office.year, office.config.municipality)
    desk = _Desk(office, found, today, password)
    versions = [
        desk.version(outcome, places[id(outcome.reading)])
        for outcome in done.outcomes
        if outcome.fate is Fate.NEW
    ]
    done.findings += desk.findings
    with all_or_none() as kept:
        for version in versions:
            if copy := archive(office, version.path, version.event.sha256):
                kept.append(copy)
            kept.extend(_placed(office, version))
        note_events(office, [*explained, *(e for v in versions for e in v.events)])
        done.made += [path for path in kept if path.parent == office.forms]
    by_outcome = {id(version.outcome): version for version in versions}
    for outcome in done.outcomes:
        new = by_outcome.get(id(outcome))
        done.lines.append(new.line if new else outcome.line)
        done.findings += outcome.findings
    done.made += [path for version in versions for path in _listing(office, version, today)]
    if explained:
        done.lines.append(f"差分に書かれた理由を{len(explained)}件読み取りました。")
    return done


def _read(paths: Sequence[Path], password: str, ask: Ask | None) -> list[FormReading]:
    """The forms, with a password typed for a locked one; a bad file is a finding."""
    readings = read_forms(paths, password=password)
    for place, (path, reading) in enumerate(zip(paths, readings, strict=True)):
        is_locked = not reading.form and path.is_file() and is_encrypted(path)
        if ask and is_locked and (typed := ask(path.name)):
            readings[place] = read_safely(path, typed)
    return readings


@dataclass(slots=True)
class _Desk:
    """Where new versions are held against those before them, one after the other."""

    office: Office
    lives: dict[str, Life]
    today: date
    password: str
    paths: dict[str, Path] = field(default_factory=dict)  # new in this run, by fingerprint
    findings: list[Finding] = field(default_factory=list)

    def version(self, outcome: Outcome, path: Path) -> _Version:
        """A new version, taken into the life of its form."""
        reading = outcome.reading
        life = self.lives.setdefault(reading.form, Life(reading.form, self.office.year))
        event = received(outcome, (), user_name(), self.today)
        version = _Version(outcome, path, event, life.current)
        try:
            version = self._compared(version, life)
        except JusoError as error:
            spot = Spot(key=reading.form)
            self.findings.append(form_finding("FORM-045", reading.file, str(error), spot))
        self.paths[reading.sha256] = path
        for step in version.events:
            life.take(step)
        return version

    def _compared(self, version: _Version, life: Life) -> _Version:
        """The same with what it changed; JusoError where the one before cannot be read any more."""
        new, before = version.outcome.reading, version.before
        if before is None:
            return version
        path = self.paths.get(before.sha256) or version_path(self.office, before)
        old = read_form(path, self.password)
        found = tuple(revisions(old, new, life))
        codes = {revision.item for revision in found}
        said = remarks(form_cells(version.path, new, self.password), new, codes) if codes else {}
        stood = remarks(form_cells(path, old, self.password), old, said) if said else {}
        reasons = {
            r.key: said[r.item]
            for r in found
            if r.needs_reason and r.item in said and said[r.item] != stood.get(r.item)
        }
        event = replace(version.event, changed=tuple(r.key for r in found if r.needs_reason))
        return replace(version, event=event, found=found, reasons=reasons)


def _placed(office: Office, version: _Version) -> list[Path]:
    """A file from elsewhere, put among the year's forms without touching what lies there."""
    path = version.path
    if path.absolute().parent == office.forms.absolute():
        return []
    name = Path(form(version.event.form).file_name).with_suffix(path.suffix.lower())
    before = set(office.forms.glob("*"))
    content = path.read_bytes()
    made = save_once(office.forms / name, lambda part: part.write_bytes(content))
    return [] if made in before else [made]


def _listing(office: Office, version: _Version, today: date) -> list[Path]:
    """差分 of a version that changed something reported before."""
    if not version.found or version.before is None:
        return []
    reading = version.outcome.reading
    listing = revision_listing(
        reading, version.before, version.event, version.found, version.reasons
    )
    place = office.output(FOLDER) / f"{listing_stem(version.event)}.xlsx"
    return [save_once(place, lambda path: write_listing(path, listing, version.path, today, place))]
