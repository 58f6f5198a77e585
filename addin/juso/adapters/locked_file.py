"""Encrypted workbooks (パスワード付き), decrypted in memory only: nothing readable touches a disk.

Passwords are handed through and forgotten: never stored, logged or quoted in a sentence.
"""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any, TypeVar

from juso.core.errors import JusoError

DEFAULT = "VelvetSweatshop"  # with it Excel opens a file without asking (write-protected books)
ELSEWHERE = "Excel で開いてパスワードを外してから、もう一度お試しください。"

T = TypeVar("T")
Ask = Callable[[str], str]  # a file's name to what somebody typed; '' when nobody did


class LockedError(JusoError):
    """A workbook that does not open with the password given, or without one."""


def decrypted(path: Path, password: str | None = None, content: bytes | None = None) -> bytes:
    """The workbook inside an encrypted .xlsx or .xls, with Excel's default password tried first.

    `password` is '' where the caller could have been given one, None where he could not;
    `content` are the file's bytes where they have been read already.
    LockedError when none of them opens it; JusoError when it is encrypted in another way.
    """
    for key in (DEFAULT, password):
        if key and (found := _opened(path, key, content)) is not None:
            return found
    raise locked(path, password)


def locked(path: Path, password: str | None, elsewhere: str = ELSEWHERE) -> LockedError:
    """The refusal of a file that `password` does not open."""
    if password:
        return LockedError(
            f"{path} は、指定したパスワードでは開けません。"
            f"送った人にパスワードを確かめるか、{elsewhere}"
        )
    if password is None:
        return LockedError(f"{path} はパスワードで保護されています。{elsewhere}")
    return LockedError(
        f"{path} はパスワードで保護されています。"
        f"コマンドに --password を付けてパスワードを指定するか、{elsewhere}"
    )


def with_password(read: Callable[[str], T], name: str, password: str, ask: Ask | None) -> T:
    """What `read` makes of a file; where it is locked, once more with the password asked for."""
    try:
        return read(password)
    except LockedError:
        typed = ask(name) if ask else ""
        if not typed:
            raise
        return read(typed)


def _opened(path: Path, key: str, given: bytes | None) -> bytes | None:
    """The decrypted content; None when this is not the key."""
    import msoffcrypto

    content = BytesIO()
    try:
        with path.open("rb") if given is None else BytesIO(given) as file:
            office = msoffcrypto.OfficeFile(file)
            if not _fits(office, key):
                return None
            office.decrypt(content)
    except OSError as error:
        raise JusoError(
            f"{path} を開けません（{error.strerror or error}）。"
            "ほかの人が開いていないか確かめてください。"
        ) from error
    except Exception as error:  # msoffcrypto raises many kinds on what it does not know
        raise JusoError(
            f"{path} は、読めない方式で暗号化されているか、壊れています。"
            "Excel で開いてパスワードを外し、.xlsx 形式で保存し直してください。"
        ) from error
    return content.getvalue()


def _fits(office: Any, key: str) -> bool:
    """Give the file the key; whether it is the right one."""
    from msoffcrypto.exceptions import InvalidKeyError

    is_ooxml = getattr(office, "format", "") == "ooxml"  # an old .xls verifies its key unasked
    try:
        office.load_key(key, **({"verify_password": True} if is_ooxml else {}))
    except InvalidKeyError:
        return False
    return True
