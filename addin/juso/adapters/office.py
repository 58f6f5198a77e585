"""The office: one folder on the share, and where everything lies in it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from juso.core.calendar import FiscalYear
from juso.core.errors import JusoError
from juso.koshu.config import Config

CONFIG = "juso.toml"
REGISTER = "支援台帳.xlsx"


@dataclass(frozen=True, slots=True)
class Office:
    """An office folder that exists, with its settings."""

    folder: Path
    config: Config

    @classmethod
    def open(cls, folder: Path) -> Office:
        """The office in `folder`; JusoError when it is none or its juso.toml cannot be read."""
        if not folder.is_dir():
            raise JusoError(
                f"{folder} というフォルダーはありません。場所を確かめるか、"
                f"`juso new {folder} --year R7` で作ってください。"
            )
        path = folder / CONFIG
        if not path.is_file():
            raise JusoError(
                f"{folder} には {CONFIG} がありません。支援台帳のあるフォルダーを指定してください。"
            )
        try:
            table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
            raise JusoError(
                f"{path} を読めません（{error}）。書き方を直すか、控えから戻してください。"
            ) from error
        return cls(folder, Config.from_toml(table))

    @property
    def register(self) -> Path:
        return self.folder / REGISTER

    @property
    def year(self) -> FiscalYear:
        return self.config.fiscal_year

    @property
    def forms(self) -> Path:
        """月次報告/令和7年度: where the windows' forms of the office's year are."""
        return self.forms_of(self.year)

    def forms_of(self, year: FiscalYear) -> Path:
        """The same folder of another year; it need not exist."""
        return self.folder / "月次報告" / str(year)

    def output(self, kind: str) -> Path:
        """出力/KIND: one of the folders below 出力 in FOLDERS."""
        return self.folder / "出力" / kind

    @property
    def log(self) -> Path:
        return self.folder / "記録" / "操作記録.jsonl"


def offices_in(targets: Iterable[Path]) -> list[Path]:
    """The folders meant: each target, or the offices in it where it is none itself."""
    found: list[Path] = []
    for target in targets:
        inside = [] if (target / CONFIG).exists() else sorted(target.glob(f"*/{CONFIG}"))
        found += [config.parent for config in inside] or [target]
    return found


FOLDERS = (
    "受付票",
    "出力/点検",
    "出力/要対応",
    "出力/整え",
    "出力/名寄せ",
    "出力/突合",
    "出力/受付票",
    "出力/引継ぎ",
    "出力/集計",
    "出力/差戻し",
    "出力/催促",
    "出力/次第",
    "出力/会議録",
    "出力/取込",
    "出力/診断",
    "出力/報告書",
    "保管",
    "記録",
)


def make_folders(folder: Path, config: Config) -> Office:
    """A new office without workbooks; JusoError when the folder already holds something.

    Of two runs that make the same office one is told that the folder is not empty.
    """
    is_new = not folder.exists()
    if not is_new and (not folder.is_dir() or any(folder.iterdir())):
        raise _not_empty(folder)
    office = Office(folder, config)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / CONFIG).open("x", encoding="utf-8", newline="\n") as file:
            file.write(config.to_toml())
        for path in (*(folder / name for name in FOLDERS), office.forms):
            path.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise _not_empty(folder) from error
    except OSError as error:
        _take_back(office, is_new=is_new)
        raise JusoError(
            f"{folder} を作れません（{error.strerror or error}）。書き込める場所を指定してください。"
        ) from error
    return office


@contextmanager
def new_office(folder: Path, config: Config) -> Iterator[Office]:
    """The same, to be filled with workbooks; its folders are taken back when that fails."""
    is_new = not folder.exists()
    office = make_folders(folder, config)
    try:
        yield office
    except BaseException:
        _take_back(office, is_new=is_new)
        raise


def _take_back(office: Office, *, is_new: bool) -> None:
    """Remove the settings and all empty folders, so that the office can be made once more."""
    with suppress(OSError):
        (office.folder / CONFIG).unlink(missing_ok=True)
    folders = sorted(office.folder.rglob("*"), reverse=True)  # what lies deeper comes first
    for path in [*folders, office.folder] if is_new else folders:
        with suppress(OSError):  # a file, or not empty
            path.rmdir()


def _not_empty(folder: Path) -> JusoError:
    return JusoError(
        f"{folder} は空のフォルダーではありません。新しいフォルダー名を指定してください。"
    )
