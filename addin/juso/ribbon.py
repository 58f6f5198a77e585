"""A press of a ribbon button, from the request to what is said at the end."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from juso.adapters.guide_page import open_page
from juso.adapters.inbox import Request
from juso.adapters.live_book import LiveBook
from juso.adapters.live_workspace import LiveWorkspace
from juso.adapters.notice import TITLE
from juso.adapters.office import Office
from juso.app import App
from juso.core.errors import JusoError
from juso.core.finding import Finding, Severity
from juso.result import Result
from juso.ribbon_commands import COMMANDS
from juso.ribbon_press import Press, columns_of, rows_of

SHOWN = 20  # lines of a dialog
PAPERS = frozenset({"agenda", "minutes", "collect"})  # no sheet or workbook lists their findings


def run(app: App, request: Request, book: LiveBook) -> Result:
    """Run the command of a request on its open workbook; JusoError where it cannot go on.

    What a killed run left half-written is taken back first, and said.
    """
    found = COMMANDS.get(request.command)
    if found is None:
        raise JusoError(
            f"「{request.command}」というボタンは、この版の重層支援にはありません。"
            "Excel を閉じて開き直してください。直らないときは情報係にお問い合わせください。"
        )
    office = Office.open(Path(book.path).parent)
    at = LiveWorkspace(office, book, request.user, app.now, request.read_only)
    healed = _healed(at)
    book.status(f"{(found.__doc__ or '').rstrip('。')}：処理しています…")
    try:
        result = found(app, _press(request, at))
    except JusoError as error:
        raise JusoError(f"{healed}{error}") from error
    result = replace(result, sentence=f"{healed}{result.sentence}{_made(result, office)}")
    _tell(book, result, is_listed=request.command not in PAPERS)
    if sys.platform == "win32":
        for path in result.made[:1]:
            open_page(path)
    return result


def _press(request: Request, at: LiveWorkspace) -> Press:
    cells = request.cells
    return Press(at, request.choice, request.sheet, rows_of(cells), columns_of(cells))


def run_alone(app: App, command: str) -> Result | None:
    """The command of a button that needs no register: what helps when nothing else works.

    None for all others.
    """
    if command == "guide":
        return app.guide()
    return app.doctor(None) if command == "doctor" else None


def _made(result: Result, office: Office) -> str:
    """Which files were made, as 出力／次第／次第_JU-R7-03.docx."""
    names = [
        "／".join(path.relative_to(office.folder).parts)
        for path in result.made
        if path.is_relative_to(office.folder)
    ]
    more = f"ほか{len(names) - 1}ファイル" if len(names) > 1 else ""
    return f"（{names[0]}{more}）" if names else ""


def _tell(book: LiveBook, result: Result, *, is_listed: bool) -> None:
    """Say in a dialog what must not be missed: why papers were stopped, what was not accepted."""
    errors = [f for f in result.findings if f.severity is Severity.ERROR]
    lines = [*result.lines, *map(_line, () if is_listed else errors)]
    if lines:
        more = [f"ほか{len(lines) - SHOWN}件"] if len(lines) > SHOWN else []
        book.warn("\n".join([result.sentence, "", *lines[:SHOWN], *more]), TITLE)


def _line(finding: Finding) -> str:
    place = " ".join(filter(None, (finding.sheet, finding.cell, f"「{finding.column}」")))
    return f"● {place}{finding.message}"


def _healed(at: LiveWorkspace) -> str:
    """What became of a run that was cut off; a journal that cannot be read stops no reader."""
    try:
        restored = at.heal()
    except JusoError as error:
        return str(error)
    if restored is None or not restored.cells:
        return ""
    return f"前回の操作が途中で止まっていたため、書き込まれていた{restored.cells}か所を元に戻しました。"
