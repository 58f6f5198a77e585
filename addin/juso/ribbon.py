"""The commands behind the ribbon buttons: a control's id is its command's name."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from juso.adapters.guide_page import open_page
from juso.adapters.inbox import Request
from juso.adapters.journal import Restored
from juso.adapters.live_book import LiveBook
from juso.adapters.live_workspace import LiveWorkspace
from juso.adapters.notice import TITLE
from juso.adapters.office import Office
from juso.adapters.result_sheets import FINDINGS
from juso.app import App
from juso.core.errors import JusoError
from juso.core.finding import Finding, Severity
from juso.koshu.sheets import SHEETS
from juso.result import Result

TITLES = {row_type.sheet for row_type in SHEETS}
SHOWN = 20  # lines of a dialog
UNLISTED = ("MTG-", "COL-")  # findings of papers: no sheet or workbook lists them


@dataclass(frozen=True, slots=True)
class Press:
    """One press of a button: in which office, what was chosen, where the cursor stood."""

    at: LiveWorkspace
    choice: str
    sheet: str
    rows: range  # Excel rows of the selection

    @property
    def meeting(self) -> str:
        """The meeting chosen from the drop-down."""
        if not self.choice:
            raise JusoError(
                "会議が選ばれていません。ボタンの一覧から会議を選んでください。"
                "一覧にないときは、先に「会議台帳」に登録してください。"
            )
        return self.choice


Command = Callable[[App, Press], Result]
COMMANDS: dict[str, Command] = {}


def command(function: Command) -> Command:
    """Make `function` the command of the control with its name as id."""
    COMMANDS[function.__name__] = function
    return function


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
        result = found(app, Press(at, request.choice, request.sheet, rows_of(request.cells)))
    except JusoError as error:
        raise JusoError(f"{healed}{error}") from error
    result = replace(result, sentence=f"{healed}{result.sentence}{_made(result, office)}")
    _tell(book, result)
    if sys.platform == "win32":
        for path in result.made[:1]:
            open_page(path)
    return result


def run_alone(app: App, command: str) -> Result | None:
    """The command of a button that needs no register: what helps when nothing else works.

    None for all others.
    """
    if command == "guide":
        return app.guide()
    return app.doctor(None) if command == "doctor" else None


def rows_of(address: str) -> range:
    """The Excel rows of a selection such as $G$12:$H$14, its first area; none of whole columns."""
    numbers = [int(digits) for digits in re.findall(r"\d+", address.partition(",")[0])]
    return range(min(numbers), max(numbers) + 1) if numbers else range(0)


@command
def check(app: App, press: Press) -> Result:
    """支援台帳を点検し、「点検結果」に並べる。"""
    result = app.check(press.at)
    if press.choice == "row":
        return _about_rows(result, press)
    if press.choice == "sheet":
        return _about_sheet(result, press)
    if result.findings and not result.made:
        press.at.book.show(FINDINGS.title)
    return result


@command
def confirm(app: App, press: Press) -> Result:
    """「点検結果」の「対応」に理由を書いた要確認を、確認済みにする。"""
    return app.confirm(press.at, press.at.user)


@command
def todo(app: App, press: Press) -> Result:
    """期限が来るもの、過ぎたもの、決まっていないものを「要対応」に並べる。"""
    return app.todo(press.at)


@command
def merge(app: App, press: Press) -> Result:
    """月次報告を「月次実績」と「提出状況」に取り込む。"""
    return app.merge(press.at)


@command
def agenda(app: App, press: Press) -> Result:
    """選んだ会議の次第・案件票・名簿を Word でつくる。"""
    return app.agenda(press.at, press.meeting)


@command
def minutes(app: App, press: Press) -> Result:
    """選んだ会議の会議録の案を Word でつくる。"""
    return app.minutes(press.at, press.meeting)


@command
def collect(app: App, press: Press) -> Result:
    """選んだ会議の Word の会議録から、決定事項と結論を台帳に取り込む。"""
    from juso.adapters.minutes_file import documents_of

    documents = documents_of(press.at.office, press.meeting)
    if not documents:
        raise JusoError(
            f"「出力／会議録」に {press.meeting} の会議録がありません。"
            "「会議録を作る」でつくり、Word で直して保存してから、もう一度押してください。"
        )
    return app.collect(press.at, documents)


@command
def report(app: App, press: Press) -> Result:
    """選んだ版の実施状況報告書を Word でつくる。"""
    return app.report(press.at, press.choice)


@command
def undo(app: App, press: Press) -> Result:
    """直前に台帳に書き込んだ操作を取り消す。"""
    return app.noted(press.at, "undo", Result(_undone(press.at.undo())))


@command
def doctor(app: App, press: Press) -> Result:
    """パソコンと事業所のフォルダーの設定を調べる。"""
    return app.doctor(press.at.office.folder)


@command
def guide(app: App, press: Press) -> Result:  # noqa: ARG001 - every command is called alike
    """手引きを開く。"""
    return replace(app.guide(), made=())  # it is open already


def _about_rows(result: Result, press: Press) -> Result:
    if not press.rows or press.sheet not in TITLES:
        raise JusoError(
            "点検する行が選ばれていません。台帳のシートで、点検したい行のセルを選んでから押してください。"
        )
    found = [f for f in result.findings if f.sheet == press.sheet and _row(f) in press.rows]
    where = f"「{press.sheet}」の{press.rows.start}行目" + (
        f"から{press.rows[-1]}行目" if len(press.rows) > 1 else ""
    )
    if not found:
        return replace(result, sentence=f"{where}に、直すところはありませんでした。")
    texts = "　".join(f"{f.cell} {f.severity}：{f.message}" for f in found[:2])
    more = f"ほか{len(found) - 2}件は「点検結果」にあります。" if len(found) > 2 else ""
    return replace(result, sentence=f"{where}：{len(found)}件。{texts}{more}")


def _about_sheet(result: Result, press: Press) -> Result:
    if press.sheet not in TITLES:
        raise JusoError(
            f"「{press.sheet}」は点検するシートではありません。相談受付簿などのシートを開いてから押してください。"
        )
    number = sum(f.sheet == press.sheet for f in result.findings)
    sentence = (
        f"「{press.sheet}」シートの指摘は{number}件です。色の付いたセルと「点検結果」を見てください。"
        if number
        else f"「{press.sheet}」シートに、直すところはありませんでした。"
    )
    return replace(result, sentence=sentence)


def _row(finding: Finding) -> int:
    digits = re.search(r"\d+", finding.cell)
    return int(digits[0]) if digits else 0


def _made(result: Result, office: Office) -> str:
    """Which files were made, as 出力／次第／次第_JU-R7-03.docx."""
    names = [
        "／".join(path.relative_to(office.folder).parts)
        for path in result.made
        if path.is_relative_to(office.folder)
    ]
    more = f"ほか{len(names) - 1}ファイル" if len(names) > 1 else ""
    return f"（{names[0]}{more}）" if names else ""


def _tell(book: LiveBook, result: Result) -> None:
    """Say in a dialog what must not be missed: why papers were stopped, what was not accepted."""
    errors = [f for f in result.findings if f.severity is Severity.ERROR]
    stopped = [f for f in errors if f.rule.startswith(UNLISTED)]
    lines = [*result.lines, *map(_line, stopped)]
    if lines:
        more = [f"ほか{len(lines) - SHOWN}件"] if len(lines) > SHOWN else []
        book.warn("\n".join([result.sentence, "", *lines[:SHOWN], *more]), TITLE)


def _line(finding: Finding) -> str:
    place = " ".join(filter(None, (finding.sheet, finding.cell, f"「{finding.column}」")))
    return f"● {place}{finding.message}"


def _undone(restored: Restored) -> str:
    if not restored.cells:
        return "書き込んだものが同じ行にもう残っていないため、元に戻すところはありませんでした。"
    left = f"その後に変えられた{restored.left}か所は、そのままにしました。" if restored.left else ""
    return f"直前の操作で書き込んだ{restored.cells}か所を元に戻しました。{left}"


def _healed(at: LiveWorkspace) -> str:
    """What became of a run that was cut off; a journal that cannot be read stops no reader."""
    try:
        restored = at.heal()
    except JusoError as error:
        return str(error)
    if restored is None or not restored.cells:
        return ""
    return f"前回の操作が途中で止まっていたため、書き込まれていた{restored.cells}か所を元に戻しました。"
