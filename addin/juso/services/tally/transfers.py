"""つなぎ行列: what each window says it passed on, beside what the other side says it received."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from juso.core.cells import show
from juso.koshu.codes import Route
from juso.koshu.tally.core_items import REFERRED_TO
from juso.koshu.tally.items import WINDOW_FORMS
from juso.koshu.tally.site_items import site_code
from juso.koshu.tally.sites import community_sites
from juso.services.tally.merged import Merged
from juso.services.tally.sums import Row, month_sums, year_sum
from juso.services.tally.totals import Total

WINDOWS = tuple(declared.code for declared in WINDOW_FORMS)
PROGRAMS = ("M", "O", "P")
TARGETS = tuple(item.code for item in REFERRED_TO)  # F11–F35
TO = dict(zip((*WINDOWS, *PROGRAMS), TARGETS, strict=False))
TO_OTHERS = TARGETS[len(TO) :]  # 連携先 and その他
SITES = "R"
ALL_WINDOWS, OTHER_WINDOWS, OTHERS = "4窓口", "他の3窓口", "連携先・その他"
FROM_WINDOWS = Route.OTHER_WINDOW.code  # B37
BY_OUTREACH = Route.OUTREACH.code  # B42


@dataclass(frozen=True, slots=True)
class Series:
    """The due months of one count, and their sum."""

    months: tuple[Total, ...]
    year: Total


@dataclass(frozen=True, slots=True)
class Sent:
    """One cell of the matrix: what a form says it passed on to one receiver."""

    sender: str  # form
    receiver: str  # form, or OTHERS, or ALL_WINDOWS where the form does not say which
    code: str  # 項目コード, as the table shows it
    counts: Series


@dataclass(frozen=True, slots=True)
class Pair:
    """Both sides of the same path; with `more`, the receiver also counts what came otherwise."""

    sender: str  # form, or OTHER_WINDOWS, or ALL_WINDOWS
    receiver: str  # form, or ALL_WINDOWS
    sent_by: str  # 項目コード, as the table shows them
    received_by: str
    sent: Series
    received: Series
    more: bool = False


@dataclass(frozen=True, slots=True)
class Transfers:
    """The matrix and the pairs that both sides count."""

    matrix: tuple[Sent, ...]
    pairs: tuple[Pair, ...]

    def sent(self, sender: str, receiver: str) -> Series | None:
        """A cell of the matrix; None where the form does not count it."""
        found = (s.counts for s in self.matrix if (s.sender, s.receiver) == (sender, receiver))
        return next(found, None)


def transfers(merged: Merged) -> Transfers:
    """All paths between windows and programmes that the forms count."""
    return Transfers(tuple(_matrix(merged)), tuple(_pairs(merged)))


def _series(merged: Merged, rows: list[Row]) -> Series:
    months = month_sums(merged, rows)
    return Series(months, year_sum(merged, months))


def _matrix(merged: Merged) -> Iterator[Sent]:
    for sender in WINDOWS:
        for receiver, code in TO.items():
            if receiver != sender:
                yield Sent(sender, receiver, code, _series(merged, [(sender, code)]))
        others = _series(merged, [(sender, code) for code in TO_OTHERS])
        yield Sent(sender, OTHERS, f"{TO_OTHERS[0]}～{TO_OTHERS[-1]}", others)
    yield Sent("O", ALL_WINDOWS, "O11", _series(merged, [("O", "O11")]))
    at_sites = [(SITES, site_code("R08", site.site_no)) for site in community_sites()]
    yield Sent(SITES, ALL_WINDOWS, "R08", _series(merged, at_sites))


def _pairs(merged: Merged) -> Iterator[Pair]:
    for receiver in WINDOWS:
        sent = [(sender, TO[receiver]) for sender in WINDOWS if sender != receiver]
        yield _pair(merged, (OTHER_WINDOWS, receiver), sent, [(receiver, FROM_WINDOWS)])
    for sender, part in zip(WINDOWS, "abcd", strict=True):
        yield _pair(merged, (sender, "M"), [(sender, TO["M"])], [("M", f"M01{part}")])
    for receiver, code, more in (("O", "O01c", False), ("P", "P01", True)):
        sent = [(sender, TO[receiver]) for sender in WINDOWS]
        yield _pair(merged, (ALL_WINDOWS, receiver), sent, [(receiver, code)], more=more)
    received = [(window, BY_OUTREACH) for window in WINDOWS]
    yield _pair(merged, ("O", ALL_WINDOWS), [("O", "O11")], received, more=True)


def _pair(
    merged: Merged,
    names: tuple[str, str],
    sent: list[Row],
    received: list[Row],
    *,
    more: bool = False,
) -> Pair:
    sent_by, received_by = (rows[0][1] for rows in (sent, received))
    return Pair(
        *names, sent_by, received_by, _series(merged, sent), _series(merged, received), more
    )


def verdict(pair: Pair) -> str:
    """How the two sides stand to each other over the year, in words."""
    return _compared(pair.sent.year, pair.received.year, more=pair.more)


def _compared(sent: Total, received: Total, *, more: bool) -> str:
    if sent.value is None or received.value is None:
        side = "送った側" if sent.value is None else "受けた側"
        return f"比べられません（{side}の数がありません）"
    provisional = "（暫定）" if sent.missing or received.missing else ""
    difference = sent.value - received.value
    if difference == 0:
        return f"一致{provisional}"
    if difference > 0:
        return f"送ったほうが{show(difference)}多い{provisional}"
    if more:
        return f"受けたほうが{show(-difference)}多い（ほかからの分を含む）{provisional}"
    return f"受けたほうが{show(-difference)}多い{provisional}"


def differing_months(pair: Pair) -> int:
    """In how many months both sides have a figure and do not agree."""
    sides = zip(pair.sent.months, pair.received.months, strict=True)
    return sum(
        sent.value is not None and received.value is not None and sent.value != received.value
        for sent, received in sides
    )
