"""What is printed on a 受付票 beside its labels, and how a reader knows it again."""

from __future__ import annotations

from collections.abc import Iterator

from juso.core.cells import fold
from juso.core.sheet import Column
from juso.koshu.case_form import RULES, Variant, plain_label
from juso.koshu.case_form_sheets import FORM_SHEETS

TITLE = "{sheet}（{variant}）"
CHOICES = "選択肢："
HOW_TO = (
    "白い欄に入力します。●は必ず、△は欄を選ぶと表示される場合に入力します。"
    "太枠は国への報告に使う項目です。2つ以上は「、」で区切ります。"
)
HOW_TO_NEW = "ケース番号と世帯番号は、市が受け付けたときに付けます。空欄のまま提出してください。"
HOW_TO_TABLE = (
    "行が足りないときは、行を挿入して番号を続けてください。使わない行は空欄のままにします。"
)
KNOWN_BY = 10  # characters by which a printed text is known: the rest may name a law or a city


def choices_note(column: Column) -> str:
    """The printed line below an entry that takes several choices; '' for other columns."""
    if not (column.many and column.is_code):
        return ""
    return CHOICES + "／".join(str(member) for member in column.kind)  # type: ignore[attr-defined]


def printed_texts() -> Iterator[str]:
    """Everything printed on the form that is no label and no entry."""
    yield from (HOW_TO, HOW_TO_NEW, HOW_TO_TABLE, CHOICES)
    for sheet in FORM_SHEETS:
        yield sheet.title
        yield from (TITLE.format(sheet=sheet.title, variant=variant) for variant in Variant)
        for section in sheet.sections:
            yield section.title
            yield from (note.format(law="", rules=RULES) for note in section.notes)
            yield from section.signatures


_PRINTED = frozenset(fold(text)[:KNOWN_BY] for text in printed_texts())


def is_printed(text: str) -> bool:
    """Whether a text on a form is its own print rather than something typed into it."""
    folded = plain_label(text)
    return folded[:KNOWN_BY] in _PRINTED or folded.startswith(fold(CHOICES))
