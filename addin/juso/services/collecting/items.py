"""会議案件: conclusions, their summaries, opinions and the next hearing as changes of its rows."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from juso.core.change import Change
from juso.core.finding import Finding, Severity
from juso.koshu.meetings import NEEDS_DECISION
from juso.koshu.rules.agenda_rules import case_leads_to_a_decision, item_is_concluded
from juso.koshu.rules.collect_rules import ELSEWHERE, TOO_EARLY, UNDECIDED
from juso.koshu.rules.lookups import item_name
from juso.koshu.sheets import AgendaItem, Case
from juso.services.collecting.collected import Collected
from juso.services.collecting.document import WHOLE_MEETING, Document
from juso.services.collecting.opinions import read_opinions
from juso.services.collecting.printed import (
    CONCLUSION,
    OPINIONS,
    conclusion_text,
    item_texts,
)
from juso.services.collecting.section import Section
from juso.services.collecting.sitting import Place, Sitting
from juso.services.collecting.stamp import LISTED
from juso.services.collecting.take import Kept, Pairs, RowText, Taken, shown_value, take_row
from juso.services.collecting.values import read_conclusion, read_day, read_text
from juso.services.collecting.wording import digest, normal
from juso.services.meeting.discussion import discussion
from juso.services.meeting.minutes_model import Discussion

CONCLUDED = Kept(CONCLUSION, "conclusion", read_conclusion)
KEPT = (
    CONCLUDED,
    Kept("結論の要旨", "conclusion_text", read_text, is_free_text=True),
    Kept("次回再付議", "again_on", read_day, may_be_emptied=True),
)
NOT_KEPT = (("件名", "title"), ("説明要旨", "question"))
Said = tuple[Document, Taken]


def collect_items(
    sitting: Sitting, documents: Sequence[Document], decided: Collection[int]
) -> Collected:
    """Every item of the documents of a meeting; `decided` are those with a decision."""
    numbers = sorted({n for d in documents for n in (*d.listed, *d.sections)} - {WHOLE_MEETING})
    items = (item for n in numbers if (item := sitting.item(n)) is not None)
    return Collected.of(_item(sitting, item, documents, decided) for item in items)


def _item(
    sitting: Sitting, item: AgendaItem, documents: Sequence[Document], decided: Collection[int]
) -> Collected:
    said = list(_said(sitting, item, documents))
    cells, clashes = _agreed(sitting, item, said)
    undecided = {key: pair for _, taken in said for key, pair in taken.undecided.items()}
    findings = [finding for _, taken in said for finding in taken.findings]
    after = item.replace(**{key: new for key, (_, new) in cells.items()})
    file = said[0][0].file
    row = (AgendaItem, item.row_number, f"{item.meeting_no} {item_name(item)}")
    return Collected(
        (Change(*row, cells),) if cells else (),
        (Change(*row, undecided),) if undecided else (),
        (
            *findings,
            *clashes,
            *_too_early(sitting, file, item, cells),
            *_missing(sitting, file, after, undecided),
            *([] if clashes else _listed_otherwise(sitting, after, documents)),
            *_without_decision(sitting, file, after, decided),
        ),
    )


def _said(sitting: Sitting, item: AgendaItem, documents: Sequence[Document]) -> Iterator[Said]:
    """What each document says of an item: in the list of items, and where it stands itself."""
    now = discussion(sitting.cases, item)
    case, number, name = sitting.cases.case(item), item.number, item_name(item)
    for document in documents:
        if number in document.listed:
            yield document, take_row(sitting, _listed(document, item, case), (CONCLUDED,))
        if section := document.sections.get(number):
            marks = document.marks.get(name, {})
            texts, printed = section.all_texts, item_texts(now)
            said = RowText(document.file, name, item, case, texts, marks, printed)
            taken = take_row(sitting, said, (*KEPT, *_opinions(section, now, item)))
            notes = Taken(findings=tuple(_elsewhere(sitting, said)))
            yield document, taken.joined(notes)


def _listed(document: Document, item: AgendaItem, case: Case | None) -> RowText:
    """An item in the list of items: what nobody edited there says nothing."""
    text = document.listed[item.number]
    marks = document.marks.get(f"{LISTED}{item.number}", {})
    texts = {} if digest(text) == marks.get(CONCLUSION) else {CONCLUSION: text}
    now = {CONCLUSION: conclusion_text(item.conclusion)}
    return RowText(document.file, f"議事の{item_name(item)}", item, case, texts, marks, now)


def _opinions(section: Section, now: Discussion, item: AgendaItem) -> Iterator[Kept]:
    """The table of opinions, read as a whole."""
    if section.opinions is not None:
        typed = read_opinions(section.opinions, now.opinions, item.opinions)
        yield Kept(OPINIONS, "opinions", lambda _: typed, is_free_text=True)


def _elsewhere(sitting: Sitting, said: RowText) -> Iterator[Finding]:
    """Edits of cells that only the register may change."""
    for label, key in NOT_KEPT:
        text = said.texts.get(label, "")
        if label not in said.texts or digest(text) == said.marks.get(label):
            continue
        if normal(text) != normal(said.now.get(label, "")):
            place = Place(said.file, f"{said.what}の「{label}」", said.row, key, text)
            message = "書き換えられていますが、取り込みません。会議案件の方を直してください。"
            yield sitting.remark(ELSEWHERE, place, message)


def _agreed(
    sitting: Sitting, item: AgendaItem, said: Sequence[Said]
) -> tuple[Pairs, list[Finding]]:
    """The changes on which all documents agree, and a finding for each on which they do not."""
    cells, findings = {}, []
    for key in dict.fromkeys(key for _, taken in said for key in taken.cells):
        found = [(d.file, taken.cells[key]) for d, taken in said if key in taken.cells]
        if len({new for _, (_, new) in found}) == 1:
            cells[key] = found[0][1]
            continue
        shown = "、".join(f"{file} では「{shown_value(new)}」" for file, (_, new) in found)
        place = Place("", "", item, key)
        message = (
            f"{item_name(item)}の書き方が文書の中でそろっていません（{shown}）。そろえてください。"
        )
        findings.append(sitting.remark(UNDECIDED, place, message, Severity.ERROR))
    return cells, findings


def _too_early(sitting: Sitting, file: str, item: AgendaItem, cells: Pairs) -> Iterator[Finding]:
    _, again_on = cells.get("again_on", (None, None))
    if again_on is not None and again_on <= sitting.cases.day:
        place = Place(file, f"{item_name(item)}の「次回再付議」", item, "again_on")
        message = "会議の日より後ではありません。年と月日を確かめてください。"
        yield sitting.remark(TOO_EARLY, place, message)


def _missing(sitting: Sitting, file: str, item: AgendaItem, undecided: Pairs) -> Iterator[Finding]:
    """What settled minutes must say of an item."""
    if sitting.grade is not Severity.ERROR:
        return
    for key, label in (("conclusion", CONCLUSION), ("conclusion_text", "結論の要旨")):
        if not getattr(item, key) and key not in undecided:
            place = Place(file, f"{item_name(item)}の「{label}」", item, key)
            message = "書かれていませんが、会議録は確定しています。会議の結果を書いてください。"
            yield sitting.remark(item_is_concluded, place, message)


def _listed_otherwise(
    sitting: Sitting, item: AgendaItem, documents: Sequence[Document]
) -> Iterator[Finding]:
    """A list of items that says another conclusion than the item's own record."""
    for document in documents:
        text = document.listed.get(item.number, "")
        said = read_conclusion(text).value
        if said is not None and said is not item.conclusion and item.conclusion:
            place = Place(document.file, f"議事の{item_name(item)}", item, "conclusion", text)
            message = (
                f"「{said}」となっていますが、この案件の結論は「{item.conclusion}」です。"
                "会議録の方を直してください。"
            )
            yield sitting.remark(UNDECIDED, place, message)


def _without_decision(
    sitting: Sitting, file: str, item: AgendaItem, decided: Collection[int]
) -> Iterator[Finding]:
    """After such a conclusion somebody must do something by a day."""
    about_case = sitting.cases.case(item) is not None
    if about_case and item.conclusion in NEEDS_DECISION and item.number not in decided:
        place = Place(file, f"{item_name(item)}の決定事項", item, "conclusion")
        message = (
            f"結論が「{item.conclusion}」ですが、決定事項がありません。"
            "誰がいつまでに何をするかを書いてください。"
        )
        yield sitting.remark(case_leads_to_a_decision, place, message, sitting.grade)
