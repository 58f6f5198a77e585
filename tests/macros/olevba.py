"""oletools' reader of VBA, whose import speaks of pyparsing's future."""

from __future__ import annotations

import warnings
from pathlib import Path

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from oletools import olevba


def decompress(data: bytes) -> bytes:
    """The contents of a compressed stream (MS-OVBA 2.4.1)."""
    return bytes(olevba.decompress_stream(bytearray(data)))


def sources(path: Path) -> dict[str, str]:
    """The code of each module as olevba extracts it, without its attributes."""
    parser = olevba.VBA_Parser(str(path))
    try:
        found = {}
        for _, _, name, code in parser.extract_macros():
            lines = code.splitlines()
            body = [line for line in lines if not line.startswith("Attribute VB_")]
            found[name.partition(".")[0]] = "\n".join(body)
        return found
    finally:
        parser.close()
