"""The shared folder: names that overwrite nobody's work, files that are whole or absent."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from pathlib import Path

from juso.core.errors import JusoError


def free_path(path: Path) -> Path:
    """`path`, or the next of NAME_2, NAME_3 … that no file has yet: results never overwrite."""
    if not path.exists():
        return path
    names = (path.with_stem(f"{path.stem}_{number}") for number in count(2))
    return next(name for name in names if not name.exists())


def save(path: Path, write: Callable[[Path], object]) -> Path:
    """Let `write` make the file under a temporary name beside `path`, then move it into place.

    A full disk, a kill or a failure in `write` leaves the old state. JusoError when the
    folder cannot be written or the file is open elsewhere.
    """
    part = path.with_name(f"~{path.stem}.part{path.suffix}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write(part)
        part.replace(path)
    except OSError as error:
        raise JusoError(
            f"{path} に書き込めません（{error.strerror or error}）。"
            "ファイルが開いていないか、フォルダーに書き込む権限と空き容量があるかを確かめてください。"
        ) from error
    finally:
        part.unlink(missing_ok=True)
    return path
