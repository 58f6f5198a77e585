"""受付: which of the forms that lie there are new versions, and what is said of the others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from juso.core.calendar import FiscalYear
from juso.core.finding import Finding
from juso.koshu.tally.cover import AGENCY, COVER_SHEET, YEAR
from juso.koshu.tally.items import form
from juso.koshu.tally.reading import FormReading, Spot, form_finding
from juso.koshu.tally.submission import Event, Life, Step
from juso.services.tally.records import is_older, older_finding, repeated_finding

CITY = re.compile(r"[^\s市町村]{1,6}[市町村](?=.)(?![内会民場])")  # 山梨市地域包括支援センター


class Fate(StrEnum):
    """What became of one file."""

    NEW = "受付"
    SAME = "受付済み"
    LEFT = "見送り"  # for a person to look into
    REFUSED = "受付不可"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One file, and the version it became or is."""

    reading: FormReading
    fate: Fate
    version: int = 0
    findings: tuple[Finding, ...] = ()

    @property
    def line(self) -> str:
        """One sentence for the clerk."""
        reading = self.reading
        name = f"{form(reading.form).name}（{reading.form}）" if reading.form else "月次報告"
        if self.fate is Fate.NEW:
            return (
                f"{reading.file}：{name}の{reading.months[-1]}までの報告を"
                f"第{self.version}版として受け付けました。"
            )
        if self.fate is Fate.SAME:
            return f"{reading.file}：第{self.version}版と同じ内容なので、何も変えていません。"
        what = "確かめるまで受け付けません" if self.fate is Fate.LEFT else "受け付けられません"
        return f"{reading.file}：{what}。"


def screen(
    readings: Iterable[FormReading],
    lives: Mapping[str, Life],
    year: FiscalYear,
    municipality: str,
) -> list[Outcome]:
    """What is to be done with each form, in the order given within a window, oldest first.

    A blank form nobody has filled in is passed over.
    """
    by_form: dict[str, list[FormReading]] = {}
    outcomes: list[Outcome] = []
    for reading in readings:
        if refusal := _refusal(reading, year, municipality):
            outcomes.append(Outcome(reading, Fate.REFUSED, findings=tuple(refusal)))
        elif reading.form and reading.months:
            by_form.setdefault(reading.form, []).append(reading)
    for code, mine in by_form.items():
        outcomes += _of_one_form(mine, lives.get(code))
    return outcomes


def _refusal(reading: FormReading, year: FiscalYear, municipality: str) -> list[Finding]:
    """Why a file cannot be received at all; none where it can, or is a blank form."""
    if not reading.form:
        return list(reading.findings)
    if reading.cover.year != year:
        message = (
            f"{reading.cover.year}の報告なので、{year}の報告として受け付けられません。"
            "表紙の年度を確かめるか、その年度のフォルダーに移してください。"
        )
        spot = _cover_spot(reading, YEAR, str(reading.cover.year))
        return [form_finding("FORM-005", reading.file, message, spot)]
    agency = reading.cover.agency
    found = CITY.match(agency)
    if found and municipality not in agency:
        message = (
            f"機関名「{agency}」は{municipality}のものではないようです。"
            "ファイルの取り違えでなければ、表紙の機関名を直してください。"
        )
        spot = _cover_spot(reading, AGENCY, agency)
        return [form_finding("FORM-043", reading.file, message, spot)]
    return []


def _cover_spot(reading: FormReading, label: str, value: str) -> Spot:
    return Spot(COVER_SHEET, reading.cover_cells.get(label, ""), reading.form, label, value)


def _of_one_form(mine: Sequence[FormReading], life: Life | None) -> Iterator[Outcome]:
    known = {v.sha256: v for v in life.versions} if life else {}
    now = life.current if life else None
    fresh: dict[str, FormReading] = {}
    for reading in mine:
        then = known.get(reading.sha256)
        if then and now:
            yield _known(reading, then, now, mine)
        elif now and is_older(reading, now):
            yield Outcome(reading, Fate.LEFT, findings=(older_finding(reading, now),))
        elif reading.sha256 not in fresh:
            fresh[reading.sha256] = reading
    yield from _new(sorted(fresh.values(), key=_age), now.version if now else 0, mine)


def _known(reading: FormReading, then: Event, now: Event, mine: Sequence[FormReading]) -> Outcome:
    """A content that was received; an older one matters only where the newest does not lie there."""
    is_beside = any(r.sha256 == now.sha256 for r in mine)
    if then is now or is_beside:
        return Outcome(reading, Fate.SAME, then.version)
    finding = repeated_finding(reading, then, now)
    return Outcome(reading, Fate.LEFT, then.version, (finding,))


def _new(fresh: Sequence[FormReading], last: int, mine: Sequence[FormReading]) -> Iterator[Outcome]:
    """New contents become versions in their order; two that cannot be put in one become none."""
    ages = [_age(reading) for reading in fresh]
    for reading in fresh:
        if ages.count(_age(reading)) > 1:
            others = "」「".join(r.file for r in fresh if r is not reading)
            message = (
                f"「{others}」と提出対象月も提出日も同じで、どちらが新しいか分かりません。"
                "使わないほうを別のフォルダーに移して、もう一度受け付けてください。"
            )
            spot = Spot(COVER_SHEET, key=reading.form)
            finding = form_finding("FORM-017", reading.file, message, spot)
            yield Outcome(reading, Fate.REFUSED, findings=(finding,))
        else:
            last += 1
            yield Outcome(reading, Fate.NEW, last)
            for copy in mine:
                if copy is not reading and copy.sha256 == reading.sha256:
                    yield Outcome(copy, Fate.SAME, last)


def _age(reading: FormReading) -> tuple[int, date]:
    return len(reading.months), reading.cover.submitted_on or date.min


def received(outcome: Outcome, changed: Iterable[str], by: str, at: date) -> Event:
    """The event of a new version."""
    reading = outcome.reading
    year = reading.cover.year or FiscalYear.of(at)
    return Event(
        Step.RECEIVE,
        reading.form,
        year,
        outcome.version,
        reading.sha256,
        reading.months[-1],
        by,
        at,
        reading.cover.submitted_on,
        tuple(changed),
    )
