"""決定事項: rows of the documents as changes of the register's rows, and as new rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from juso.core.change import Change
from juso.core.finding import Finding, Severity
from juso.koshu.codes import DecisionState
from juso.koshu.rules.collect_rules import NO_SUCH_AGENCY, REMOVED, TOO_EARLY, UNDECIDED, UNREADABLE
from juso.koshu.rules.decision_rules import decision_is_assigned
from juso.koshu.sheets import Decision
from juso.services.collecting.collected import Collected
from juso.services.collecting.document import Document
from juso.services.collecting.matching import Found, Matched, match_rows
from juso.services.collecting.printed import Texts, decision_texts
from juso.services.collecting.section import CONTENT
from juso.services.collecting.sitting import Place, Sitting
from juso.services.collecting.take import Kept, RowText, Taken, take_row
from juso.services.collecting.values import AgencyNames, read_day, read_text, read_words
from juso.services.collecting.wording import filled_in, quoted
from juso.services.meeting.discussion import decision_lines

NEEDED = (("agency", "担当機関"), ("worker", "担当者"), ("due_on", "期限"))


def kept_cells(agencies: AgencyNames) -> tuple[Kept, ...]:
    """The cells of a row of 決定事項 that come back."""
    return (
        Kept(CONTENT, "content", read_text, is_free_text=True),
        Kept("担当機関", "agency", agencies.read, unreadable=NO_SUCH_AGENCY),
        Kept("担当者", "worker", read_words),
        Kept("期限", "due_on", read_day),
        Kept("報告方法", "report_how", read_words, may_be_emptied=True, is_free_text=True),
    )


def collect_decisions(sitting: Sitting, documents: Sequence[Document]) -> Collected:
    """Every decision of the documents of a meeting against the register."""
    matched = match_rows(sitting, documents)
    return Collected.of(
        [
            Collected(findings=tuple(matched.findings)),
            *(_changed(sitting, found, decision) for found, decision in matched.known),
            *_new(sitting, matched),
            *_removed(sitting, documents, matched),
        ]
    )


def _changed(sitting: Sitting, found: Found, decision: Decision) -> Collected:
    """A row of the register as a document has it now."""
    number = decision.decision_no
    said = RowText(
        found.document.file,
        f"決定事項{number}",
        decision,
        sitting.case(found.item),
        found.row.texts,
        found.document.marks.get(number, {}),
        _printed(sitting, found.item).get(number, {}),
    )
    taken = take_row(sitting, said, kept_cells(sitting.agencies))
    after = decision.replace(**{key: new for key, (_, new) in taken.cells.items()})
    row = (Decision, decision.row_number, number)
    return Collected(
        (Change(*row, taken.cells),) if taken.cells else (),
        (Change(*row, taken.undecided),) if taken.undecided else (),
        (*taken.findings, *_doubts(sitting, said, after, taken)),
    )


def _printed(sitting: Sitting, item: int) -> dict[str, Texts]:
    """What would be printed of an item's decisions now, by number."""
    lines = decision_lines(sitting.cases, item, sitting.case(item))
    return {line.number: decision_texts(line) for line in lines if line.number}


def _new(sitting: Sitting, matched: Matched) -> Iterator[Collected]:
    """Rows that the register does not have yet, under the next numbers of the meeting."""
    for number, found in matched.new.items():
        blank = Decision(
            meeting_no=sitting.meeting_no,
            item_number=found.item,
            decision_no=number,
            state=next(iter(DecisionState)),
        )
        what = f"新しい決定事項「{quoted(filled_in(found.row.texts.get(CONTENT, '')))}」"
        said = RowText(found.document.file, what, blank, sitting.case(found.item), found.row.texts)
        yield _added(sitting, said, blank, matched.alike(found))


def _added(sitting: Sitting, said: RowText, blank: Decision, alike: Decision | None) -> Collected:
    """A new row; one that looks like a row of the register is for a person to decide."""
    taken = take_row(sitting, said, kept_cells(sitting.agencies))
    row = blank.replace(**{key: new for key, (_, new) in taken.cells.items()})
    if "content" not in taken.cells:
        return Collected(findings=(*taken.findings, *_without_content(sitting, said)))
    cells = {c.key: (None, row[i]) for i, c in enumerate(Decision.columns) if row[i]}
    cells["item_number"] = (None, row.item_number)
    change = Change(Decision, 0, row.decision_no, cells)
    doubts = (*taken.findings, *_doubts(sitting, said, row, taken))
    if alike is None:
        return Collected((change,), (), doubts)
    place = Place(said.file, said.what, alike, "content")
    message = (
        f"決定事項{alike.decision_no}「{quoted(alike.content)}」に似ています。"
        f"同じものなら文書の決定番号に {alike.decision_no} と書き、別のものなら台帳に入力してください。"
    )
    return Collected((), (change,), (*doubts, sitting.remark(UNDECIDED, place, message)))


def _without_content(sitting: Sitting, said: RowText) -> Iterator[Finding]:
    if not filled_in(said.texts.get(CONTENT, "")):
        place = Place(said.file, "新しい決定事項", said.row, "content")
        shown = "、".join(quoted(t) for t in map(filled_in, said.texts.values()) if t)
        message = f"「決定事項」の欄が空です（{shown}）。内容を書いてください。"
        yield sitting.remark(UNREADABLE, place, message)


def _doubts(sitting: Sitting, said: RowText, row: Decision, taken: Taken) -> Iterator[Finding]:
    """Who does it by when must be known, and the day must come after the meeting."""
    refused = {f.column for f in taken.findings if f.rule in (NO_SUCH_AGENCY.id, UNREADABLE.id)}
    for key, label in NEEDED:
        is_over = row.state is not None and row.state.is_over
        if not getattr(row, key) and label not in refused and not is_over:
            place = Place(said.file, f"{said.what}の「{label}」", said.row, key)
            message = "書かれていません。誰がいつまでにするかを書いてください。"
            yield sitting.remark(decision_is_assigned, place, message, sitting.grade)
    _, due_on = {**taken.cells, **taken.undecided}.get("due_on", (None, None))
    if due_on is not None and due_on < sitting.cases.day:
        place = Place(said.file, f"{said.what}の「期限」", said.row, "due_on")
        message = "期限が会議の日より前です。年と月日を確かめてください。"
        yield sitting.remark(TOO_EARLY, place, message)


def _removed(
    sitting: Sitting, documents: Iterable[Document], matched: Matched
) -> Iterator[Collected]:
    """Rows that were printed and are gone: never deleted, 中止 is proposed to a person."""
    for document in documents:
        for number in sorted(document.printed_decisions - matched.numbers):
            decision = matched.register.get(number)
            if decision is None or decision.state is DecisionState.CANCELLED:
                continue
            section = document.sections.get(decision.item_number or 0)
            if section is not None and section.decisions is not None:
                yield _gone(sitting, document.file, decision)


def _gone(sitting: Sitting, file: str, decision: Decision) -> Collected:
    """One row that is gone; one that is done needs no decision any more."""
    number = decision.decision_no
    place = Place(file, f"決定事項{number}", decision, "state")
    if decision.state is DecisionState.DONE:
        message = (
            "文書の表から削られていますが、台帳には「完了」の行として残ります。"
            "削り誤りなら文書に戻してください。"
        )
        return Collected(findings=(sitting.remark(REMOVED, place, message, Severity.NOTE),))
    message = (
        "文書の表から削られています。台帳からは消しません。"
        "取りやめたのなら台帳の状態を「中止」にし、削り誤りなら文書に戻してください。"
    )
    pair = {"state": (decision.state, DecisionState.CANCELLED)}
    return Collected(
        undecided=(Change(Decision, decision.row_number, number, pair),),
        findings=(sitting.remark(REMOVED, place, message),),
    )
