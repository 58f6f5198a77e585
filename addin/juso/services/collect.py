"""決定事項を取り込む: what officers wrote into the minutes, as changes of the register.

What comes back is the decisions, and of each item its conclusion, summary, opinions and next
hearing. Nothing else is made of them: plan lines and contacts stay for those who work on the
case to write, and no row is ever deleted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from juso.core.finding import Finding, Severity
from juso.koshu.config import Config
from juso.koshu.register import Register
from juso.koshu.rules.collect_rules import ELSEWHERE
from juso.koshu.rules.naming_rules import item_names_nobody
from juso.koshu.sheets import Decision
from juso.services.collecting.collected import Collected
from juso.services.collecting.decisions import collect_decisions
from juso.services.collecting.document import Document, document_of
from juso.services.collecting.items import collect_items
from juso.services.collecting.minutes_text import MinutesText
from juso.services.collecting.screen import fitting, not_read, one_of_each
from juso.services.collecting.sitting import Place, Sitting
from juso.services.collecting.stamp import HEAD
from juso.services.collecting.wording import digest, normal
from juso.services.meeting.findings import REGISTER_NAME, Desk

__all__ = ["Collected", "collect"]


def collect(
    readings: Iterable[MinutesText],
    register: Register,
    config: Config,
    file: str = REGISTER_NAME,
) -> Collected:
    """What the documents change in the register that is called `file`.

    JusoError for a document that is no minutes of the product, or of a meeting that the
    register does not hold.
    """
    documents = sorted(
        map(document_of, readings), key=lambda d: (d.origin.meeting_no, d.origin.item or 99, d.file)
    )
    meetings = dict.fromkeys(d.origin.meeting_no for d in documents)
    return Collected.of(
        _meeting(
            Sitting.of(Desk(register, file), meeting_no, config),
            [d for d in documents if d.origin.meeting_no == meeting_no],
        )
        for meeting_no in meetings
    )


def _meeting(sitting: Sitting, found: Sequence[Document]) -> Collected:
    distinct, doubled = one_of_each(sitting, found)
    documents, unfit = [], []
    for document in distinct:
        kept, findings = fitting(sitting, document)
        documents.append(kept)
        unfit += findings
    decisions = collect_decisions(sitting, documents)
    items = collect_items(sitting, documents, _decided(sitting, decisions))
    rest = [f for d in documents for f in (*not_read(sitting, d), *_head(sitting, d))]
    parts = Collected.of([Collected(findings=(*doubled, *unfit, *rest)), items, decisions])
    named = [f for d in documents for f in _naming(sitting, d, parts.findings)]
    return replace(parts, findings=(*parts.findings, *named))


def _decided(sitting: Sitting, decisions: Collected) -> set[int]:
    """The items on which there is a decision, now or after the changes."""
    rows = sitting.register.decisions_of.get(sitting.meeting_no, [])
    changes = (*decisions.changes, *decisions.undecided)
    new = (c.cells["item_number"][1] for c in changes if c.row_type is Decision and c.is_new)
    return {row.item_number for row in rows} | set(new)


def _head(sitting: Sitting, document: Document) -> Iterator[Finding]:
    """How secrecy was announced is asked for on paper, but belongs into 会議台帳."""
    record = sitting.cases.record
    for label, text in document.head.items():
        is_printed = digest(text) == document.marks.get(HEAD, {}).get(label)
        if not is_printed and normal(text) != normal(sitting.head.get(label, "")):
            place = Place(document.file, f"「{label}」", record, "announced_by", text)
            message = "書き換えられていますが、取り込みません。会議台帳に告知した人と時刻を入力してください。"
            yield sitting.remark(ELSEWHERE, place, message)


def _naming(sitting: Sitting, document: Document, told: Sequence[Finding]) -> Iterator[Finding]:
    """A name, telephone or address anywhere in a document, unless a cell's finding said so."""
    own = (f for f in told if document.file in f"{f.file}{f.message}")
    known = "".join(f.message for f in own if f.rule == item_names_nobody.id)
    rest = [text for text in sitting.identifying(document.text, None) if text not in known]
    if rest:
        message = (
            f"個人を特定できる情報「{'、'.join(rest)}」があります。"
            "会議録は仮名で残すものです。文書の方を仮名や続柄に書き換えてください。"
        )
        place = Place(document.file, "本文", text=rest[0])
        yield sitting.remark(item_names_nobody, place, message, Severity.WARNING)
