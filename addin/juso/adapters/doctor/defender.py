"""What protects the PC and may stop the product: the ASR rule on child processes, antivirus."""

from __future__ import annotations

from juso.adapters.doctor.check import IT, NOT_WINDOWS, Answer, bad, good, unknown
from juso.adapters.doctor.machine import Machine
from juso.adapters.doctor.resident import is_held
from juso.adapters.home import LOCK

RULE = "D4F940AB-401B-4EFC-AADC-AD5F3C50688A"  # Office applications may start no child process
RULES = (
    r"Software\Policies\Microsoft\Windows Defender\Windows Defender Exploit Guard\ASR\Rules",
    r"Software\Microsoft\Windows Defender\Windows Defender Exploit Guard\ASR\Rules",
)
STATES = {"0": "無効", "1": "ブロック", "2": "監査", "5": "未構成", "6": "警告"}
BLOCKING = ("1", "6")
SCANNERS = r"Software\Microsoft\Security Center\Provider\Av"


def child_processes(machine: Machine) -> Answer:
    """The rule keeps the add-in from starting the worker: then it has to run already."""
    windows = machine.windows
    if windows is None:
        return NOT_WINDOWS
    found = (windows.values("HKLM", key).get(RULE.lower()) for key in RULES)
    state = next((str(value) for value in found if value is not None), None)
    if state is None:
        return good("Office からの起動を止める規則は、読める範囲では設定されていません。")
    shown = f"Office からの起動を止める規則は「{STATES.get(state, state)}」です。"
    if state not in BLOCKING:
        return good(shown)
    if is_held(machine.home / LOCK):
        return good(f"{shown}常駐プログラムが先に動いているため、差し支えありません。")
    return bad(
        shown,
        "常駐プログラムが動いていないとき、Excel から動かすことができません。",
        "一度サインアウトしてサインインし直してください。それでも動かなければ、"
        f"{IT}、サインイン時に常駐プログラムが始まるよう依頼してください。",
    )


def antivirus(machine: Machine) -> Answer:
    """Which products say they guard the PC; what they leave out only an administrator sees."""
    windows = machine.windows
    if windows is None:
        return NOT_WINDOWS
    names = (
        str(windows.values("HKLM", rf"{SCANNERS}\{key}").get("displayname", ""))
        for key in windows.keys("HKLM", SCANNERS)
    )
    if found := "、".join(sorted({name for name in names if name})):
        return good(f"{found} があります。検査から外した場所は、管理者でないと読めません。")
    return unknown("どの製品が動いているか読めません。")
