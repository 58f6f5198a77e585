"""The shared folder: names that overwrite nobody's work, files that are whole or absent."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from itertools import chain, count
from pathlib import Path
from secrets import token_hex

from juso.core.errors import JusoError

FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]')  # in a file name on Windows
LONGEST_NAME = 80
SHOWN_OF_STEM = 20  # characters: some file systems count three bytes for each, 255 in all


def file_name(text: str) -> str:
    """What a clerk typed (a number, a title) as part of a file name: no folder, not too long."""
    return FORBIDDEN.sub("_", text)[:LONGEST_NAME]


def free_path(path: Path) -> Path:
    """`path`, or the next of NAME_2, NAME_3 … that holds nothing yet; a moment later it may."""
    return next(name for name in _names(path) if not _is_taken(name))


def save(path: Path, write: Callable[[Path], object]) -> Path:
    """Let `write` make the file under a temporary name beside `path`, then put it in its place.

    A full disk, a kill or a failure in `write` leaves the old state. JusoError when the
    folder cannot be written or the file is open elsewhere.
    """
    with _part(path, write) as part:
        part.replace(path)
    return path


def save_new(path: Path, write: Callable[[Path], object]) -> Path:
    """The same for a result, which never overwrites: gives `path`, or NAME_2, NAME_3 … it became.

    Two runs at the same time never get the same name.
    """
    with _part(path, write) as part:
        return next(name for name in _names(path) if _move_new(part, name))


def save_once(path: Path, write: Callable[[Path], object]) -> Path:
    """The same, but one of those names that holds exactly this already is given as it is."""
    with _part(path, write) as part:
        content = part.read_bytes()
        for name in _names(path):
            if _is_taken(name):
                if _holds(name, content):
                    return name
            elif _move_new(part, name):
                return name
    raise AssertionError("names never run out")


def _holds(path: Path, content: bytes) -> bool:
    try:
        return path.is_file() and path.read_bytes() == content
    except OSError:  # open elsewhere: a new one is made
        return False


@contextmanager
def all_or_none() -> Iterator[list[Path]]:
    """Files that belong together: those noted in the list are deleted when a later one fails."""
    made: list[Path] = []
    try:
        yield made
    except BaseException:
        for path in made:
            with suppress(OSError):
                path.unlink()
        raise


def _names(path: Path) -> Iterator[Path]:
    return chain([path], (path.with_stem(f"{path.stem}_{number}") for number in count(2)))


def _is_taken(path: Path) -> bool:
    """Whether something lies there; a file of 0 bytes holds nobody's work."""
    return path.exists() and not (path.is_file() and path.stat().st_size == 0)


@contextmanager
def _part(path: Path, write: Callable[[Path], object]) -> Iterator[Path]:
    """A file written whole, under a name no other run uses; deleted if still there at the end."""
    name = f"~{path.stem[:SHOWN_OF_STEM]}.{os.getpid()}-{token_hex(4)}.part{path.suffix}"
    part = path.with_name(name)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write(part)
        yield part
    except OSError as error:
        raise _refusal(path, error) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _move_new(part: Path, path: Path) -> bool:
    """Move a file to a name nobody has; False when it is somebody's, whoever came first."""
    try:
        _rename(part, path)
    except OSError as error:
        if sys.platform == "win32" and not isinstance(error, FileExistsError):
            raise
        return not _is_taken(path) and _move_claimed(part, path)
    return True


def _rename(part: Path, path: Path) -> None:
    """Rename at one stroke, never over another file; OSError where it is there or links are not."""
    if sys.platform == "win32":
        part.rename(path)  # so it does there, on a share, too
    else:
        os.link(part, path)


def _move_claimed(part: Path, path: Path) -> bool:
    """Move over a file of 0 bytes, or where there are no links: by a claim, one run at a time."""
    claim = path.with_name(f"~{sha256(path.name.encode()).hexdigest()[:16]}.claim")
    try:
        claim.open("x").close()
    except FileExistsError:
        return False
    try:
        if _is_taken(path):
            return False
        part.replace(path)
    finally:
        claim.unlink(missing_ok=True)
    return True


def _refusal(path: Path, error: OSError) -> JusoError:
    return JusoError(
        f"{path} に書き込めません（{error.strerror or error}）。"
        "ファイルが開いていないか、フォルダーに書き込む権限と空き容量があるかを確かめてください。"
    )
