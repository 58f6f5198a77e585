"""One word of the command line."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from getpass import getpass
from typing import TYPE_CHECKING, NamedTuple

from juso.arguments import Argument

if TYPE_CHECKING:
    from juso.app import App
    from juso.result import Result


class Verb(NamedTuple):
    """One word of the command line and the App method behind it."""

    name: str
    help: str
    arguments: tuple[Argument, ...]
    run: Callable[[App, argparse.Namespace], Result]


def typed_password(name: str) -> str:
    """What somebody at the terminal types for a locked file; '' where nobody sits there."""
    if sys.stdin is None or not sys.stdin.isatty():
        return ""
    try:
        return getpass(f"{name} のパスワード（画面には出ません）：")
    except EOFError:
        return ""
