"""The shared folder: names that overwrite nobody's work, files that are whole or absent."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from pathlib import Path

from juso.core.errors import JusoError

FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]')  # in a file name on Windows
LONGEST_NAME = 80


def file_name(text: str) -> str:
    """What a clerk typed (a number, a title) as part of a file name: no folder, not too long."""
    return FORBIDDEN.sub("_", text)[:LONGEST_NAME]


def free_path(path: Path) -> Path:
    """`path`, or the next of NAME_2, NAME_3 … that holds nothing yet: results never overwrite."""
    if not _is_taken(path):
        return path
    names = (path.with_stem(f"{path.stem}_{number}") for number in count(2))
    return next(name for name in names if not _is_taken(name))


def _is_taken(path: Path) -> bool:
    return path.exists() and not (path.is_file() and path.stat().st_size == 0)


def save(path: Path, write: Callable[[Path], object]) -> Path:
    """Let `write` make the file under a temporary name beside `path`, then move it into place.

    A full disk, a kill or a failure in `write` leaves the old state. JusoError when the
    folder cannot be written or the file is open elsewhere.
    """
    part = path.parent / f"~{path.stem}.part{path.suffix}"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write(part)
        part.replace(path)
    except OSError as error:
        raise _refusal(path, error) from error
    except Exception as error:
        cause = error.args[0] if error.args else None
        if isinstance(cause, OSError):  # XlsxWriter wraps what the disk says
            raise _refusal(path, cause) from error
        raise
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return path


def _refusal(path: Path, error: OSError) -> JusoError:
    return JusoError(
        f"{path} に書き込めません（{error.strerror or error}）。"
        "ファイルが開いていないか、フォルダーに書き込む権限と空き容量があるかを確かめてください。"
    )
