"""Whether the product itself is whole: Python, its version, its files, the way into Excel."""

from __future__ import annotations

import struct
import sys
from collections.abc import Iterator, Sequence
from importlib.metadata import distributions
from importlib.util import find_spec
from pathlib import Path
from shutil import disk_usage

from juso import __version__
from juso.adapters.doctor.check import IT, NOT_WINDOWS, Answer, bad, good, unknown
from juso.adapters.doctor.machine import Machine
from juso.adapters.live_excel import excel
from juso.adapters.resources import resource

OLDEST = (3, 11)
SHIPPED = ("koshu-juso", "xlwings", "pywin32", "python-calamine", "lxml", "docxtpl", "XlsxWriter")
SLOW = ("pandas", "matplotlib")  # xlwings loads them wherever they are installed
NEEDED_SPACE = 200_000_000  # bytes
SHOWN = 3


def python(machine: Machine) -> Answer:
    """3.11 or later, 64 bits on Windows: the wheels in the package are made for it."""
    bits = 8 * struct.calcsize("P")
    found = f"{'.'.join(map(str, sys.version_info[:3]))}（{bits}ビット）です。"
    if sys.version_info[:2] < OLDEST or (machine.windows and bits != 64):
        return bad(
            found,
            "この製品には Python 3.11 以上の64ビット版が必要です。",
            f"{IT}、Python を入れ替えて install.cmd をもう一度実行するよう依頼してください。",
        )
    return good(found)


def version(_: Machine) -> Answer:
    """For the record: the other versions are compared with this one."""
    return good(f"juso {__version__} です。")


def files(_: Machine, search: Sequence[str] | None = None) -> Answer:
    """Every file the installer laid down is there and has its length."""
    lost = [*_lost(search), *([] if resource("templates").is_dir() else ["templates"])]
    if not lost:
        return good("欠けたファイルも、長さの変わったファイルもありません。")
    names = "、".join(lost[:SHOWN]) + (f" ほか{len(lost) - SHOWN}件" if len(lost) > SHOWN else "")
    return bad(
        f"欠けたか、変わったファイルがあります：{names}。",
        "ウイルス対策ソフトが隔離したか、導入が途中で終わっています。",
        f"{IT}、隔離の履歴を調べ、製品のフォルダーを検査の対象から外したうえで、"
        "install.cmd をもう一度実行するよう依頼してください。",
    )


def _lost(search: Sequence[str] | None) -> Iterator[str]:
    shipped = {name.lower() for name in SHIPPED}
    found = distributions(path=list(search)) if search is not None else distributions()
    for package in found:
        if package.name.lower() in shipped:
            for file in package.files or ():
                there = Path(str(file.locate()))
                if "__pycache__" not in file.parts and not _is_whole(there, file.size):
                    yield file.name


def _is_whole(path: Path, size: int | None) -> bool:
    return path.is_file() and size in (None, path.stat().st_size)


def space(machine: Machine) -> Answer:
    """Room on the user's own disk."""
    there = next(folder for folder in (machine.home, *machine.home.parents) if folder.exists())
    return room(disk_usage(there).free)


def room(free: int) -> Answer:
    """Whether this many bytes are enough for a year of documents."""
    found = f"空きは {free / 1e9:.1f}GB です。"
    if free >= NEEDED_SPACE:
        return good(found)
    return bad(found, "文書を保存できなくなります。", "不要なファイルを消してください。")


def way_into_excel(machine: Machine) -> Answer:
    """xlwings loads, without the libraries that make it slow."""
    if machine.windows is None:
        return NOT_WINDOWS
    try:
        excel()
    except ImportError as error:
        return bad(
            f"xlwings を読み込めません（{error.name or type(error).__name__}）。",
            "導入が途中で終わったか、ウイルス対策ソフトが部品を隔離しています。",
            f"{IT}、install.cmd をもう一度実行するよう依頼してください。",
        )
    if slow := [name for name in SLOW if find_spec(name)]:
        return unknown(
            f"読み込めます。ただし {'、'.join(slow)} が一緒に読み込まれます。",
            "製品と別の部品が同じ Python に入っていて、ボタンの応答が遅くなります。",
            f"{IT}、install.cmd で専用の場所に入れ直すよう依頼してください。",
        )
    return good("読み込めます。")
