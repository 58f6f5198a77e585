"""診断: what of the PC, Excel and the share keeps the product from working, and whom to ask."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import partial
from pathlib import Path

from juso.adapters.doctor import defender, excel, fonts, macros, product, resident, share
from juso.adapters.doctor.check import Answer, Check, lines, summary
from juso.adapters.doctor.machine import Machine
from juso.adapters.doctor.this_windows import this_windows
from juso.adapters.doctor.windows import Windows
from juso.adapters.office import Office

__all__ = ["Check", "Windows", "diagnose", "lines", "summary", "this_windows", "write_diagnosis"]

OF_THE_PC: tuple[tuple[str, Callable[[Machine], Answer]], ...] = (
    ("Python", product.python),
    ("本体の版", product.version),
    ("本体のファイル", product.files),
    ("パソコンの空き容量", product.space),
    ("Excel とつなぐ部品", product.way_into_excel),
    ("常駐プログラム", resident.worker),
    ("要求を置く場所", resident.inbox),
    ("受け取られていない要求", resident.waiting),
    ("Excel", excel.excel),
    ("アドイン", excel.addin),
    ("アドインの無効化", excel.disabled),
    ("インターネットの印", excel.web_mark),
    ("マクロの設定", macros.policies),
    ("信頼できる場所", macros.trusted),
    ("起動の制限（ASR）", defender.child_processes),
    ("ウイルス対策ソフト", defender.antivirus),
    ("フォント", fonts.fonts),
)
OF_THE_OFFICE: tuple[tuple[str, Callable[[Office, Machine], Answer]], ...] = (
    ("共有フォルダー", share.reached),
    ("共有フォルダーへの書き込み", share.written),
    ("共有フォルダーを読む速さ", share.read_speed),
    ("共有フォルダーの応答", share.answer_time),
    ("台帳を開いている人", share.in_use),
    ("ファイルの鍵", share.locks),
    ("共有フォルダーの空き容量", share.space),
    ("時計", share.clock),
)


def diagnose(
    office: Office | None, home: Path, now: datetime, windows: Windows | None = None
) -> list[Check]:
    """Every check in order, those of the share where an office is given; never raises.

    Reads the registry, the user's own folder and the office's, and starts no program. `windows`
    is `this_windows()`, or None where there is none.
    """
    machine = Machine(home, now, windows)
    checks = [_run(name, partial(probe, machine)) for name, probe in OF_THE_PC]
    if office is not None:
        checks += [_run(name, partial(probe, office, machine)) for name, probe in OF_THE_OFFICE]
    return checks


def write_diagnosis(path: Path, checks: Sequence[Check], day: date) -> None:
    """Write 診断結果 to `path`: only the paper needs XlsxWriter, which may be what is missing."""
    from juso.adapters.doctor.paper import write_diagnosis as write

    write(path, checks, day)


def _run(name: str, probe: Callable[[], Answer]) -> Check:
    """The answer of one probe; a probe that fails says so and stops nobody."""
    try:
        return Check(name, *probe())
    except OSError as error:
        return Check(name, None, f"読めませんでした（{error.strerror or type(error).__name__}）。")
    except Exception as error:
        return Check(name, None, f"調べられませんでした（{type(error).__name__}）。")
