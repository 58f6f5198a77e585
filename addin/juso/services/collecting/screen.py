"""Which documents are taken, and which parts of them: each record once, each item where it was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from juso.core.finding import Finding
from juso.services.collecting.document import WHOLE_MEETING, Document
from juso.services.collecting.sitting import MISTAKEN, Place, Sitting


def one_of_each(
    sitting: Sitting, found: Sequence[Document]
) -> tuple[list[Document], list[Finding]]:
    """One document of each record: copies nobody edited step back, two edited ones both."""
    kept: list[Document] = []
    findings = []
    for origin in dict.fromkeys(d.origin for d in found):
        same = [d for d in found if d.origin == origin]
        edited = [d for d in same if not d.is_untouched]
        if len({_content(d) for d in edited}) <= 1:
            kept += [*edited, *reversed(same)][:1]
            continue
        names = "、".join(d.file for d in edited)
        message = (
            f"{origin.name}が2つ以上あり、内容が違うため、どちらも取り込みません（{names}）。"
            "正しい方だけを指定するか、ほかの文書を別のフォルダーへ移してください。"
        )
        findings.append(sitting.remark(MISTAKEN, Place(edited[0].file), message))
    return kept, findings


def _content(document: Document) -> str:
    return repr((document.head, document.listed, document.sections))


def fitting(sitting: Sitting, document: Document) -> tuple[Document, list[Finding]]:
    """A document without the items that the register no longer has under their numbers."""
    case_no = document.origin.case_no
    numbers = {*document.listed, *document.sections} - {WHOLE_MEETING}
    gone = {n for n in numbers if _is_gone(sitting, document, n)}
    findings = []
    for number in sorted(gone):
        about = f"（{case_no}）" if case_no else ""
        message = (
            f"案件{number}{about}は、会議案件の{sitting.meeting_no}にありません。"
            "会議録をつくった後に番号を変えたのなら、つくり直した文書に書き写してください。"
        )
        findings.append(sitting.remark(MISTAKEN, Place(document.file, f"案件{number}"), message))
    listed = {n: text for n, text in document.listed.items() if n not in gone}
    sections = {n: section for n, section in document.sections.items() if n not in gone}
    return replace(document, listed=listed, sections=sections), findings


def missing_tables(sitting: Sitting, document: Document) -> Iterator[Finding]:
    """Tables of decisions that were printed and cannot be found."""
    for number, section in sorted(document.expected_sections.items()):
        is_gone = number != WHOLE_MEETING and _is_gone(sitting, document, number)
        if not is_gone and (section is None or section.decisions is None):
            what = f"案件{number}" if number else "会議全体"
            message = (
                f"{what}の決定事項の表が見つかりません。"
                "見出し（決定番号・決定事項・担当機関・担当者・期限）を元に戻してください。"
            )
            yield sitting.remark(MISTAKEN, Place(document.file, what), message)


def _is_gone(sitting: Sitting, document: Document, number: int) -> bool:
    """Whether the register has no such item, or has it about another case."""
    return sitting.item(number, document.origin.case_no) is None
