"""差分: what a newer version of a monthly form changed, with a column for the reasons."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from juso.adapters.excel_file import open_workbook, read_sheet, rows_of
from juso.adapters.listing import Answers, Link, Listing, answers_in
from juso.adapters.office import Office
from juso.adapters.result_sheet import Field, Highlight, Kind, ResultSheet
from juso.core.cells import fold
from juso.core.errors import JusoError
from juso.core.finding import Severity
from juso.koshu.tally.items import form, items_by_code
from juso.koshu.tally.reading import FormReading
from juso.koshu.tally.submission import Event
from juso.services.tally.records import listing_stem
from juso.services.tally.revisions import Revision

FOLDER = "集計"  # below 出力
AFTER_CLOSING, REVISED, FILLED = "締め後修正", "過月修正", "追記"
MONTH, CODE, REASON = "月", "項目コード", "理由"

REVISIONS = ResultSheet(
    title="差分",
    button="月次報告を受け付ける",
    about=(
        "前に受け付けた版から変わった数の一覧です。「過月修正」と「締め後修正」（確定した月の数）には、直した理由が"
        "要ります。様式の備考に書いてあった理由は入れてあります。空いている「理由」に書いて保存すると、"
        "次に受け付けるとき又は集計するときに読み取ります。"
    ),
    empty="変わった数はありません。",
    fields=(
        Field(MONTH, 9, is_centred=True),
        Field(CODE, 11, is_centred=True),
        Field("項目", 36),
        Field("単位", 7, is_centred=True),
        Field("前の値", 11, is_centred=True),
        Field("今の値", 11, is_centred=True),
        Field("前のセル", 9, is_centred=True),
        Field("今のセル", 9, Kind.LINK, is_centred=True),
        Field("区分", 12, is_centred=True),
        Field(REASON, 46, prompt="数を直した理由を書きます。氏名など個人の情報は書きません。"),
    ),
    highlights=(
        Highlight(
            "区分", REASON, f'AND({{区分}}<>"",{{区分}}<>"{FILLED}",{{理由}}="")', Severity.WARNING
        ),
        Highlight("区分", "区分", f'{{区分}}="{AFTER_CLOSING}"', Severity.ERROR),
    ),
    last_row=5_000,
    identity=(MONTH, CODE),
)


def revision_listing(
    reading: FormReading, old: Event, new: Event, found: Sequence[Revision], reasons: dict[str, str]
) -> Listing:
    """The rows of 差分; `reasons` are those already known, by figure_key."""
    rows = [_row(reading, revision, reasons.get(revision.key, "")) for revision in found]
    asked = sum(r.needs_reason and not reasons.get(r.key) for r in found)
    opening = (
        f"{form(new.form).name}（{new.form}）{new.year}：第{old.version}版（{old.month}まで）から"
        f"第{new.version}版（{new.month}まで）で変わった数 {len(found)}",
        f"理由を書いてほしいもの {asked}" if asked else "理由を書いてほしいものはありません。",
    )
    return Listing(REVISIONS, rows, opening, FOLDER)


def _row(reading: FormReading, revision: Revision, reason: str) -> list[Any]:
    item = items_by_code(reading.form)[revision.item]
    changed = REVISED if revision.needs_reason else FILLED
    return [
        str(revision.month),
        item.code,
        item.label,
        item.unit,
        revision.old.text,
        revision.new.text,
        revision.old.cell,
        Link(reading.sheet, revision.new.cell),
        AFTER_CLOSING if revision.is_settled else changed,
        reason or None,
    ]


def written_reasons(office: Office, version: Event) -> Iterable[tuple[str, str, str]]:
    """項目コード, month and reason of each row of a version's 差分 in which somebody wrote one.

    Of several copies the one saved last counts; JusoError when it cannot be read.
    """
    stem = listing_stem(version)
    found = [
        path
        for path in office.output(FOLDER).glob(f"{stem}*.xlsx")
        if path.stem.removeprefix(stem).lstrip("_").isdecimal() or path.stem == stem
    ]
    latest = max(found, key=lambda path: (path.stat().st_mtime, path.name), default=None)
    if latest is None:
        return ()
    return [(row[CODE], row[MONTH], row[REASON]) for row in _answers(latest).rows]


def _answers(path: Path) -> Answers:
    book = open_workbook(path)
    name = next((name for name in book.sheet_names if fold(name) == REVISIONS.title), None)
    if name is None:
        raise JusoError(
            f"{path} には「{REVISIONS.title}」のシートがありません。消して、もう一度受け付けてください。"
        )
    return answers_in(list(rows_of(read_sheet(book, name, path), path)), REVISIONS, str(path))
