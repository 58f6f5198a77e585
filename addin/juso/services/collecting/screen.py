"""Which documents are taken, and which parts of them: each record once, each item where it was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from juso.core.finding import Finding
from juso.koshu.rules.collect_rules import ELSEWHERE, MISTAKEN, READ_AS
from juso.services.collecting.document import WHOLE_MEETING, Document
from juso.services.collecting.section import Section
from juso.services.collecting.sitting import Place, Sitting
from juso.services.collecting.wording import quoted

LOST = "見つからないか、2つ以上あるため、読めません。"
AS_MADE = "表・見出し・欄の名前を、文書をつくったときのものに戻してください。"


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
    beside = (document.asides, document.struck)
    return repr((document.head, document.listed, document.sections, beside))


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


def not_read(sitting: Sitting, document: Document) -> Iterator[Finding]:
    """What was printed and cannot be found, and what was written where nothing is read."""
    for number, section in sorted(document.expected_sections.items()):
        if number == WHOLE_MEETING or not _is_gone(sitting, document, number):
            what = f"案件{number}" if number else "会議全体"
            place = Place(document.file, what)
            yield from _missing(sitting, document, number, place)
            yield from _beside(sitting, section or Section(), place)
    numbers = (n for n in document.unlisted if not _is_gone(sitting, document, n))
    if unlisted := "、".join(f"案件{n}" for n in numbers):
        place = Place(document.file, "議事の表")
        yield sitting.remark(MISTAKEN, place, f"{unlisted}の結論の欄が{LOST}{AS_MADE}")
    yield from _aside(sitting, document)


def _missing(sitting: Sitting, document: Document, number: int, place: Place) -> Iterator[Finding]:
    section = document.sections.get(number)
    if section is None or section.decisions is None:
        message = (
            f"{place.what}の決定事項の表が見つかりません。"
            "見出し（決定番号・決定事項・担当機関・担当者・期限・報告方法）を元に戻してください。"
        )
        yield sitting.remark(MISTAKEN, place, message)
    if lacking := document.lacking(number):
        message = f"「{'」「'.join(lacking)}」の欄が{LOST}{AS_MADE}"
        yield sitting.remark(MISTAKEN, place, message)


def _beside(sitting: Sitting, section: Section, place: Place) -> Iterator[Finding]:
    """Texts in an item's tables that are no part of it, and names that were read as others."""
    for text in map(quoted, section.unread):
        message = (
            f"「{text}」がどの欄のものか分からないため、取り込みません。"
            "つくったときの表の、当てはまる欄に書いてください。"
        )
        yield sitting.remark(MISTAKEN, replace(place, text=text), message)
    for reason in dict.fromkeys(section.ignored):
        yield sitting.remark(ELSEWHERE, place, f"{reason}ため、取り込みません。")
    for note in section.notes:
        yield sitting.remark(READ_AS, place, f"見出し{note}")


def _aside(sitting: Sitting, document: Document) -> Iterator[Finding]:
    """Remarks in the margin, and deletions that leave the text legible."""
    for text in map(quoted, document.asides):
        message = (
            f"コメント・脚注・テキストボックスの「{text}」は取り込みません。"
            "残すものは表の欄に書いてください。"
        )
        yield sitting.remark(ELSEWHERE, Place(document.file, "本文", text=text), message)
    for text in map(quoted, document.struck):
        message = f"取り消し線の「{text}」は、消したものとして読みました。"
        yield sitting.remark(READ_AS, Place(document.file, "本文", text=text), message)


def _is_gone(sitting: Sitting, document: Document, number: int) -> bool:
    """Whether the register has no such item, or has it about another case."""
    return sitting.item(number, document.origin.case_no) is None
