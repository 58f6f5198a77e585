"""Faults in single cells of the monthly forms: what somebody typed where a number belongs."""

from __future__ import annotations

from collections.abc import Callable

from juso.core.cells import Broken
from juso.core.finding import Severity
from juso.services.sample.faults_figures import Change, FigureFault

WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
NOTE, WARNING = Severity.NOTE, Severity.WARNING


def _typed(code: str, text: object) -> Change:
    return lambda _: {code: text}


def _said(code: str, text: Callable[[int], str]) -> Change:
    """The figure itself in another spelling."""
    return lambda month: {code: text(month[code])}


TYPED_FAULTS = (
    FigureFault(
        "全角の数字",
        "TALLY-005",
        "W1",
        "I102",
        _said("I102", lambda n: f"{n}".translate(WIDE)),
        severity=NOTE,
        mess="N01",
    ),
    FigureFault(
        "行の単位を付けた数",
        "TALLY-005",
        "W2",
        "I221",
        _said("I221", "{}件".format),
        severity=NOTE,
        mess="N02",
    ),
    FigureFault(
        "行の単位と違う単位",
        "TALLY-009",
        "W2",
        "I243",
        _typed("I243", "5人"),
        severity=WARNING,
        mess="N02",
    ),
    FigureFault("必須のセルが空欄", "TALLY-004", "W1", "C05", _typed("C05", None), mess="N04"),
    FigureFault(
        "不詳と書いた数",
        "TALLY-008",
        "W4",
        "I410",
        _typed("I410", "不詳"),
        severity=WARNING,
        mess="N05",
    ),
    FigureFault("伏せた値", "TALLY-006", "W3", "I323", _typed("I323", "x"), mess="N06"),
    FigureFault("同上の記号", "TALLY-006", "W3", "I324", _typed("I324", "〃"), mess="N07"),
    FigureFault("負の件数", "TALLY-006", "W3", "I322", _typed("I322", -3), mess="N08"),
    FigureFault("丸数字", "TALLY-006", "W2", "I222", _typed("I222", "①"), mess="N09"),
    FigureFault("およその数", "TALLY-006", "W1", "I101", _typed("I101", "約10"), mess="N10"),
    FigureFault("幅のある数", "TALLY-006", "W4", "I412", _typed("I412", "10～15"), mess="N10"),
    FigureFault("言葉で書いた数", "TALLY-006", "O", "O08", _typed("O08", "数件"), mess="N10"),
    FigureFault(
        "内訳が同じセルにある", "TALLY-006", "W1", "I104", _typed("I104", "12(3)"), mess="N11"
    ),
    FigureFault(
        "文字として入力した数",
        "TALLY-005",
        "W4",
        "I411",
        _said("I411", str),
        severity=NOTE,
        mess="N12",
    ),
    FigureFault("小数の件数", "TALLY-006", "W2", "H03", _typed("H03", 3.5), mess="N13"),
    FigureFault(
        "日付に変わった数", "TALLY-006", "W2", "I223", _typed("I223", "3月4日"), mess="N14"
    ),
    FigureFault(
        "計算されていない数式",
        "TALLY-007",
        "W1",
        "I106",
        _typed("I106", Broken("=SUM(E5:E9)")),
        mess="N15",
    ),
    FigureFault(
        "エラー値を値として貼り付けた",
        "TALLY-007",
        "W3",
        "I325",
        _typed("I325", "#REF!"),
        mess="N16",
    ),
    FigureFault(
        "上のセルと結合したセル",
        "TALLY-007",
        "O",
        "O09",
        _typed("O09", Broken("結合")),
        mess="N17",
    ),
)
"""N01–N17: what a cell holds."""
