"""全国地方公共団体コード: five digits and the check digit that makes them six."""

from __future__ import annotations

from juso.core.errors import JusoError

WEIGHTS = (6, 5, 4, 3, 2)


def check_digit(code: str) -> str:
    """The sixth digit of five (総務省「全国地方公共団体コード」の検査数字)."""
    total = sum(weight * int(digit) for weight, digit in zip(WEIGHTS, code, strict=True))
    return str((11 - total % 11) % 10)


def code_with_check_digit(code: str) -> str:
    """Six digits from five or six; JusoError for anything else or a wrong check digit."""
    if not (code.isascii() and code.isdigit() and len(code) in (5, 6)):
        raise JusoError(
            f"juso.toml の municipality_code「{code}」を全国地方公共団体コードとして読めません。"
            "5桁又は6桁の数字で書いてください（甲州市は19213）。"
        )
    whole = code[:5] + check_digit(code[:5])
    if len(code) == 6 and code != whole:
        raise JusoError(
            f"juso.toml の municipality_code「{code}」は検査数字が違います。"
            f"数字を確かめて、{code[:5]} の5桁で書いてください。"
        )
    return whole
