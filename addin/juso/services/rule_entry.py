"""One line of the catalogue of rules."""

from __future__ import annotations

from dataclasses import dataclass

from juso.core.finding import Severity

HEADINGS = ("規則", "重要度", "決まり", "見る列", "設定", "根拠")
UNSAID = "知らせません"


@dataclass(frozen=True, slots=True)
class Entry:
    """One rule in words, as HEADINGS name them."""

    rule: str
    grades: tuple[Severity, ...]  # the first is the rule's own, the others come up at times
    statement: str
    reads: str  # headings of the columns it looks at
    settings: str  # numbers of the 設定 sheet it goes by
    basis: str

    @property
    def cells(self) -> tuple[str, ...]:
        return (
            self.rule,
            "・".join(self.grades) or UNSAID,
            self.statement,
            self.reads,
            self.settings,
            self.basis,
        )
