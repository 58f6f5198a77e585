"""What the buttons of 集計 do: monthly forms received, returned, settled, held against the register."""

from __future__ import annotations

from collections.abc import Sequence

from juso.adapters.live_workspace import LiveWorkspace
from juso.adapters.notice import TITLE
from juso.adapters.office import Office
from juso.adapters.result_sheets import FIGURES, MONTHS, WALL
from juso.app import App
from juso.core.calendar import Month
from juso.core.errors import JusoError
from juso.koshu.tally.items import form, forms_by_code
from juso.koshu.tally.submission import Status, lives
from juso.result import Result
from juso.ribbon_press import COMMANDS, Press, command

__all__ = ["COMMANDS"]
SHEETS_OF_FORMS = {
    WALL.title: WALL.place("コード"),
    FIGURES.title: FIGURES.place("窓口・事業・拠点"),
}
FIRST_MONTH = WALL.place(MONTHS[0])


@command
def merge(app: App, press: Press) -> Result:
    """月次報告を「月次実績」と「提出状況」に取り込む。"""
    return app.merge(press.at)


@command
def receive(app: App, press: Press) -> Result:
    """「月次報告」フォルダーに届いた様式を受け付ける。"""
    result = app.receive(press.at, (), ask=press.password)
    _draw_wall(app, press.at, in_front=True)
    return result


@command
def return_(app: App, press: Press) -> Result:
    """選んだ窓口の月次報告を、直すセルに注を付けた写しにして差し戻す。"""
    codes = _forms_at(press)
    if len(codes) != 1:
        raise JusoError(
            "差し戻す窓口が選ばれていません。「提出状況」又は「月次実績」で、"
            "その窓口の行のセルを1つ選んでから押してください。"
        )
    more = press.at.book.ask_text(
        f"{_name(codes[0])}の月次報告を差し戻します。様式の写しをつくり、点検で見付かったところに注を付けます。"
        "ほかに伝えることがあれば書いてください（なければ空欄のまま OK を押します）。",
        TITLE,
    )
    if more is None:
        raise JusoError("差し戻さずに終わりました。")
    result = app.give_back(press.at, codes[0], more.strip())
    _draw_wall(app, press.at)
    return result


@command
def settle(app: App, press: Press) -> Result:
    """「提出状況」で選んだ月の月次報告を確定する。"""
    codes = _forms_at(press)
    month = _month_at(press, codes)
    which = "、".join(map(_name, codes or _received(press.at.office, month)))
    question = (
        f"{month.label}の月次報告を確定します（{which or '受け付けたすべての窓口'}）。"
        "確定した後に出し直された数は「締め後修正」として、別に残ります。よろしいですか。"
    )
    if not press.at.book.ask(question, TITLE):
        raise JusoError("確定せずに終わりました。")
    result = app.settle(press.at, month, codes)
    _draw_wall(app, press.at)
    return result


@command
def remind(app: App, press: Press) -> Result:
    """未提出の窓口への催促の文をつくる。"""
    return app.remind(press.at)


@command
def reconcile(app: App, press: Press) -> Result:
    """月次報告の数を台帳から数えた数と突き合わせ、「突合」に並べる。"""
    return app.reconcile(press.at, by=press.at.user)


def _draw_wall(app: App, at: LiveWorkspace, *, in_front: bool = False) -> None:
    """提出状況 as it is now; the other results stay as they are until the forms are merged again."""
    from juso.adapters.office_forms import merge_forms

    at.show_wall(merge_forms(at.office, at.office.year, app.today), in_front=in_front)


def _received(office: Office, month: Month) -> list[str]:
    """The windows whose report of a month was received and is neither returned nor settled."""
    from juso.adapters.form_ledger import read_events

    found = lives(read_events(office)[0], office.year)
    return [code for code, life in found.items() if life.status(month) is Status.RECEIVED]


def _name(code: str) -> str:
    return f"{form(code).name}（{code}）"


def _forms_at(press: Press) -> list[str]:
    """The windows in whose rows the selection stands, on a sheet that has a row for each."""
    place = SHEETS_OF_FORMS.get(press.sheet)
    if place is None or not press.rows:
        return []
    last, _ = press.at.book.extent(press.sheet)
    rows = range(max(press.rows.start, WALL.first_row), min(press.rows.stop, last + 1))
    if not rows:
        return []
    cells = press.at.book.block(press.sheet, rows.start, place + 1, len(rows), 1)
    codes = [str(cell).partition(" ")[0] for (cell,) in cells]
    return [code for code in dict.fromkeys(codes) if code in forms_by_code()]


def _month_at(press: Press, codes: Sequence[str]) -> Month:
    """The month in whose column of 提出状況 the selection stands; JusoError where it is not one."""
    place = press.columns.start - 1 - FIRST_MONTH if len(press.columns) == 1 else -1
    is_in_table = press.rows.start < WALL.first_row or codes
    if press.sheet == WALL.title and 0 <= place < len(MONTHS) and is_in_table:
        return press.at.office.year.months[place]
    raise JusoError(
        "確定する月が選ばれていません。「提出状況」で、月の見出し（受け付けたすべての窓口）か、"
        "窓口のその月のセルを選んでから押してください。1度に確定できるのは1つの月です。"
    )
