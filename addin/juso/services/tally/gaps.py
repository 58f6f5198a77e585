"""What a total lacks, in words an officer reads beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from juso.core.calendar import Month
from juso.services.tally.persons import DIFFERS, WINDOWS
from juso.services.tally.totals import TotalRow

ALL_WINDOWS = "全窓口"
NO_REGISTER = "支援台帳がないか読めないので、窓口の間で同じ人を1人に数えられません。"


def spans(months: Sequence[Month]) -> str:
    """R7.7、R8.1～R8.3."""
    found: list[list[Month]] = []
    for month in months:
        if found and found[-1][-1].next == month:
            found[-1].append(month)
        else:
            found.append([month])
    return "、".join(f"{s[0]}～{s[-1]}" if len(s) > 1 else str(s[0]) for s in found)


def gap_text(missing: Iterable[str]) -> str:
    """W2（R7.7、R8.1～R8.3）、W3（全体）: what a total lacks, form by form."""
    found: dict[str, set[Month]] = {}
    for gap in missing:
        form, _, month = gap.partition("/")
        found.setdefault(form, set()).update([Month.parse(month)] if month else [])
    if all(form in found and not found[form] for form in WINDOWS):
        found = {ALL_WINDOWS: set(), **{f: m for f, m in found.items() if f not in WINDOWS}}
    return "、".join(f"{form}（{spans(sorted(m)) or '全体'}）" for form, m in found.items())


def gaps_of(row: TotalRow) -> Iterator[str]:
    """W3, or W3/R7.6: the windows a row of the city lacks, as a whole or in single months."""
    found: dict[str, list[Month]] = {}
    for month in row.months:
        for window in row.missing.get(month, ()):
            found.setdefault(window, []).append(month)
    for window, months in sorted(found.items()):
        if len(months) == len(row.months):
            yield window
        else:
            yield from (f"{window}/{month}" for month in months)


def persons_gap(row: TotalRow) -> str:
    """Why months of 実人数 cannot be told: the windows, and one month as an example."""
    if not row.by_register:
        return NO_REGISTER
    if not row.reasons:
        return ""
    where = gap_text(gaps_of(row))
    differing = ((month, reason) for month, reason in row.reasons.items() if DIFFERS in reason)
    month, reason = next(differing, (None, ""))
    if month is None:
        return f"{where}の報告がないため出せません。"
    return f"{where}のため出せません。例 {month}：{reason}。"
