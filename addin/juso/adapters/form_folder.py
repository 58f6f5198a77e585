"""Which files of 月次報告 are monthly forms to be read, and which are said to lie there in vain."""

from __future__ import annotations

from pathlib import Path

from juso.adapters.form_sources.delimited import looks_like_a_form
from juso.adapters.form_sources.text_encoding import decoded
from juso.adapters.office import Office
from juso.core.calendar import FiscalYear
from juso.core.errors import JusoError
from juso.core.finding import Severity
from juso.koshu.tally.reading import FormReading, form_finding

TAKEN = frozenset(
    {
        *(".xlsx", ".xlsm", ".xlsb", ".xls", ".xltx", ".xltm", ".xlt"),
        *(".csv", ".tsv", ".htm", ".html", ".zip", ".ods"),
    }
)
TEXT = ".txt"
WINDOWS_OWN = ("thumbs.db", "desktop.ini")
OUR_OWN = ("月次統合_", "点検結果_", "差戻し_")  # results somebody has saved here
HEAD = 1 << 16


def forms_in(office: Office, year: FiscalYear) -> list[Path]:
    """The files in a year's folder of 月次報告 that may be forms, of whatever kind.

    No folder, no forms; JusoError when it is there and cannot be opened.
    """
    return [path for path in _files(office, year) if _may_be_form(path)]


def passed_over(office: Office, year: FiscalYear) -> list[FormReading]:
    """The other files there, each as a reading with one word about it and no figures."""
    return [_unread(path) for path in _files(office, year) if not _may_be_form(path)]


def _files(office: Office, year: FiscalYear) -> list[Path]:
    """All that lies there but what nobody has put there."""
    folder = office.forms_of(year)
    try:
        found = sorted(folder.iterdir())
    except FileNotFoundError:
        return []
    except OSError as error:
        raise JusoError(
            f"{folder} を開けません（{error.strerror or error}）。アクセス権を確かめてください。"
        ) from error
    return [
        path
        for path in found
        if not path.name.startswith(("~", ".")) and path.name.lower() not in WINDOWS_OWN
    ]


def _may_be_form(path: Path) -> bool:
    if path.name.startswith(OUR_OWN) or path.is_dir():
        return False
    suffix = path.suffix.lower()
    return suffix in TAKEN or (suffix == TEXT and _is_table(path))


def _is_table(path: Path) -> bool:
    """Whether a text file is a form; a memo is none."""
    try:
        with path.open("rb") as file:
            head = file.read(HEAD)
    except OSError:
        return True  # the reader says what ails it
    text = decoded(head[: head.rfind(b"\n") + 1] or head)
    return text is not None and looks_like_a_form(text)


def _unread(path: Path) -> FormReading:
    severity = None
    if path.is_dir():
        severity = Severity.NOTE
        message = (
            f"フォルダー「{path.name}」の中は読んでいません。"
            "提出された月次報告が入っていれば、1つ上に移してください。"
        )
    elif path.name.startswith(OUR_OWN):
        message = (
            f"「{path.name}」は juso がつくった結果なので、月次報告として読んでいません。"
            "「出力」フォルダーに移してください。"
        )
    else:
        message = (
            f"「{path.name}」は月次報告の形式のファイルではないので、読んでいません。"
            "月次報告なら .xlsx 形式で送ってもらい、そうでなければほかのフォルダーに移してください。"
        )
    finding = form_finding("FORM-026", path.name, message, severity=severity)
    return FormReading(path.name, "", findings=(finding,))
