"""The fonts the documents are made for."""

from __future__ import annotations

from juso.adapters.doctor.check import IT, NOT_WINDOWS, Answer, bad, good
from juso.adapters.doctor.machine import Machine
from juso.adapters.doctor.windows import Root

KEY = r"Software\Microsoft\Windows NT\CurrentVersion\Fonts"
ROOTS: tuple[Root, ...] = ("HKLM", "HKCU")
WANTED = {
    "BIZ UDゴシック": ("biz udgothic", "biz-udgothic"),
    "BIZ UD明朝": ("biz udmincho", "biz-udmincho"),
}


def fonts(machine: Machine) -> Answer:
    """BIZ UDゴシック (with its P variant) and BIZ UD明朝 are registered, by name or by file."""
    if machine.windows is None:
        return NOT_WINDOWS
    there = " ".join(
        f"{name} {file}".lower()
        for root in ROOTS
        for name, file in machine.windows.values(root, KEY).items()
    )
    lacking = [
        name
        for name, signs in WANTED.items()
        if not any(s in there for s in (name.lower(), *signs))
    ]
    if not lacking:
        return good("BIZ UDゴシックと BIZ UD明朝があります。")
    return bad(
        f"{'、'.join(lacking)} がありません。",
        "文書の改行やページの分かれ方が、作ったときと変わります。",
        f"{IT}、Windows のオプション機能「日本語補助フォント」を加えるよう依頼してください。",
    )
