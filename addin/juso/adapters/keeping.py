"""保管: whose turn it is to note something there, and the files as they were sent."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from juso.adapters.office import Office
from juso.adapters.share import save
from juso.core.errors import JusoError


@contextmanager
def one_at_a_time(office: Office, turn: str, busy: str) -> Iterator[None]:
    """Only one person at a time does what `turn` names; JusoError, saying `busy`, meanwhile."""
    from filelock import FileLock, Timeout

    path = office.folder / "保管" / f"{turn}.lock"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = FileLock(path, timeout=0)
        lock.acquire()
    except Timeout as error:
        raise JusoError(f"{busy}終わってから、もう一度お試しください。") from error
    except (OSError, NotImplementedError) as error:  # the latter: a file system without locks
        raise JusoError(
            f"{path.parent} に書き込めません（{getattr(error, 'strerror', None) or error}）。"
            "書き込む権限と空き容量を確かめて、もう一度お試しください。"
        ) from error
    try:
        yield
    finally:
        lock.release()


def archive(office: Office, kind: str, path: Path, fingerprint: str) -> Path | None:
    """Copy a file to 保管/KIND exactly as it was sent, an encrypted one too.

    None when it lies there already; one that lies there damaged is put right. JusoError when
    the file is no longer the one that was read.
    """
    place = office.folder / "保管" / kind / f"{fingerprint}{path.suffix.lower()}"
    if place.exists() and sha256(place.read_bytes()).hexdigest() == fingerprint:
        return None
    content = path.read_bytes()
    if sha256(content).hexdigest() != fingerprint:
        raise JusoError(
            f"{path} は、読んでいる間に書き換えられました。保存が終わってから、もう一度お試しください。"
        )
    return save(place, lambda part: part.write_bytes(content))


def archived(office: Office, kind: str, fingerprint: str) -> Path | None:
    """The copy of a file that was taken; None when somebody removed it."""
    return next((office.folder / "保管" / kind).glob(f"{fingerprint}.*"), None)
