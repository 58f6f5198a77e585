"""Checks every cell and sheet of the register gets alike, from what its columns declare."""

from __future__ import annotations

from dataclasses import dataclass

from juso.core.finding import Severity

FORMS = "相談受付・申込票等の国の帳票"
TABLE_RULES = "総務省「統計表における機械判読可能なデータの表記方法の統一ルール」"
LAYOUT = "支援台帳の様式"


@dataclass(frozen=True, slots=True)
class CellRule:
    """What a check that is no function on rows is called and says: it follows from the columns
    of a sheet, or from how a document was made.
    """

    id: str
    severity: Severity
    basis: str
    tag: str
    statement: str


EMPTY = CellRule("CELL-001", Severity.ERROR, FORMS, "V-C03", "必ず入力する列に、空欄を残しません。")
UNREADABLE = CellRule(
    "CELL-002",
    Severity.ERROR,
    TABLE_RULES,
    "",
    "日付・時刻・数の列には読める値だけを入力し、どの列にもエラー値や計算されていない数式を残しません。",
)
NOT_A_CHOICE = CellRule(
    "CELL-003", Severity.ERROR, LAYOUT, "", "選択肢のある列には、一覧の値だけを入力します。"
)
REPAIRED = CellRule(
    "CELL-004",
    Severity.NOTE,
    TABLE_RULES,
    "",
    "全角の数字や文字で入力した日付、別の呼び名の選択肢などは、解釈した値を示します。",
)
MISFIT = CellRule(
    "CELL-005", Severity.ERROR, LAYOUT, "V-C01", "番号などは、決められた書式で入力します。"
)
DOUBLED = CellRule(
    "CELL-006", Severity.ERROR, LAYOUT, "", "プラン番号などの固有の番号は、1行に1つだけ付けます。"
)
DANGLING = CellRule(
    "CELL-007", Severity.ERROR, LAYOUT, "", "他のシートの番号を書く列には、実在する番号を書きます。"
)
PERSONAL_NUMBER = CellRule(
    "CELL-008",
    Severity.ERROR,
    "番号法第20条（収集等の制限）",
    "V-C19",
    "個人番号（マイナンバー）と思われる12桁の数字は、台帳に記録しません。",
)
UNSURE = CellRule(
    "CELL-009",
    Severity.WARNING,
    TABLE_RULES,
    "",
    "元号のない日付、「－」や「不明」、外字など、読み方が確かでない値は、確かめます。",
)
NO_SHEET = CellRule(
    "SHEET-001", Severity.ERROR, LAYOUT, "", "支援台帳には、決められたシートがすべて必要です。"
)
NO_HEADING = CellRule(
    "SHEET-002", Severity.ERROR, LAYOUT, "", "各シートには、決められた見出しがすべて必要です。"
)
UNKNOWN_HEADING = CellRule(
    "SHEET-003", Severity.NOTE, LAYOUT, "", "様式にない見出しの列は、読み込みません。"
)
DOUBLED_HEADING = CellRule(
    "SHEET-004", Severity.ERROR, LAYOUT, "", "1つのシートの中で、同じ見出しは1回だけ使います。"
)

CELL_RULES = (
    EMPTY,
    UNREADABLE,
    NOT_A_CHOICE,
    REPAIRED,
    MISFIT,
    DOUBLED,
    DANGLING,
    PERSONAL_NUMBER,
    UNSURE,
    NO_SHEET,
    NO_HEADING,
    UNKNOWN_HEADING,
    DOUBLED_HEADING,
)
