"""A minutes document by its items: what it says of each, and of the meeting as a whole."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from juso.core.cells import fold
from juso.core.errors import JusoError
from juso.services.collecting.grid import TableRow, facts, rows_below
from juso.services.collecting.minutes_text import Line, MinutesText
from juso.services.collecting.printed import CONCLUSION, OPINIONS, Texts, opinions_text
from juso.services.collecting.stamp import HEAD, LISTED, Marks, Origin, marks_of, origin_of
from juso.services.collecting.wording import NO_VALUE, NOTHING, digest, filled_in

NUMBER = "決定番号"
CONTENT = "決定事項"
AGENCY, ITEM = "機関", "案件"
WHOLE_MEETING = 0  # the 案件番号 of what is decided on no item

_DECISIONS = {fold(n): n for n in (NUMBER, CONTENT, "担当機関", "担当者", "期限", "報告方法")}
_DECISIONS |= {fold("内容"): CONTENT, fold("担当"): "担当者", fold("期日"): "期限"}
_OPINIONS = {fold(name): name for name in (AGENCY, OPINIONS)}
_LIST = {fold(name): name for name in (ITEM, CONCLUSION)}
_FACTS = {fold(n): n for n in ("件名", "説明要旨", CONCLUSION, "結論の要旨", "次回再付議")}
_HEAD = {fold(n): n for n in ("守秘義務の確認",)}
EMPTY = NOTHING | NO_VALUE
_HEADING = re.compile(r"案件\s?(\d+)(?=\s|$)")
_WHOLE = fold("会議全体の決定事項")


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A row of a 決定事項 table; columns that the table lacks are not in `texts`."""

    number: str  # '' where none is written
    texts: Texts


@dataclass(slots=True)
class Section:
    """What stands on one item; None for a table that the document lacks."""

    texts: Texts = field(default_factory=dict)
    opinions: list[tuple[str, str]] | None = None
    decisions: list[DecisionRow] | None = None


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

    @property
    def is_untouched(self) -> bool:
        """Whether every cell that could come back says what was printed in it."""
        said = {row: {n: digest(t) for n, t in texts.items()} for row, texts in self._texts()}
        as_printed = all(
            self.marks.get(row, {}).get(label) == mark
            for row, texts in said.items()
            for label, mark in texts.items()
        )
        return as_printed and self.printed_decisions <= set(said)

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
            named = (re.fullmatch(rf"{ITEM}(\d+)", row) for row in self.marks)
            numbers = [WHOLE_MEETING, *(int(found[1]) for found in named if found)]
        return {number: self.sections.get(number) for number in numbers}

    def _texts(self) -> Iterator[tuple[str, Texts]]:
        yield HEAD, self.head
        for number, text in self.listed.items():
            yield f"{LISTED}{number}", {CONCLUSION: text}
        for number, section in self.sections.items():
            yield f"{ITEM}{number}", section_texts(section)
            for row in section.decisions or ():
                yield row.number, row.texts


def section_texts(section: Section) -> Texts:
    """The texts of an item with its opinions as one of them."""
    if section.opinions is None:
        return section.texts
    return section.texts | {OPINIONS: opinions_text(section.opinions)}


def document_of(read: MinutesText) -> Document:
    """A document's items by its headings; JusoError when it is no minutes the product made."""
    origin = origin_of(read.stamp)
    if origin is None:
        raise JusoError(
            f"{read.file} は「会議録をつくる」でつくった文書ではないため、取り込めません。"
            "「会議録をつくる」でつくった会議録又は案件別記録を直して、指定してください。"
        )
    head, listed, sections = _contents(read, origin)
    text = "\n".join(
        block if isinstance(block, str) else "\n".join(c.text for line in block for c in line)
        for block in read.blocks
    )
    return Document(read.file, origin, marks_of(read.stamp), text, head, listed, sections)


def _contents(
    read: MinutesText, origin: Origin
) -> tuple[Texts, dict[int, str], dict[int, Section]]:
    head: Texts = {}
    listed: dict[int, str] = {}
    sections: dict[int, Section] = {}
    current = origin.item
    for block in read.blocks:
        if isinstance(block, str):
            current = _heading(block, current) if origin.item is None else current
            continue
        head |= facts(block, _HEAD)
        listed |= _listed(block)
        if current is not None:
            _add(sections.setdefault(current, Section()), block)
    return head, listed, sections


def _heading(text: str, current: int | None) -> int | None:
    """The item a paragraph begins, else the one it stands in."""
    if _WHOLE in fold(text):
        return WHOLE_MEETING
    found = _HEADING.match(unicodedata.normalize("NFKC", text).strip())
    return int(found[1]) if found else current


def _listed(table: tuple[Line, ...]) -> dict[int, str]:
    rows = rows_below(table, _LIST, _LIST.values()) or ()
    numbers = ((re.sub(r"\D", "", fold(r.cells.get(ITEM, ""))), r) for r in rows)
    return {int(number): row.cells[CONCLUSION] for number, row in numbers if number}


def _add(section: Section, table: tuple[Line, ...]) -> None:
    """Take in a table that belongs to an item."""
    if (rows := rows_below(table, _DECISIONS, {CONTENT, "担当機関"})) is not None:
        section.decisions = [*(section.decisions or ()), *filter(None, map(_decision, rows))]
    elif (rows := rows_below(table, _OPINIONS, _OPINIONS.values())) is not None:
        said = [pair for row in rows for pair in _opinions(row)]
        section.opinions = [*(section.opinions or ()), *said]
    else:
        section.texts |= facts(table, _FACTS)


def _decision(row: TableRow) -> DecisionRow | None:
    """A decision; one typed over 「決定事項なし」 has only its content."""
    if row.merged:
        return None if fold(row.merged) in NOTHING else DecisionRow("", {CONTENT: row.merged})
    texts = dict(row.cells)
    number = fold(filled_in(texts.pop(NUMBER, "")))
    if number in EMPTY:
        number = ""
    is_filled = any(fold(filled_in(text)) not in EMPTY for text in texts.values())
    return DecisionRow(number, texts) if number or is_filled else None


def _opinions(row: TableRow) -> Iterator[tuple[str, str]]:
    """機関 and opinion; text typed over 「意見なし」 may hold several, 機関：意見 to a line."""
    if not row.merged:
        if said := filled_in(row.cells.get(OPINIONS, "")):
            yield filled_in(row.cells.get(AGENCY, "")), said
    elif fold(row.merged) not in NOTHING:
        for line in filled_in(row.merged).splitlines():
            agency, colon, said = line.replace(":", "：", 1).partition("：")
            yield (agency.strip(), said.strip()) if colon else ("", line)
