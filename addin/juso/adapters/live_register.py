"""Whether an open workbook is the register of the very office in whose folder it lies."""

from __future__ import annotations

from os.path import samestat
from pathlib import Path

from juso.adapters.live_book import LiveBook
from juso.adapters.office import CONFIG, REGISTER, Office
from juso.core.errors import JusoError

AGAIN = "もう一度押してください。"


def check_register(book: LiveBook, path: Path) -> None:
    """JusoError unless the book is the register of the office in whose folder it lies."""
    from juso.adapters.register_front import REGISTER_ID

    if book.text("juso_register") != REGISTER_ID:
        raise JusoError(
            f"{path.name} は支援台帳ではありません（様式ID が見つかりません）。"
            f"支援台帳.xlsx を開いてから、{AGAIN}"
        )
    if not (path.parent / CONFIG).is_file():
        raise JusoError(
            f"{path.parent} は事業所のフォルダーではありません（{CONFIG} がありません）。"
            f"写しではなく、共有フォルダーにある支援台帳.xlsx を開いてから、{AGAIN}"
        )
    office = Office.open(path.parent)
    if path.name != REGISTER and not same_file(office.register, path):
        raise JusoError(
            f"{path.name} は支援台帳の写しです。{office.register} を開いてから、{AGAIN}"
        )
    in_book, in_folder = book.text("juso_office"), office.config.id
    if not in_book or in_book != in_folder:
        raise JusoError(
            f"{path} の事業所ID（{in_book or '空欄'}）が、同じフォルダーの {CONFIG} の"
            f"事業所ID（{in_folder or '空欄'}）と違います。別の事業所の支援台帳が置かれていないかを、"
            "情報係に確かめてください。"
        )


def same_file(one: str | Path, other: Path) -> bool:
    """Whether two paths lead to one file; never where a NAS gives its files no number."""
    try:
        facts = Path(one).stat()
        return facts.st_ino != 0 and samestat(facts, other.stat())
    except (OSError, ValueError):
        return False
