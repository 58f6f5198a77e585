"""提出から確定まで: what happens to a window's monthly form, and the one state of every month.

A window sends the same growing file month by month. Each new content is a version, which takes
the place of the whole former one; a month that was settled stays settled whatever comes later,
until somebody takes that back and says why.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from juso.core.calendar import FiscalYear, Month
from juso.core.codelist import CodeList

DEADLINE_DAY = 10  # of the following month
REPLY_DAYS = 5  # business days a window is given to answer a 差戻し or a 催促


def deadline(month: Month) -> date:
    """提出期限: the last day on which a month's report is in time."""
    return month.next.first_day + timedelta(days=DEADLINE_DAY - 1)


class Status(CodeList):
    """提出状況: where one month of one window's report stands."""

    MISSING = "未提出"
    SUBMITTED = "提出", "届いているが、まだ受け付けていない"
    RECEIVED = "受付"
    RETURNED = "差戻し"
    SETTLED = "確定"

    @property
    def is_there(self) -> bool:
        """Whether the window has reported the month."""
        return self is not Status.MISSING


class Step(CodeList):
    """One thing that is done with a form."""

    RECEIVE = "受付"
    RETURN = "差戻し"
    SETTLE = "確定"
    EXPLAIN = "理由", "前に報告した数を変えた理由"
    REOPEN = "確定取消", "確定を、理由と期限を残して取り消すこと"


@dataclass(frozen=True, slots=True)
class Event:
    """One step, as it is remembered; no personal data.

    `month` is the last month of the version, with 確定, 理由 and 確定取消 the very month.
    """

    step: Step
    form: str
    year: FiscalYear
    version: int
    sha256: str
    month: Month
    by: str
    at: date
    sent_on: date | None = None  # 受付: 提出日 of the 表紙
    changed: tuple[str, ...] = ()  # 受付: A01/R7.4, figures that differ from the version before
    reasons: int = 0  # 差戻し
    item: str = ""  # 理由
    reason: str = ""  # 理由, 確定取消
    until: date | None = None  # 確定取消: the last day to settle the month again


def figure_key(item: str, month: Month) -> str:
    """A01/R7.4: one figure of a form, as events name it."""
    return f"{item}/{month}"


@dataclass(slots=True)
class Life:
    """What became of one window's form of one fiscal year; steps that cannot be are passed over."""

    form: str
    year: FiscalYear
    versions: list[Event] = field(default_factory=list)
    settled: dict[Month, Event] = field(default_factory=dict)
    reopened: dict[Month, Event] = field(default_factory=dict)  # 確定取消, until settled again
    returned: Event | None = None  # the 差戻し of the current version
    reasons: dict[tuple[int, str], str] = field(default_factory=dict)  # by version and figure_key

    @property
    def current(self) -> Event | None:
        """受付 of the version that counts."""
        return self.versions[-1] if self.versions else None

    def status(self, month: Month) -> Status:
        """The one state of a month."""
        if month in self.settled:
            return Status.SETTLED
        if self.current is None or month > self.current.month:
            return Status.MISSING
        return Status.RETURNED if self.returned else Status.RECEIVED

    def first(self, month: Month) -> Event | None:
        """受付 of the first version that reported a month."""
        return next((version for version in self.versions if version.month >= month), None)

    def version_of(self, sha256: str) -> Event | None:
        """受付 of the version with this content."""
        return next((version for version in self.versions if version.sha256 == sha256), None)

    def unexplained(self) -> dict[str, Event]:
        """By figure_key, 受付 of the version that last changed a figure, where none says why."""
        changed = {key: version for version in self.versions for key in version.changed}
        return {key: by for key, by in changed.items() if not self.reason(by.version, key)}

    def reason(self, version: int, key: str) -> str:
        """Why a version changed a figure; '' where nobody has said."""
        return self.reasons.get((version, key), "")

    def take(self, event: Event) -> bool:
        """Take a step; False, and nothing changes, where it cannot follow what happened before."""
        steps = {
            Step.RECEIVE: self._receive,
            Step.RETURN: self._return,
            Step.SETTLE: self._settle,
            Step.EXPLAIN: self._explain,
            Step.REOPEN: self._reopen,
        }
        return steps[event.step](event)

    def _is_of_current(self, event: Event) -> bool:
        return self.current is not None and event.sha256 == self.current.sha256

    def _return(self, event: Event) -> bool:
        if not self._is_of_current(event):
            return False
        self.returned = event
        return True

    def _settle(self, event: Event) -> bool:
        now = self.current
        if now is None or not self._is_of_current(event) or event.month > now.month:
            return False
        if event.month in self.settled or self.returned:
            return False
        self.settled[event.month] = event
        self.reopened.pop(event.month, None)
        return True

    def _receive(self, event: Event) -> bool:
        now = self.current
        if self.version_of(event.sha256) or (now and event.version <= now.version):
            return False
        self.versions.append(event)
        self.returned = None
        return True

    def _reopen(self, event: Event) -> bool:
        closed = self.settled.get(event.month)
        if closed is None or closed.sha256 != event.sha256:
            return False
        self.reopened[event.month] = event
        del self.settled[event.month]
        return True

    def _explain(self, event: Event) -> bool:
        if not any(version.version == event.version for version in self.versions):
            return False
        self.reasons[event.version, figure_key(event.item, event.month)] = event.reason
        return True


def lives(events: Iterable[Event], year: FiscalYear) -> Mapping[str, Life]:
    """By form, what became of those of a fiscal year; only forms that were ever received."""
    found: dict[str, Life] = {}
    for event in events:
        if event.year == year:
            found.setdefault(event.form, Life(event.form, year)).take(event)
    return {code: life for code, life in found.items() if life.versions}
