"""What stands in the register where a value should: N13 to N17."""

from datetime import datetime
from functools import partial

from juso.core.cells import Broken
from juso.core.finding import Severity
from juso.koshu.repairs.repair import Repair

WARNING, ERROR = Severity.WARNING, Severity.ERROR

_heads = partial(Repair, sheet="相談受付簿", column="世帯人数")
_trained = partial(Repair, sheet="研修記録", column="課長級")

AS_DATE = "日付に変わった数"

NO_NUMBERS = (
    _heads(
        number="N13",
        what="小数",
        typed=3.5,
        becomes="",
        grade=ERROR,
        advice="整数で入力します。",
    ),
    _heads(
        number="N14",
        what=AS_DATE,
        typed=datetime(2025, 3, 4),
        becomes="",
        grade=ERROR,
        advice="「3-4」などが日付に変わっています。数字を入力し直します。",
    ),
    Repair(
        number="N14",
        what=AS_DATE,
        typed=datetime(2025, 3, 4),
        becomes="2025/3/4",
        grade=WARNING,
        sheet="相談受付簿",
        column="住所",
        advice="番地の「3-4」などが日付に変わったおそれがあります。",
    ),
    _heads(
        number="N15",
        what="計算されていない数式",
        typed=Broken("=D2+E2"),
        becomes="",
        grade=ERROR,
        advice="Excel で再計算して保存し直すか、値を入力します。",
    ),
    _heads(
        number="N16",
        what="エラー値",
        typed="#REF!",
        becomes="",
        grade=ERROR,
        advice="数式を直すか、値を入力し直します。",
    ),
    Repair(
        number="N16",
        what="エラー値",
        typed=Broken("#N/A"),
        becomes="",
        grade=ERROR,
        sheet="相談受付簿",
        column="備考",
        advice="数式を直すか、値を入力し直します。",
    ),
    Repair(
        number="N17",
        what="結合したセル",
        typed=Broken("結合"),
        becomes="",
        grade=WARNING,
        sheet="相談受付簿",
        column="備考",
        advice="結合を解除し、行ごとに入力します。",
    ),
    _trained(number="N17", what="結合したセル", typed=Broken("結合"), becomes="", grade=ERROR),
)
