"""明細⇔集計 突合: what the windows reported beside what the register tells, and why they differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import chain

from juso.core.calendar import FiscalYear, Month
from juso.core.cells import show
from juso.core.finding import Finding
from juso.koshu.match_decision import MatchDecision
from juso.koshu.register import Register
from juso.koshu.tally.counts import COUNTS
from juso.koshu.tally.item import TallyItem
from juso.koshu.tally.items import FORMS, form, items_by_code
from juso.koshu.tally.reading import FormReading, figure_spot, form_finding
from juso.koshu.tally.submission import deadline
from juso.koshu.tally.values import Number
from juso.services.tally.reconciling.background import Evidence
from juso.services.tally.reconciling.columns import blank, elsewhere, withdrawn
from juso.services.tally.reconciling.dates import late, other_month
from juso.services.tally.reconciling.gaps import missing_numbers
from juso.services.tally.reconciling.hypothesis import Hypothesis, Place
from juso.services.tally.reconciling.ledger import Ledger
from juso.services.tally.reconciling.persons import twice
from juso.services.tally.reconciling.solve import Chosen, Solution, solve

RULE = "TALLY-404"
REPORTED, COUNTED = "窓口の数", "台帳の数"


@dataclass(frozen=True)
class Difference:
    """One figure that differs, and what explains how much of it (reported less counted)."""

    reading: FormReading
    item: TallyItem
    month: Month
    reported: Number
    counted: Number
    causes: tuple[Chosen, ...]  # best first
    left: float  # what nothing explains

    @property
    def key(self) -> str:
        """W1/A01/R7.4, as findings and the 確認済みメモ call it."""
        return f"{self.reading.form}/{self.item.code}/{self.month}"

    @property
    def place(self) -> Place:
        return self.reading.form, self.item.code, self.month

    @property
    def gap(self) -> Number:
        return self.reported - self.counted

    def share(self, cause: Chosen) -> int:
        """How much of the difference one cause explains."""
        return cause.hypothesis.effect[self.place]

    @property
    def finding(self) -> Finding:
        """The difference as a finding of the rule B4, at the figure's cell."""
        name, r, c = form(self.reading.form).name, show(self.reported), show(self.counted)
        message = (
            f"{name}{self.month.label}：{self.item.label}（{self.item.code}）は、"
            f"報告が{r}、台帳から数えると{c}です（差{self.gap:+g}）。"
            "違いの訳を確かめ、報告か台帳を直すか、「対応」に理由を書いてください。"
        )
        place = self.reading.months.index(self.month)
        return form_finding(
            RULE, self.reading.file, message, figure_spot(self.reading, self.item.code, place, r)
        )


@dataclass(frozen=True, slots=True)
class Agreement:
    """One form: how many of its countable figures agree."""

    form: str
    name: str
    items: int  # that the register can count
    figures: int  # compared: items × months, without those not reported
    differing: int
    blank: int  # not compared: 未入力, 不詳 or 誤り
    has_rows: bool = True

    @property
    def sentence(self) -> str:
        """介護（W1）：数えられる125項目の500個の数のうち498個が一致。"""
        head = f"{self.name}（{self.form}）：台帳"
        if not self.has_rows:
            return f"{head}に明細がないため突合しません。"
        found = (
            f"{head}で数えられる{self.items}項目の{self.figures:,}個の数のうち"
            f"{self.figures - self.differing:,}個が一致、{self.differing:,}個が不一致"
        )
        return (
            f"{found}。" if not self.blank else f"{found}（数のない{self.blank}個は比べません）。"
        )


@dataclass(frozen=True)
class Reconciled:
    """All differences of the forms of one year, in the forms' order, and a line for each form."""

    differences: tuple[Difference, ...]
    agreements: tuple[Agreement, ...]
    solution: Solution = field(default_factory=lambda: Solution((), {}))


def reconcile(  # noqa: PLR0913 - two sides, and what is known of them
    forms: Mapping[str, FormReading],
    register: Register,
    year: FiscalYear,
    month: Month | None = None,
    *,
    reported_on: Mapping[tuple[str, Month], date] | None = None,
    taken_in: Mapping[str, date] | None = None,
    matches: Iterable[MatchDecision] = (),
) -> Reconciled:
    """Compare every figure the register can count; with `month` only that month is told.

    All months are looked at whatever is told, as a row may count in the month beside.
    `reported_on` is when a month was first reported, where that is known; `taken_in` when a
    case came into the register; `matches` which cases were decided to be one person's or not.
    """
    ledgers = {
        code: Ledger(code, register, year, _months(forms[code], register))
        for code in (declared.code for declared in FORMS)
        if code in forms and COUNTS[code]
    }
    empty = [code for code, ledger in ledgers.items() if not ledger.by_row]
    compared = {code: ledger for code, ledger in ledgers.items() if code not in empty}
    gaps = dict(_gaps(forms, compared))
    known = {**_deadlines(forms, compared), **(reported_on or {})}
    evidence = Evidence(register, compared, gaps, known, taken_in or {}, tuple(matches))
    solution = solve(gaps, _hypotheses(evidence) if evidence.odd else ())
    told = {place: gap for place, gap in gaps.items() if month in (None, place[2])}
    differences = tuple(
        _difference(forms[place[0]], place, gap, ledgers[place[0]], solution)
        for place, gap in told.items()
        if gap
    )
    agreements = tuple(
        _agreement(forms[code], ledger, told, month, has_rows=code not in empty)
        for code, ledger in ledgers.items()
    )
    return Reconciled(differences, agreements, solution)


def _hypotheses(evidence: Evidence) -> Iterable[Hypothesis]:
    return chain(
        other_month(evidence),
        late(evidence),
        withdrawn(evidence),
        missing_numbers(evidence),
        twice(evidence),
        elsewhere(evidence),
        blank(evidence),
    )


def _months(reading: FormReading, register: Register) -> tuple[Month, ...]:
    return tuple(month for month in reading.months if month.first_day <= register.today)


def _gaps(
    forms: Mapping[str, FormReading], ledgers: Mapping[str, Ledger]
) -> Iterator[tuple[Place, Number]]:
    """Reported less counted, for every figure that was reported, by form, month and item."""
    for code, ledger in ledgers.items():
        rows = forms[code].rows
        for place, month in enumerate(ledger.months):
            for item in items_by_code(code):
                row = rows.get(item)
                reported = row.values[place] if row else None
                if reported is not None and (item, month) in ledger.values:
                    yield (code, item, month), reported - ledger.values[item, month]


def _deadlines(
    forms: Mapping[str, FormReading], ledgers: Mapping[str, Ledger]
) -> dict[tuple[str, Month], date]:
    """By when a window knew what it reports: the 提出日 of the last month, else the deadline."""
    found: dict[tuple[str, Month], date] = {}
    for code, ledger in ledgers.items():
        found.update({(code, month): deadline(month) for month in ledger.months})
        if ledger.months and (sent := forms[code].cover.submitted_on):
            found[code, ledger.months[-1]] = sent
    return found


def _difference(
    reading: FormReading, place: Place, gap: Number, ledger: Ledger, solution: Solution
) -> Difference:
    code, item, month = place
    counted = ledger.values[item, month]
    reported = counted + gap
    sign = 1 if reported > counted else -1
    causes = sorted(
        solution.by_place.get(place, ()), key=lambda c: -sign * c.hypothesis.effect[place]
    )
    row = items_by_code(code)[item]
    return Difference(reading, row, month, reported, counted, tuple(causes), solution.left[place])


def _agreement(
    reading: FormReading,
    ledger: Ledger,
    told: Mapping[Place, Number],
    month: Month | None,
    *,
    has_rows: bool,
) -> Agreement:
    gaps = [gap for place, gap in told.items() if place[0] == reading.form]
    months = [m for m in ledger.months if month in (None, m)]
    items = len(ledger.definitions)
    return Agreement(
        reading.form,
        form(reading.form).name,
        items,
        len(gaps),
        sum(gap != 0 for gap in gaps),
        items * len(months) - len(gaps) if has_rows else 0,
        has_rows,
    )
