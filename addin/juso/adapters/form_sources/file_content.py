"""The bytes of a file that arrived; what is no file of a form's size is refused."""

from __future__ import annotations

from pathlib import Path

from juso.adapters.refusal import AGAIN, refuse
from juso.core.errors import JusoError

LARGEST = 100 * 1024 * 1024  # a form has some 50 KB


def content_of(path: Path) -> bytes:
    """Read a file once; JusoError for what is no file, empty, absurdly large or cannot be read."""
    if path.name.startswith("~$"):
        refuse(
            path,
            "は Excel が開いている間の一時ファイルです。「~$」の付かないファイルを指定してください",
        )
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise JusoError(
            f"{path} というファイルはありません。場所と名前を確かめてください。"
        ) from None
    except OSError as error:
        if path.is_dir():
            refuse(path, "はフォルダーです。Excel のファイルを指定してください", error)
        refuse(
            path,
            f"を開けません（{error.strerror or error}）。ほかの人が開いていないか確かめてください",
            error,
        )
    if not content:
        refuse(path, f"は中身のない（0バイトの）ファイルです。{AGAIN}")
    if len(content) > LARGEST:
        refuse(path, "は大きすぎます（100MB超）。月次報告のファイルか確かめてください")
    return content
