"""Whether Office lets the add-in's macro run: policies and trusted locations."""

from __future__ import annotations

from collections.abc import Iterator

from juso.adapters.doctor.check import IT, NOT_WINDOWS, Answer, bad, good, unknown
from juso.adapters.doctor.machine import Machine, start_folder
from juso.adapters.doctor.windows import OFFICE, POLICIES, Root, Windows, policy, setting

SECURITY = r"Excel\Security"
TRUSTED = rf"{SECURITY}\Trusted Locations"
LEVELS = {
    1: "すべてのマクロを有効にする",
    2: "警告を表示してマクロを無効にする",
    3: "署名のないマクロを無効にする",
    4: "警告を表示せずにマクロを無効にする",
}
USER: tuple[Root, str] = ("HKCU", OFFICE)
NEEDS_TRUST = (3, 4)
ASK_TRUST = (
    f"{IT}、%APPDATA%\\Microsoft\\Excel\\XLSTART を Excel の「信頼できる場所」に加えるか、"
    "juso.xlam に署名するよう依頼してください。"
)
FORBIDDEN = (  # key below Office's policies, value name, what it does
    ("Common", "VBAOff", "Office の VBA が使えない設定です。"),
    (SECURITY, "DisableAllAddins", "Excel のアドインがすべて無効になる設定です。"),
    (SECURITY, "RequireAddinSig", "署名のないアドインが無効になる設定です。"),
)


def policies(machine: Machine) -> Answer:
    """No setting forbids the macro; a strict one is no harm where XLSTART is trusted."""
    windows = machine.windows
    if windows is None:
        return NOT_WINDOWS
    for key, name, meaning in FORBIDDEN:
        if setting(windows, key, name) == 1:
            ask = f"{IT}、この製品を使うパソコンでは {name} の設定を外すよう依頼してください。"
            return bad(meaning, "組織の設定（グループポリシー）などで禁じられています。", ask)
    level = setting(windows, SECURITY, "VBAWarnings") or 2
    set_by = "組織の設定" if policy(windows, SECURITY, "VBAWarnings") else "Excel の設定"
    found = f"「{LEVELS.get(int(str(level)), '不明')}」です（{set_by}）。"
    if level not in NEEDS_TRUST or (trust := trusted(machine)).ok:
        return good(found)
    answer = unknown if trust.ok is None else bad
    return answer(found, "信頼できる場所にないアドインのマクロは動きません。", ASK_TRUST)


def trusted(machine: Machine) -> Answer:
    """XLSTART is a trusted location and such locations are in force."""
    windows = machine.windows
    folder = start_folder(windows) if windows else None
    if windows is None:
        return NOT_WINDOWS
    if setting(windows, TRUSTED, "AllLocationsDisabled") == 1:
        return bad(
            "信頼できる場所がすべて無効です。", "組織の設定などで禁じられています。", ASK_TRUST
        )
    if folder and any(_covers(windows, place, str(folder)) for place in _locations(windows)):
        return good("XLSTART は信頼できる場所です。")
    if policy(windows, r"Common\Security\Trusted Locations", "Allow User Locations") == 0:
        return bad(
            "XLSTART は信頼できる場所に入っていません。",
            "組織が決めた場所だけが有効です。",
            ASK_TRUST,
        )
    return unknown(
        "設定の一覧に XLSTART がありません。",
        "初めから信頼されている場合は、一覧に出ないことがあります。",
        "Excel の［トラスト センター］→［信頼できる場所］に XLSTART があるか確かめてください。",
    )


def _locations(windows: Windows) -> Iterator[tuple[str, bool]]:
    """Path and whether folders below count, of every trusted location."""
    for root, top in (*POLICIES, USER):
        for name in windows.keys(root, rf"{top}\{TRUSTED}"):
            facts = windows.values(root, rf"{top}\{TRUSTED}\{name}")
            yield str(facts.get("path", "")), facts.get("allowsubfolders") == 1


def _covers(windows: Windows, place: tuple[str, bool], folder: str) -> bool:
    path, below = place
    for variable in ("APPDATA", "USERPROFILE", "LOCALAPPDATA"):
        if value := windows.folder(variable):
            path = path.replace(f"%{variable}%", str(value))
    trusted_path, wanted = (_normal(text) for text in (path, folder))
    return bool(trusted_path) and (
        wanted == trusted_path or (below and wanted.startswith(f"{trusted_path}/"))
    )


def _normal(path: str) -> str:
    return path.replace("\\", "/").rstrip("/").lower()
