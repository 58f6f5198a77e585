"""受付票 that arrived, read: one file that cannot be opened never stops the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from juso.adapters.case_form_file import read_case_form
from juso.adapters.excel_file import open_workbook
from juso.adapters.form_file import is_form
from juso.adapters.intake_ledger import archived
from juso.adapters.locked_file import Ask, with_password
from juso.adapters.office import Office
from juso.core.cells import fold
from juso.core.errors import JusoError
from juso.core.finding import Finding
from juso.koshu.case_sheet import CaseSheet
from juso.koshu.choices import AGENCY, AREA
from juso.koshu.received import Receipts
from juso.koshu.register import Register
from juso.koshu.rules.case_intake_rules import UNREADABLE_FILE
from juso.koshu.sheets import Case

INBOX = "受付票"
TRIED = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".zip")  # refused in a sentence
WINDOWS_OWN = ("thumbs.db", "desktop.ini")


@dataclass(slots=True)
class Inbox:
    """The forms that could be read, where each lies, and what is said of the other files."""

    sheets: list[CaseSheet] = field(default_factory=list)
    paths: dict[str, Path] = field(default_factory=dict)  # by sha256
    findings: list[Finding] = field(default_factory=list)
    password: str = ""  # the one that was typed last


@dataclass(frozen=True, slots=True)
class SentFiles:
    """The files of a run: those that may be forms, and those that cannot."""

    forms: Sequence[Path]
    others: Sequence[Path] = ()

    @property
    def passed_over(self) -> list[str]:
        """What is said of those that cannot."""
        names = "、".join(path.name for path in self.others)
        return [f"Excel のファイルでないため見ていません：{names}"] if names else []


def sent_files(office: Office) -> SentFiles:
    """The files in 受付票, without hidden and Excel's own temporary ones; folders are not opened.

    JusoError when there may be no form among them, or the folder cannot be opened.
    """
    folder = office.folder / INBOX
    try:
        found = [path for path in folder.iterdir() if path.is_file()]
    except FileNotFoundError:
        found = []
    except OSError as error:
        raise JusoError(
            f"{folder} を開けません（{error.strerror or error}）。アクセス権を確かめてください。"
        ) from error
    found.sort(key=lambda path: (path.stem, path.suffix))  # 票 before 票 (1)
    shown = [path for path in found if not path.name.startswith(("~", "."))]
    shown = [path for path in shown if path.name.lower() not in WINDOWS_OWN]
    forms = [path for path in shown if path.suffix.lower() in TRIED]
    if not forms:
        raise JusoError(
            f"{folder} に受付票がありません。"
            "届いた受付票をこのフォルダーに入れてから、もう一度お試しください。"
        )
    return SentFiles(forms, [path for path in shown if path not in forms])


def read_inbox(
    paths: Iterable[Path], register: Register, password: str = "", ask: Ask | None = None
) -> Inbox:
    """Every form in the order given; a password that was typed is tried on the next ones too."""
    inbox = Inbox(password=password)

    def asked(name: str) -> str:
        typed = ask(name) if ask else ""
        inbox.password = typed or inbox.password
        return typed

    lists = lists_of(register)
    for path in paths:
        try:
            sheet = with_password(_reader(path, lists), path.name, inbox.password, asked)
        except JusoError as error:
            inbox.findings.append(_unreadable(path, error))
        else:
            inbox.sheets.append(sheet)
            inbox.paths.setdefault(sheet.sha256, path)
    return inbox


def earlier_copies(
    office: Office, inbox: Inbox, receipts: Receipts, register: Register
) -> dict[str, list[CaseSheet]]:
    """By 受付票番号 the other copies that were taken, oldest first, as far as they can be read."""
    lists = lists_of(register)
    return {
        sheet.serial: [
            copy
            for entry in receipts.of_serial(sheet.serial)
            if entry.sha256 != sheet.sha256 and (path := archived(office, entry.sha256))
            if (copy := _copy(path, lists, inbox.password))
        ]
        for sheet in inbox.sheets
    }


def lists_of(register: Register) -> Mapping[str, Sequence[str]]:
    """The office's open lists, by which the cells of a form are read."""
    agencies = tuple(agency.short_name for agency in register.agencies if agency.short_name)
    return {AREA: register.settings.areas, AGENCY: agencies}


def _reader(path: Path, lists: Mapping[str, Sequence[str]]) -> Callable[[str], CaseSheet]:
    def read(password: str) -> CaseSheet:
        workbook = open_workbook(path, password)
        if is_form(workbook, path):
            raise JusoError(
                f"{path} は月次報告です。「月次報告」フォルダーに移し、「月次を取り込む」で取り込んでください。"
            )
        if any(fold(name) == Case.sheet for name in workbook.sheet_names):
            raise JusoError(f"{path} は支援台帳です。受付票のファイルを指定してください。")
        return read_case_form(path, workbook, lists=lists, password=password)

    return read


def _copy(path: Path, lists: Mapping[str, Sequence[str]], password: str) -> CaseSheet | None:
    try:
        return _reader(path, lists)(password)
    except JusoError:
        return None


def _unreadable(path: Path, error: JusoError) -> Finding:
    message = str(error).replace(f"{path} という", f"{path.name} という")
    message = message.replace(f"{path} ", "このファイル")
    rule = UNREADABLE_FILE
    return Finding(rule.id, rule.severity, path.name, "", "", "", "", "", message, rule.basis)
