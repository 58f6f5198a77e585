"""What is asked of minutes that come back edited, apart from the rules of the register itself."""

from __future__ import annotations

from juso.core.finding import Severity
from juso.koshu.rules.cell_rules import CellRule

MEETINGS, DEADLINES = "実施計画8", "実施計画4(2)③"

UNREADABLE = CellRule(
    "COL-001",
    Severity.ERROR,
    MEETINGS,
    "",
    "会議録の欄には、台帳の列に入る日付・選択肢・機関名を書きます。",
)
UNDECIDED = CellRule(
    "COL-002",
    Severity.WARNING,
    MEETINGS,
    "",
    "会議録と台帳の両方が変わったところは、人が確かめて決めます。",
)
REMOVED = CellRule(
    "COL-003", Severity.WARNING, DEADLINES, "", "会議録から消した決定事項も、台帳からは消しません。"
)
NUMBERING = CellRule(
    "COL-004", Severity.ERROR, DEADLINES, "", "決定番号は、その会議の案件の番号を1つずつ使います。"
)
MISTAKEN = CellRule(
    "COL-005",
    Severity.ERROR,
    MEETINGS,
    "",
    "会議録は、つくったときの表・見出し・欄の名前のまま書き込みます。",
)
TOO_EARLY = CellRule(
    "COL-006", Severity.WARNING, DEADLINES, "", "期限と次回再付議は、会議の日より後の日付です。"
)
ELSEWHERE = CellRule(
    "COL-007",
    Severity.NOTE,
    MEETINGS,
    "",
    "決定事項・結論などの欄のほかに書いたことは、取り込みません。",
)
NO_SUCH_AGENCY = CellRule(
    "COL-008", Severity.ERROR, DEADLINES, "", "担当機関は、関係機関マスタにある名前で書きます。"
)
READ_AS = CellRule(
    "COL-009", Severity.NOTE, MEETINGS, "", "書き方を読み替えたときは、読み替えた値を示します。"
)

COLLECT_RULES = (
    UNREADABLE,
    UNDECIDED,
    REMOVED,
    NUMBERING,
    MISTAKEN,
    TOO_EARLY,
    ELSEWHERE,
    NO_SUCH_AGENCY,
    READ_AS,
)
"""Everything `juso collect` may say beside the rules of the register."""
