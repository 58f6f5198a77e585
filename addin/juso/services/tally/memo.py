"""確認済みメモ beside findings on monthly forms: what such a finding rests on are figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from juso.core.cells import show
from juso.core.finding import Finding, Severity
from juso.koshu.confirmation import Confirmation
from juso.koshu.register import Register
from juso.koshu.tally.comparison import Comparison, Part, comparisons
from juso.koshu.tally.counts import COUNTS
from juso.koshu.tally.reading import FormReading
from juso.koshu.tally.relation import When
from juso.services.confirmation_memo import Memo, Said
from juso.services.tally.merged import Merged
from juso.services.tally.reconcile import COUNTED, REPORTED, RULE
from juso.services.tally.register_counts import RegisterCounts


class TallyMemo(Memo):
    """The entries in force about figures: a relation rests on the figures of both its sides, the
    comparison with the register on both numbers, anything else on the figure it stands at.
    """

    def __init__(
        self,
        findings: Iterable[Finding],
        history: Iterable[Confirmation],
        merged: Merged,
        register: Register,
    ) -> None:
        self.forms = merged.forms
        self.year = merged.year
        super().__init__(findings, history, register)

    @cached_property
    def counts(self) -> RegisterCounts:
        return RegisterCounts(self.register, self.year)

    def about(self, finding: Finding) -> Said | None:
        """Of the register's count only the numbers matter: merge and 突合 word it differently."""
        if finding.rule != RULE:
            return super().about(finding)
        if not self.knows(finding):
            return None
        entry = self.entries[finding.rule, finding.sheet, finding.key, finding.column][-1]
        now = self._shown(finding, entry.values)
        return Said(entry, entry.change(entry.message, now, self.register.today))

    def compared_with_register(self) -> Iterator[Confirmation]:
        """The entries about the register's count that hold, whoever compared."""
        for (rule, sheet, key, column), entries in self.entries.items():
            spot = Finding(rule, Severity.WARNING, "", sheet, "", key, column, "", "", "")
            if rule == RULE and dict(self._read(spot)):
                said = self.about(spot)
                if said and not said.change:
                    yield entries[-1]

    def values_read(self, finding: Finding) -> Mapping[str, str] | None:
        """What a figure, or the figures compared, say now."""
        return dict(self._read(finding)) or {finding.column: finding.value}

    def _shown(self, finding: Finding, labels: Iterable[str]) -> Mapping[str, str]:
        wanted = set(labels)
        read = self.values_read(finding) or {}
        return {label: value for label, value in read.items() if label in wanted}

    def _read(self, finding: Finding) -> Iterator[tuple[str, str]]:
        form, _, rest = finding.key.partition("/")
        code, _, month = rest.partition("/")
        reading = self.forms.get(form)
        place = _place(reading, month) if reading else None
        if reading is None or place is None:
            return
        if finding.rule == RULE:
            yield REPORTED, _figure(reading, code, place)
            yield COUNTED, self._counted(reading, code, place)
        for comparison in comparisons(form):
            if comparison.rule.id == finding.rule and comparison.at == code:
                yield from _figures(reading, comparison, place)

    def _counted(self, reading: FormReading, code: str, place: int) -> str:
        if not any(definition.code == code for definition in COUNTS[reading.form]):
            return ""
        months = reading.months[place : place + 1]
        return show(self.counts.series(reading.form, code, months)[0])


def _place(reading: FormReading, month: str) -> int | None:
    return next((n for n, m in enumerate(reading.months) if str(m) == month), None)


def _figures(reading: FormReading, comparison: Comparison, place: int) -> Iterator[tuple[str, str]]:
    for part in (*comparison.left, *comparison.right):
        for code in part.codes:
            yield f"{part.when}{code}", "、".join(_of(reading, part, code, place))


def _of(reading: FormReading, part: Part, code: str, place: int) -> list[str]:
    """The figures of one row that a part of a relation takes: one, or all since April."""
    if part.when is When.SAME:
        return [_figure(reading, code, place)]
    if part.when is When.BEFORE:
        return [_figure(reading, code, place - 1)] if place else []
    return [_figure(reading, code, n) for n in range(place + 1)]


def _figure(reading: FormReading, code: str, place: int) -> str:
    row = reading.rows.get(code)
    return show(row.values[place]) if row else ""
