"""Nobody is named in what the papers of a meeting are made of: 会議案件 and 決定事項."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from juso.core.finding import Severity
from juso.core.rule import Remark, rule
from juso.core.sheet import Row
from juso.koshu.consent import is_protected
from juso.koshu.identifier_scan import scan
from juso.koshu.identifiers import Identifier, area_of, identifiers_of, workplaces_of
from juso.koshu.register import Register
from juso.koshu.rules.lookups import case_no_of, kept
from juso.koshu.sheets import AgendaItem, Case, Decision

ITEM_TEXTS = ("title", "question", "conclusion_text", "opinions", "material")
DECISION_TEXTS = ("content", "report_how")
BASIS = "実施計画4(3)③"


def naming(
    row: Row, keys: Iterable[str], identifiers: Sequence[Identifier], *, places: bool = False
) -> Iterator[Remark]:
    """Each text of a row that identifies somebody; `places` as for `scan`."""
    texts = {key: text for key in keys if isinstance(text := getattr(row, key), str)}
    if not scan("\n".join(texts.values()), identifiers, places=places):
        return
    for key, text in texts.items():
        if hits := scan(text, identifiers, places=places):
            kinds = "、".join(dict.fromkeys(str(hit.kind) for hit in hits))
            yield Remark(
                key,
                f"個人を特定できる情報（{kinds}）「{hits[0].text}」があるため、文書は出力しません。"
                "仮名や続柄に書き換えてください。",
            )


@kept
def marks_known(_: Register) -> dict[str, tuple[Identifier, ...]]:
    """Case number -> its marks, as far as they were asked for."""
    return {}


def marks_of(case: Case, book: Register) -> tuple[Identifier, ...]:
    """What identifies the person of a case; under 支援措置 also where they live."""
    known = marks_known(book)
    if case.case_no not in known:
        places = workplaces_of(book.family_of.get(case.case_no, ()))
        home = area_of(case) if is_protected(case) else ()
        known[case.case_no] = (*identifiers_of(case, ""), *places, *home)
    return known[case.case_no]


def naming_of(
    row: Row, keys: Iterable[str], item: AgendaItem | None, book: Register
) -> Iterator[Remark]:
    """The texts of a row about an item that identify its person, or look like it."""
    case = book.case_by_no.get(case_no_of(item, book)) if item else None
    marks = marks_of(case, book) if case else ()
    return naming(row, keys, marks, places=case is not None and is_protected(case))


@rule("MTG-006", Severity.ERROR, on=AgendaItem, basis=BASIS, tag="V-M06")
def item_names_nobody(item: AgendaItem, book: Register) -> Iterator[Remark]:
    """会議案件と決定事項には、個人を特定できる情報を書きません。"""
    return naming_of(item, ITEM_TEXTS, item, book)


@rule("MTG-006", Severity.ERROR, on=Decision, basis=BASIS, tag="V-M06")
def decision_names_nobody(decision: Decision, book: Register) -> Iterator[Remark]:
    """会議案件と決定事項には、個人を特定できる情報を書きません。"""
    items = book.items_of.get(decision.meeting_no, ())
    item = next((i for i in items if i.number == decision.item_number), None)
    return naming_of(decision, DECISION_TEXTS, item, book)
