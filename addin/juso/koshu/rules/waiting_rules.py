"""What つなぎボード says while an agenda is prepared; 点検 does not ask it."""

from __future__ import annotations

from juso.core.finding import Severity
from juso.koshu.rules.cell_rules import CellRule

WAITS = CellRule(
    "MTG-017",
    Severity.NOTE,
    "実施計画4(1)③「確実につなげる」",
    "",
    "設定の営業日（標準7日）動いていないつなぎは、次の会議の案件にするかを検討します。",
)

WAITING_RULES = (WAITS,)
