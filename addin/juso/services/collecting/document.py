"""A minutes document by its items: what it says of each, and of the meeting as a whole."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from juso.core.cells import fold
from juso.core.errors import JusoError
from juso.services.collecting import labels
from juso.services.collecting.grid import list_table, pairs
from juso.services.collecting.minutes_text import MinutesText
from juso.services.collecting.printed import CONCLUSION, OPINIONS, Texts
from juso.services.collecting.section import OUTCOME, Section, Table, section_of
from juso.services.collecting.stamp import HEAD, LISTED, Marks, Origin, marks_of, origin_of
from juso.services.collecting.wording import digest, normal

ITEM = "案件"
WHOLE_MEETING = 0  # the 案件番号 of what is decided on no item

_HEADING = re.compile(r"[^\w]*案件\s?(\d+)(?=[\s】〕〉》\])」』:、.・]|$)")
_WHOLE = fold("会議全体の決定事項")


@dataclass(frozen=True, slots=True)
class Document:
    """One record of a meeting as somebody left it."""

    file: str
    origin: Origin
    marks: Marks  # of what was printed
    text: str  # all of it
    head: Texts
    listed: Mapping[int, str]  # 結論 in the list of items
    sections: Mapping[int, Section]  # by 案件番号
    asides: tuple[str, ...] = ()  # comments, footnotes and text boxes
    struck: tuple[str, ...] = field(default=())  # read as deleted

    @property
    def is_untouched(self) -> bool:
        """Whether every cell that could come back says what was printed in it."""
        said = {row: {n: digest(t) for n, t in texts.items()} for row, texts in self._texts()}
        as_printed = all(
            self.marks.get(row, {}).get(label) == mark
            for row, texts in said.items()
            for label, mark in texts.items()
        )
        return as_printed and self.printed_decisions <= set(said) and self._is_whole

    @property
    def _is_whole(self) -> bool:
        """Whether nothing that was printed is lacking, and nothing stands beside it."""
        sections = self.expected_sections
        beside = any(s and (s.unread or s.ignored or s.notes) for s in sections.values())
        lacking = any(s is None or self.lacking(n) for n, s in sections.items())
        return not (beside or lacking or self.unlisted or self.asides or self.struck)

    @property
    def printed_decisions(self) -> set[str]:
        """The numbers of the decisions that were printed."""
        return {row for row in self.marks if not row.startswith((ITEM, HEAD, LISTED))}

    @property
    def expected_sections(self) -> dict[int, Section | None]:
        """The items whose tables were printed, by number, with what is left of them."""
        if self.origin.item is not None:
            numbers = [self.origin.item]
        else:
            numbers = [WHOLE_MEETING, *self._numbers(ITEM)]
        return {number: self.sections.get(number) for number in numbers}

    @property
    def unlisted(self) -> list[int]:
        """The items that were printed in the list of items and are not found there once."""
        return [number for number in self._numbers(LISTED) if number not in self.listed]

    def lacking(self, number: int) -> list[str]:
        """What was printed of an item and is not found once, by its label."""
        section = self.sections.get(number) or Section()
        printed = self.marks.get(f"{ITEM}{number}", {})
        fields = [n for n in (OPINIONS, *OUTCOME) if n in printed and n not in section.all_texts]
        return [*fields, *dict.fromkeys(section.lacking)]

    def _numbers(self, part: str) -> list[int]:
        found = (re.fullmatch(rf"{part}(\d+)", row) for row in self.marks)
        return [int(match[1]) for match in found if match]

    def _texts(self) -> Iterator[tuple[str, Texts]]:
        yield HEAD, self.head
        for number, text in self.listed.items():
            yield f"{LISTED}{number}", {CONCLUSION: text}
        for number, section in self.sections.items():
            yield f"{ITEM}{number}", section.all_texts
            for row in section.decisions or ():
                yield row.number, row.texts


def document_of(read: MinutesText) -> Document:
    """A document's items by its headings; JusoError when it is no minutes the product made."""
    origin = origin_of(read.stamp)
    if origin is None:
        raise JusoError(
            f"{read.file} は「会議録をつくる」でつくった文書ではないため、取り込めません。"
            "「会議録をつくる」でつくった会議録又は案件別記録を直して、指定してください。"
        )
    tables = [block for block in read.blocks if not isinstance(block, str)]
    texts = [
        block if isinstance(block, str) else "\n".join(c.text for line in block for c in line)
        for block in read.blocks
    ]
    return Document(
        read.file,
        origin,
        marks_of(read.stamp),
        "\n".join((*texts, *read.asides)),
        _head(tables),
        _listed(tables),
        {number: section_of(own) for number, own in _by_item(read, origin).items()},
        read.asides,
        read.struck,
    )


def _head(tables: list[Table]) -> Texts:
    found = (pair for table in tables for pair in pairs(table, labels.HEAD))
    return {label: value for name, value in found if (label := labels.HEAD.exact(name))}


def _by_item(read: MinutesText, origin: Origin) -> dict[int, list[Table]]:
    """The tables of each item; in the whole record headings say whose they are."""
    found: dict[int, list[Table]] = {}
    current = origin.item
    for block in read.blocks:
        if isinstance(block, str):
            current = _heading(block, current) if origin.item is None else current
        elif current is not None:
            found.setdefault(current, []).append(block)
    return found


def _heading(text: str, current: int | None) -> int | None:
    """The item a paragraph begins, else the one it stands in."""
    if _WHOLE in fold(text):
        return WHOLE_MEETING
    found = _HEADING.match(unicodedata.normalize("NFKC", text).strip())
    return int(found[1]) if found else current


def _listed(tables: list[Table]) -> dict[int, str]:
    """Conclusions in the list of items; an item that stands there in two ways is left out."""
    found: dict[int, list[str]] = {}
    for table in tables:
        listed = list_table(table, labels.ITEMS, labels.ITEMS.words)
        for row in listed.rows if listed else ():
            if number := re.sub(r"\D", "", fold(row.cells.get(ITEM, ""))):
                found.setdefault(int(number), []).append(row.cells.get(CONCLUSION, ""))
    return {n: texts[0] for n, texts in found.items() if len(set(map(normal, texts))) == 1}
