"""What a document says on one item, and what of it could not be read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from juso.core.cells import fold
from juso.services.collecting import labels
from juso.services.collecting.grid import ListTable, TableRow, list_table, pairs
from juso.services.collecting.minutes_text import Line
from juso.services.collecting.printed import CONCLUSION, OPINIONS, Texts, opinions_text
from juso.services.collecting.wording import NO_VALUE, NOTHING, filled_in, normal, quoted

NUMBER = "決定番号"
CONTENT = "決定事項"
AGENCY = "機関"
TITLE = "件名"
OUTCOME = (CONCLUSION, "結論の要旨", "次回再付議")
DECIDED = (CONTENT, "担当機関")  # the columns by which the table is known
EMPTY = NOTHING | NO_VALUE
Table = tuple[Line, ...]
_NUMBER = re.compile(r"[A-Z]+-R\d+-\d+-\d+")


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
    lacking: list[str] = field(default_factory=list)  # columns of the 決定事項 table
    unread: list[str] = field(default_factory=list)  # texts of which nobody knows what they are
    ignored: list[str] = field(default_factory=list)  # what does not come back, and why
    notes: list[str] = field(default_factory=list)  # how names were read

    @property
    def all_texts(self) -> Texts:
        """The texts with the opinions as one of them."""
        if self.opinions is None:
            return self.texts
        return self.texts | {OPINIONS: opinions_text(self.opinions)}


def section_of(tables: Sequence[Table]) -> Section:
    """The tables that stand on an item, read."""
    section = Section()
    above: ListTable | None = None
    others = []
    for table in chain.from_iterable(map(_apart, tables)):
        if found := list_table(table, labels.DECISIONS, DECIDED):
            _add_decisions(section, found.rows)
            section.lacking += found.lacking if found.rows else []
            above = found
        elif found := list_table(table, labels.OPINIONS, labels.OPINIONS.words):
            _add_opinions(section, found)
        elif rows := _cut_off(above, table):
            _add_decisions(section, rows)
            continue
        else:
            others.append(table)
            continue
        section.notes += found.notes
        section.ignored += map(_no_column, found.ignored)
    _add_facts(section, others)
    return section


def _apart(table: Table) -> Iterator[Table]:
    """The parts of a table that grew together when the paragraph between two was deleted."""
    part: list[Line] = []
    kind: object = None
    for line in table:
        new = _kind(line) or kind
        if new is not kind and part:
            yield tuple(part)
            part = []
        kind = new
        part.append(line)
    yield tuple(part)


def _kind(line: Line) -> object:
    """The kind of table that a row begins, or is a field of; None for any other row."""
    if list_table((line,), labels.DECISIONS, DECIDED):
        return labels.DECISIONS
    if list_table((line,), labels.OPINIONS, labels.OPINIONS.words):
        return labels.OPINIONS
    return labels.FACTS if len(line) > 1 and labels.FACTS.exact(line[0].text) else None


def _cut_off(above: ListTable | None, table: Table) -> list[TableRow]:
    """The rows of a 決定事項 table split in two: the second half has no headings."""
    rows = above.goes_on(table) if above else []
    numbers = [fold(filled_in(row.cells.get(NUMBER, row.merged))) for row in rows]
    is_sure = any(map(_NUMBER.fullmatch, numbers))
    fits = all(number in EMPTY or _NUMBER.fullmatch(number) for number in numbers)
    return rows if is_sure and fits else []


def _add_decisions(section: Section, rows: Sequence[TableRow]) -> None:
    section.decisions = [*(section.decisions or ()), *filter(None, map(_decision, rows))]
    section.unread += [text for row in rows for text in row.over]


def _add_opinions(section: Section, table: ListTable) -> None:
    """Opinions; a row that is wider than the table was dragged here from another one."""
    plain = [row for row in table.rows if not row.over]
    said = [pair for row in plain for pair in _opinions(row)]
    section.opinions = [*(section.opinions or ()), *said]
    named = (filled_in(row.cells.get(AGENCY, "")) for row in plain if not _has_said(row))
    section.ignored += [f"「{quoted(name)}」の意見が書かれていない" for name in named if name]
    wide = (row for row in table.rows if row.over)
    section.unread += [" ".join((*row.cells.values(), *row.over)) for row in wide]


def _has_said(row: TableRow) -> bool:
    return bool(row.merged or filled_in(row.cells.get(OPINIONS, "")))


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
        agency, said = (filled_in(row.cells.get(label, "")) for label in (AGENCY, OPINIONS))
        if said:
            yield agency, said
    elif fold(row.merged) not in NOTHING:
        for line in filled_in(row.merged).splitlines():
            agency, colon, said = line.replace(":", "：", 1).partition("：")
            yield (agency.strip(), said.strip()) if colon else ("", line)


def _add_facts(section: Section, tables: Sequence[Table]) -> None:
    """Fields of all other tables together: which one a near name means depends on the rest."""
    found = [(n, *pair) for n, table in enumerate(tables) for pair in pairs(table, labels.FACTS)]
    named = labels.FACTS.named([label for _, label, _ in found])
    section.notes += named.notes
    values: dict[str, list[str]] = {}
    outcome = set()
    for (number, _, value), label in zip(found, named.labels, strict=True):
        values.setdefault(label, []).append(value)
        if label in OUTCOME:
            outcome.add(number)
    values.pop("", None)
    same = {label: texts for label, texts in values.items() if len(set(map(normal, texts))) == 1}
    section.texts |= {label: texts[0] for label, texts in same.items()}
    if TITLE in values and TITLE not in same:
        _set_aside(section)
    for (number, name, value), label in zip(found, named.labels, strict=True):
        if not label:
            _add_unknown(section, name.strip(), value.strip(), is_outcome=number in outcome)


def _set_aside(section: Section) -> None:
    """Two titles: a heading is gone, and only a decision's number says whose a row is."""
    section.texts, section.opinions = {}, None
    rows = section.decisions or []
    section.unread += [" ".join(row.texts.values()) for row in rows if not row.number]
    section.decisions = [row for row in rows if row.number]


def _add_unknown(section: Section, name: str, value: str, *, is_outcome: bool) -> None:
    """A field of no known name: pointed at beside the conclusion, or where a decision stands."""
    if section.decisions is not None and _NUMBER.search(fold(f"{name} {value}")):
        section.unread.append(quoted(f"{name} {value}"))
    elif is_outcome and value and not name:
        section.unread.append(quoted(value))
    elif is_outcome and (value or name):
        section.ignored.append(_no_column(name))


def _no_column(name: str) -> str:
    return f"「{quoted(name)}」は台帳に欄がない"
