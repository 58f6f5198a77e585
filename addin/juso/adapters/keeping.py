"""保管: whose turn it is to note something there, and the files as they were sent."""

from __future__ import annotations

from contextlib import AbstractContextManager
from hashlib import sha256
from pathlib import Path

from juso.adapters.office import Office
from juso.adapters.share import save
from juso.adapters.turn import held
from juso.core.errors import JusoError


def one_at_a_time(office: Office, turn: str, busy: str) -> AbstractContextManager[None]:
    """Only one person at a time does what `turn` names; JusoError, saying `busy`, meanwhile."""
    folder = office.folder / "保管"
    return held(folder / f"{turn}.lock", 0, f"{busy}終わってから", folder)


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
