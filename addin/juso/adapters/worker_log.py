"""worker.log: what the worker did and where it failed, for 情報係; no personal data."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path
from traceback import walk_tb

from juso.adapters.patience import codes

PACKAGE = Path(__file__).parents[1]
LARGEST = 256 * 1024  # bytes; one older file of that size is kept


class _Handler(RotatingFileHandler):
    """A log that cannot be written stops nobody: it says so once, in one line."""

    has_failed = False

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: ARG002, N802 - logging's own
        if self.has_failed or sys.stderr is None:  # under pythonw there is none
            return
        self.has_failed = True
        error = sys.exc_info()[1]
        why = getattr(error, "strerror", None) or type(error).__name__
        sys.stderr.write(
            f"{self.baseFilename} に書き込めません（{why}）。"
            "操作は続けられますが、記録は残りません。情報係にお問い合わせください。\n"
        )


@contextmanager
def open_log(path: Path) -> Iterator[None]:
    """Write what juso logs to `path`, and nothing that other libraries log."""
    handler = _Handler(path, maxBytes=LARGEST, backupCount=1, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    ours = logging.getLogger("juso")
    level = ours.level
    ours.addHandler(handler)
    ours.setLevel(logging.INFO)
    try:
        yield
    finally:
        ours.removeHandler(handler)
        ours.setLevel(level)
        with suppress(OSError):  # what a full disk did not take
            handler.close()


def trail(error: BaseException) -> str:
    """Kind of error and our lines it came through; never its message, which may quote a cell."""
    kinds: list[str] = []
    step = error
    while len(kinds) < 5:  # an error may name itself as its cause
        kinds.append(f"{_kind(step)} {' > '.join(_frames(step))}".rstrip())
        earlier = step.__cause__ or step.__context__
        if earlier is None:
            break
        step = earlier
    return " <- ".join(kinds)


def _kind(error: BaseException) -> str:
    numbers = [f"0x{code:08X}" for code in sorted(codes(error))]
    if isinstance(error, OSError) and error.errno is not None:
        numbers.append(f"errno {error.errno}")
    return " ".join([type(error).__qualname__, *numbers])


def _frames(error: BaseException) -> Iterator[str]:
    for frame, line in walk_tb(error.__traceback__):
        path = Path(frame.f_code.co_filename)
        if path.is_relative_to(PACKAGE):
            yield f"{path.relative_to(PACKAGE).as_posix()}:{line}"
