"""Excel and the add-in in it: version, place, marks that keep it from loading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from juso import __version__
from juso.adapters.doctor.check import IT, NOT_WINDOWS, Answer, bad, good, unknown
from juso.adapters.doctor.machine import ADDIN, Machine, start_folder
from juso.adapters.doctor.windows import OFFICE

CLICK_TO_RUN = r"Software\Microsoft\Office\ClickToRun\Configuration"
BITS = {"x64": "64ビット", "x86": "32ビット"}
REINSTALL = f"{IT}、Excel を終了した状態で install.cmd をもう一度実行するよう依頼してください。"
DISABLED = rf"{OFFICE}\Excel\Resiliency\DisabledItems"
OPTIONS = rf"{OFFICE}\Excel\Options"


def excel(machine: Machine) -> Answer:
    """Excel 2016 or later; 32 and 64 bits both do."""
    windows = machine.windows
    if windows is None:
        return NOT_WINDOWS
    facts = windows.values("HKLM", CLICK_TO_RUN)
    if shown := facts.get("versiontoreport"):
        return good(f"Excel {shown}（{BITS.get(str(facts.get('platform')), '不明')}）です。")
    for top, bits in ((r"Software", "64ビット"), (r"Software\WOW6432Node", "32ビット")):
        if windows.values("HKLM", rf"{top}\Microsoft\Office\16.0\Excel\InstallRoot"):
            return good(f"Excel 16.0（{bits}）です。")
    return bad(
        "Excel 2016 以降が見つかりません。",
        "Excel がないか、2013 以前です。",
        f"{IT}、Excel 2016 以降を使えるよう依頼してください。",
    )


def addin(machine: Machine) -> Answer:
    """juso.xlam lies in XLSTART, of this version, and is loaded from nowhere else."""
    windows = machine.windows
    if windows is None:
        return NOT_WINDOWS
    folder = start_folder(windows)
    if folder is None or not (folder / ADDIN).is_file():
        return bad("XLSTART に juso.xlam がありません。", "導入が済んでいません。", REINSTALL)
    if twice := list(_registered(windows.values("HKCU", OPTIONS))):
        return bad(
            f"XLSTART のほかに、アドインとしても登録されています（{len(twice)}件）。",
            "同じボタンが二重に動くおそれがあります。",
            "Excel の「アドイン」の一覧で juso のチェックを外してください。",
        )
    found = addin_version(folder / ADDIN)
    if found == __version__:
        return good(f"XLSTART にあります（{found}）。")
    return bad(
        f"アドインは {found or '不明な版'}、本体は {__version__} です。",
        "片方だけが新しくなっています。",
        REINSTALL,
    )


def _registered(options: Mapping[str, object]) -> Iterator[str]:
    for name, value in options.items():
        if re.fullmatch(r"open\d*", name) and ADDIN in str(value).lower():
            yield name


def addin_version(path: Path) -> str:
    """The version stamped into the add-in's own sheet; "" where the file is none of ours."""
    from python_calamine import CalamineError, CalamineWorkbook

    from juso.adapters.addin_sentences import SHEET, VERSION

    try:
        rows = CalamineWorkbook.from_path(path).get_sheet_by_name(SHEET).to_python()
        return str(rows[VERSION - 1][1])
    except (CalamineError, IndexError):
        return ""


def disabled(machine: Machine) -> Answer:
    """Excel has not switched the add-in off after a crash."""
    if machine.windows is None:
        return NOT_WINDOWS
    items = machine.windows.values("HKCU", DISABLED).values()
    if not any(_names_addin(item) for item in items):
        return good("無効にされていません。")
    return bad(
        "Excel がこのアドインを無効にしています。",
        "前に Excel が異常終了したとき、アドインが原因とみなされました。",
        "Excel の［ファイル］→［オプション］→［アドイン］→ 管理「使用できないアイテム」で juso.xlam を有効にしてください。",
    )


def _names_addin(item: object) -> bool:
    return isinstance(item, bytes) and ADDIN in item.decode("utf-16-le", "replace").lower()


def web_mark(machine: Machine) -> Answer:
    """The add-in does not bear the mark of a file from the internet."""
    windows = machine.windows
    if windows is None:
        return NOT_WINDOWS
    folder = start_folder(windows)
    if folder is None or not (folder / ADDIN).is_file():
        return unknown("juso.xlam がないため調べられません。")
    zone = re.search(r"ZoneId=(\d)", windows.zone(folder / ADDIN))
    if not zone or int(zone[1]) < 3:
        return good("付いていません。")
    return bad(
        "juso.xlam に「インターネットから来たファイル」の印があります。",
        "この印があると、Excel はマクロを動かしません。",
        "Excel を終了し、juso.xlam を右クリックして［プロパティ］→［許可する］に印を付けてください。"
        f"できなければ、{IT}、install.cmd をもう一度実行するよう依頼してください。",
    )
