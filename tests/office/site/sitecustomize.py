"""On the PYTHONPATH of a program: its `import xlwings` finds the tests' LibreOffice for Excel."""

from __future__ import annotations

import importlib.util
import os
import sys
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import Any


class _AttachAfterImport:
    """Lets xlwings load as ever, then attaches: who does not import it pays nothing."""

    def find_spec(self, name: str, *_: Any) -> ModuleSpec | None:
        if name != "xlwings":
            return None
        sys.meta_path.remove(self)
        spec = importlib.util.find_spec(name)
        if spec is None or spec.loader is None:
            return None
        load = spec.loader.exec_module

        def load_and_attach(module: ModuleType) -> None:
            load(module)
            _attach()

        spec.loader.exec_module = load_and_attach  # type: ignore[method-assign]
        return spec


def _attach() -> None:
    sys.path.append(str(Path(__file__).parents[2]))
    from office.calc_engine import attach
    from office.clerk import CLERK, Clerk

    attach(os.environ["JUSO_UNO_PIPE"], Clerk(Path(os.environ[CLERK])))


if "JUSO_UNO_PIPE" in os.environ:
    sys.meta_path.insert(0, _AttachAfterImport())
