"""Speaking to LibreOffice over UNO."""

from __future__ import annotations

import builtins
import sys
import time
from typing import Any

SYSTEM_PACKAGES = "/usr/lib/python3/dist-packages"  # where Debian puts python3-uno


def load_uno() -> Any:
    """The module uno, which the system has for its own Python; ImportError where it is absent."""
    if "uno" not in sys.modules:
        plain_import = builtins.__import__
        sys.path.append(SYSTEM_PACKAGES)  # never first: old copies of other libraries lie there
        try:
            import uno  # type: ignore[import-not-found]  # noqa: F401
        finally:
            sys.path.remove(SYSTEM_PACKAGES)
            builtins.__import__ = plain_import  # uno puts one of its own in its place
    return sys.modules["uno"]


def connect(pipe: str, seconds: float = 0) -> Any:
    """The component context of the LibreOffice listening on `pipe`.

    NoConnectException when nothing has answered after `seconds`.
    """
    local = load_uno().getComponentContext()
    resolver = local.ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    end = time.monotonic() + seconds
    while True:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            if time.monotonic() > end:
                raise
            time.sleep(0.02)


def properties(**values: Any) -> tuple[Any, ...]:
    """Arguments as UNO takes them: a sequence of PropertyValue."""
    struct = load_uno().createUnoStruct
    return tuple(
        struct("com.sun.star.beans.PropertyValue", name, 0, value, 0)
        for name, value in values.items()
    )


def discard(document: Any) -> None:
    """Close a document without saving it."""
    document.setModified(False)
    document.close(True)


def call_macro(document: Any, macro: str, *arguments: Any) -> Any:
    """What `Module.Procedure` of the document's VBA project returns.

    None where LibreOffice swallowed an error in it: a compile error stops every call of a project.
    """
    project = document.BasicLibraries.ProjectName or "Standard"
    address = f"vnd.sun.star.script:{project}.{macro}?language=Basic&location=document"
    script = document.getScriptProvider().getScript(address)
    return script.invoke(arguments, (), ())[0]
