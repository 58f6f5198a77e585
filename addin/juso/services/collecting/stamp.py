"""The stamp of a minutes document: which record it is, and marks of what was printed in it.

    juso             juso:案件別記録/SK-R7-05/2/R7-0050
    juso/案件2       結論=1b4f0e98 結論の要旨=60303ae2 …
    juso/SK-R7-05-02 決定事項=fd61a03a 担当機関=a4e624d6 …

Custom properties of the document, which Word and LibreOffice keep on saving under any name.
With the marks a cell that nobody edited is told from one that was, whatever the register
holds by then.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from juso.services.collecting.printed import (
    Texts,
    decision_texts,
    head_texts,
    item_texts,
    listed_texts,
)
from juso.services.collecting.wording import digest
from juso.services.meeting.minutes_model import CaseRecord, DecisionLine, Discussion, Minutes

NAME = "juso"
WHOLE, CASE = "会議録", "案件別記録"
HEAD = "会議"
LISTED = "議事"

_ORIGIN = re.compile(rf"{NAME}:(?:{WHOLE}/([^/]+)|{CASE}/([^/]+)/(\d+)/([^/]+))")

Marks = dict[str, dict[str, str]]  # 案件2, 議事2, 会議 or a decision's number -> label -> mark


@dataclass(frozen=True, slots=True)
class Origin:
    """Which record a document is; without an item it is that of the whole meeting."""

    meeting_no: str
    item: int | None = None
    case_no: str = ""

    @property
    def name(self) -> str:
        """会議録（SK-R7-05）, 案件別記録（SK-R7-05 案件2）."""
        if self.item is None:
            return f"{WHOLE}（{self.meeting_no}）"
        return f"{CASE}（{self.meeting_no} 案件{self.item}）"


def origin_of(stamp: Mapping[str, str]) -> Origin | None:
    """Which record a document's properties say it is; None for any other document."""
    found = _ORIGIN.fullmatch(stamp.get(NAME, ""))
    if found is None:
        return None
    if found[1]:
        return Origin(found[1])
    return Origin(found[2], int(found[3]), found[4])


def marks_of(stamp: Mapping[str, str]) -> Marks:
    """The marks of what was printed."""
    rows = {name.removeprefix(f"{NAME}/"): text for name, text in stamp.items() if "/" in name}
    return {
        row: dict(pair.rpartition("=")[::2] for pair in text.split() if "=" in pair)
        for row, text in rows.items()
    }


def whole_stamp(minutes: Minutes) -> dict[str, str]:
    """The stamp of the record of the whole meeting."""
    rows = {HEAD: head_texts(minutes.head)}
    for line in minutes.items:
        rows[line.item.replace("案件", LISTED)] = listed_texts(line)
    for discussion in minutes.discussions:
        rows |= _discussion(discussion)
    rows |= _decisions(minutes.decisions)
    return _stamp(f"{NAME}:{WHOLE}/{minutes.meeting_no}", rows)


def case_stamp(record: CaseRecord, meeting_no: str) -> dict[str, str]:
    """The stamp of the record of one case."""
    rows = {HEAD: head_texts(record.head)} | _discussion(record.discussion)
    number = re.sub(r"\D", "", record.discussion.item) or "0"
    return _stamp(f"{NAME}:{CASE}/{meeting_no}/{number}/{record.case_no}", rows)


def _discussion(discussion: Discussion) -> dict[str, Texts]:
    return {discussion.item: item_texts(discussion)} | _decisions(discussion.decisions)


def _decisions(lines: tuple[DecisionLine, ...]) -> dict[str, Texts]:
    return {line.number: decision_texts(line) for line in lines if line.number}


def _stamp(origin: str, rows: Mapping[str, Texts]) -> dict[str, str]:
    marks = {
        f"{NAME}/{row}": " ".join(f"{label}={digest(text)}" for label, text in texts.items())
        for row, texts in rows.items()
    }
    return {NAME: origin, **marks}
