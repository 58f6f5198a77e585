"""Whose turn it is: a lock file on the share, held while somebody writes there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from juso.core.errors import JusoError


@contextmanager
def held(lock: Path, wait: float, busy: str, place: Path) -> Iterator[None]:
    """Hold a lock file, waiting so many seconds for it.

    JusoError when somebody else keeps it (`busy` begins the sentence) or when it cannot be made,
    which means that nothing can be written to `place`.
    """
    from filelock import FileLock, Timeout

    turn = FileLock(lock, timeout=wait)
    try:
        lock.parent.mkdir(parents=True, exist_ok=True)
        turn.acquire()
    except Timeout as error:
        raise JusoError(f"{busy}、もう一度お試しください。") from error
    except (OSError, NotImplementedError) as error:  # the latter: a file system without locks
        raise not_writable(place, error) from error
    try:
        yield
    finally:
        turn.release()


def not_writable(path: Path, error: Exception) -> JusoError:
    """The sentence for a place where nothing can be written."""
    return JusoError(
        f"{path} に書き込めません（{getattr(error, 'strerror', None) or error}）。"
        "書き込む権限と空き容量を確かめて、もう一度お試しください。"
    )
