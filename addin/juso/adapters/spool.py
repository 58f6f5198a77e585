"""UTF-8 text that is too long to be held, in a temporary file of its own that goes with it."""

from __future__ import annotations

import tempfile
import weakref
from collections.abc import Iterator


class Spool:
    """Pieces of text, one a line, in the order they came."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - closed with this object
        weakref.finalize(self, self._file.close)
        self.is_empty = True

    def add(self, line: bytes) -> None:
        """Keep a piece without line breaks, an empty one too."""
        self.is_empty = self.is_empty and not line
        self._file.write(line + b"\n")

    def lines(self) -> Iterator[bytes]:
        """All pieces; the next may be added afterwards."""
        self._file.seek(0)
        for line in self._file:
            yield line[:-1]
        self._file.seek(0, 2)
