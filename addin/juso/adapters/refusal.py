"""How a file is refused: its path and one sentence with advice."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

from juso.core.errors import JusoError

AGAIN = "送った人に、もう一度送ってもらってください"
AS_XLSX = "Excel で開き、「名前を付けて保存」で .xlsx 形式にしてから提出し直してもらってください"
DAMAGED = f"は壊れているため読めません。{AGAIN}"


def refuse(path: Path, sentence: str, cause: BaseException | None = None) -> NoReturn:
    """Raise the JusoError of a file that is not read."""
    raise JusoError(f"{path} {sentence}。") from cause


@contextmanager
def sentence_for(path: Path, sentence: str = DAMAGED) -> Iterator[None]:
    """What a library raises on a damaged file, a Rust panic (no Exception) too, as a sentence."""
    try:
        yield
    except (KeyboardInterrupt, SystemExit, GeneratorExit, JusoError):
        raise
    except BaseException as error:
        refuse(path, sentence, error)
