"""Which row of 決定事項 a row of a document is: by its number, else by its words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from juso.core.cells import fold
from juso.core.finding import Finding
from juso.koshu.rules import CellRule
from juso.koshu.rules.collect_rules import NUMBERING, UNDECIDED
from juso.koshu.sheets import Decision
from juso.services.collecting.document import Document
from juso.services.collecting.section import CONTENT, DecisionRow
from juso.services.collecting.sitting import Place, Sitting
from juso.services.collecting.wording import filled_in

ALIKE = 0.6  # as difflib measures it
LAST_NUMBER = re.compile(r"-(\d+)$")


@dataclass(frozen=True, slots=True)
class Found:
    """A row of a 決定事項 table and where it stands."""

    document: Document
    item: int
    row: DecisionRow

    @property
    def words(self) -> str:
        return fold(filled_in(self.row.texts.get(CONTENT, "")))


@dataclass(slots=True)
class Matched:
    """The rows of the documents, by what they are in the register."""

    register: dict[str, Decision]  # the meeting's decisions by number
    numbers: set[str] = field(default_factory=set)  # that stand in the documents
    known: list[tuple[Found, Decision]] = field(default_factory=list)
    new: dict[str, Found] = field(default_factory=dict)  # by the number it gets
    findings: list[Finding] = field(default_factory=list)

    def free(self, item: int) -> list[Decision]:
        """The decisions on an item that no row of the documents is."""
        taken = {decision.decision_no for _, decision in self.known}
        return [
            d for n, d in self.register.items() if (d.item_number or 0) == item and n not in taken
        ]

    def alike(self, found: Found) -> Decision | None:
        """A decision on the same item that a new row may be, in other words."""
        words = {fold(d.content or ""): d for d in self.free(found.item)}
        near = get_close_matches(found.words, list(words), n=1, cutoff=ALIKE)
        return words[near[0]] if near else None


def match_rows(sitting: Sitting, documents: Sequence[Document]) -> Matched:
    """Every row of the documents of a meeting."""
    decisions = sitting.register.decisions_of.get(sitting.meeting_no, [])
    matched = Matched({d.decision_no: d for d in reversed(decisions) if d.decision_no})
    rows = list(_rows(documents))
    for found in rows:
        if found.row.number:
            _by_number(sitting, found, matched)
    unnumbered = [found for found in rows if not found.row.number]
    _by_words(unnumbered, matched)
    return matched


def _rows(documents: Sequence[Document]) -> Iterator[Found]:
    for document in documents:
        for item, section in document.sections.items():
            for row in section.decisions or ():
                yield Found(document, item, row)


def _by_number(sitting: Sitting, found: Found, matched: Matched) -> None:
    number = found.row.number
    decision = matched.register.get(number)
    if fault := _fault(sitting, found, matched):
        rule, message = fault
        place = Place(found.document.file, f"決定事項{number}", decision, "decision_no", number)
        matched.findings.append(sitting.remark(rule, place, message))
    elif decision is not None:
        matched.known.append((found, decision))
    else:
        matched.new[number] = found
    matched.numbers.add(number)


def _fault(sitting: Sitting, found: Found, matched: Matched) -> tuple[CellRule, str] | None:
    """Why a number does not say which decision a row is."""
    number, decision = found.row.number, matched.register.get(found.row.number)
    new = "新しい決定事項なら、決定番号を空にしてください（番号は取り込むときに付けます）。"
    if not re.fullmatch(rf"{re.escape(sitting.meeting_no)}-\d{{2}}", number):
        return NUMBERING, f"この会議の決定番号ではないため、取り込みません。{new}"
    if number in matched.numbers:
        return NUMBERING, f"同じ決定番号の行が2つあるため、2つ目を取り込みません。{new}"
    if decision is not None and (decision.item_number or 0) != found.item:
        at = f"案件{decision.item_number}" if decision.item_number else "会議全体"
        return NUMBERING, f"台帳では{at}の決定番号であるため、取り込みません。{new}"
    if decision is None and number in found.document.printed_decisions:
        message = "文書をつくった後に、台帳から消されています。残すなら台帳に入力してください。"
        return UNDECIDED, message
    return None


def _by_words(rows: Sequence[Found], matched: Matched) -> None:
    """Rows without a number: already in the register in the same words, else new."""
    unknown = []
    for found in rows:
        same = (d for d in matched.free(found.item) if fold(d.content or "") == found.words)
        decision = next(same, None)
        if decision is None:
            unknown.append(found)
        else:
            matched.known.append((found, decision))
            matched.numbers.add(decision.decision_no)
    for found in unknown:
        matched.new[_next_number(found, matched)] = found


def _next_number(found: Found, matched: Matched) -> str:
    """The number after the last one the meeting has given, in the register or on paper."""
    meeting_no = found.document.origin.meeting_no
    given = {*matched.register, *matched.new, *found.document.printed_decisions}
    own = (LAST_NUMBER.search(n) for n in given if n.startswith(f"{meeting_no}-"))
    return f"{meeting_no}-{max((int(m[1]) for m in own if m), default=0) + 1:02d}"
