"""Formulas between Excel's grammar and the one LibreOffice's own interface speaks."""

from __future__ import annotations

import re

# A text, a quoted sheet, a plain sheet: what stands inside them is no grammar.
EXCEL = re.compile(r"""("(?:[^"]|"")*")|('(?:[^']|'')*')!|([\w.]+)!|(,)""")
CALC = re.compile(r"""("(?:[^"]|"")*")|\$?('(?:[^']|'')*')\.|\$([^\W\d][\w]*)\.|(;)""")


def to_calc(formula: str) -> str:
    """`=SUM('月 次'!A1,B2)` as LibreOffice is told it: `=SUM($'月 次'.A1;B2)`."""

    def one(match: re.Match[str]) -> str:
        text, quoted, plain, comma = match.groups()
        return text or (f"${quoted or plain}." if not comma else ";")

    return EXCEL.sub(one, formula)


def to_excel(formula: str) -> str:
    """The other way round."""

    def one(match: re.Match[str]) -> str:
        text, quoted, plain, semicolon = match.groups()
        return text or (f"{quoted or plain}!" if not semicolon else ",")

    return CALC.sub(one, formula)
