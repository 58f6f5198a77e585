"""LibreOffice in Excel's place: started, found by `import xlwings`, a clerk before its screen."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from office.clerk import CLERK, Clerk
from office.soffice import Soffice

if TYPE_CHECKING:
    import xlwings

HERE = Path(__file__).parent
PACKAGE = HERE.parents[1] / "addin"


class StandIn:
    """A LibreOffice that stands in for Excel, in this process and in those given `environment`.

    Its macros, too, see `environment`: JUSO_HOME is `home`, in the folder given. It is headless
    unless it is given an X `display`.
    """

    def __init__(self, folder: Path, *, display: str = "") -> None:
        import xlwings

        from office.calc_engine import attach

        self.home = folder / "home"
        self.clerk = Clerk(folder)
        paths = os.pathsep.join((str(HERE / "site"), str(PACKAGE)))
        environment = {"JUSO_HOME": str(self.home), CLERK: str(folder), "PYTHONPATH": paths}
        self.soffice = Soffice(folder, environment, display=display)
        self.environment = self.soffice.environment
        self._before = xlwings.engines.active
        self._engine = attach(self.soffice.pipe, self.clerk)

    @property
    def app(self) -> Any:
        """The impl of its xlwings App."""
        return next(iter(self._engine.impl.apps))

    def open(self, path: Path, *, read_only: bool = False) -> xlwings.Book:
        """Open a workbook."""
        import xlwings

        document = self.soffice.open(path, read_only=read_only)
        return xlwings.Book(impl=self.app.books.of(document))

    def close(self) -> None:
        """End it; xlwings is as before."""
        import xlwings

        xlwings.engines.engines.remove(self._engine)
        xlwings.engines.active = self._before
        self.soffice.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
