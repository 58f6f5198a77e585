"""Checks of a 受付票 as a form; its rows are checked by the register's own rules."""

from __future__ import annotations

from juso.core.finding import Severity
from juso.koshu.rules.cell_rules import CellRule

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE
SHAPE = "受付票の様式の決まり"

NO_SHEET = CellRule(
    "CASEFORM-001", ERROR, SHAPE, "N22", "受付票には、相談受付・申込票のシートがあります。"
)
OLD_VERSION = CellRule("CASEFORM-002", WARNING, SHAPE, "N23", "受付票の様式版は、現行の版です。")
UNKNOWN_VERSION = CellRule(
    "CASEFORM-003", ERROR, SHAPE, "N23", "受付票の様式版は、この製品が知っている版です。"
)
OTHER_YEAR = CellRule(
    "CASEFORM-004", ERROR, SHAPE, "N44", "受付票の年度は、取り込む事業所の年度です。"
)
OTHER_OFFICE = CellRule(
    "CASEFORM-005", ERROR, SHAPE, "N44", "受付票の事業所IDは、取り込む事業所のものです。"
)
NO_SERIAL = CellRule(
    "CASEFORM-006", ERROR, SHAPE, "N43", "受付票には、つくったときの受付票番号があります。"
)
NO_LINE = CellRule("CASEFORM-007", ERROR, SHAPE, "N19", "受付票の項目は、消さずに使います。")
DOUBLED_LINE = CellRule(
    "CASEFORM-008", ERROR, SHAPE, "N19", "受付票の1つの項目の値は、1か所だけに入力します。"
)
STRAY_TEXT = CellRule(
    "CASEFORM-009", WARNING, SHAPE, "N21", "受付票の項目の外に書いたものは、読み込みません。"
)
NO_SENDER = CellRule(
    "CASEFORM-010", NOTE, SHAPE, "V-M01", "受付票には、提出日と記入機関を入力します。"
)
OTHER_VARIANT = CellRule(
    "CASEFORM-011",
    ERROR,
    "実施計画4(3)③、7(2)",
    "",
    "同意状況に合わせて、同意ありの票と同意なしの票を使い分けます。",
)
UNKNOWN_CASE = CellRule(
    "CASEFORM-012", ERROR, SHAPE, "V-C01", "受付票のケース番号は、台帳にある番号です。"
)
OLD_FORMAT = CellRule("CASEFORM-013", WARNING, SHAPE, "N39", "受付票は .xlsx 形式です。")
EMPTY_FORM = CellRule("CASEFORM-014", ERROR, SHAPE, "N04", "受付票には、相談の内容を入力します。")
BROKEN = CellRule(
    "CASEFORM-015",
    ERROR,
    SHAPE,
    "N15・N16",
    "受付票の欄に、エラー値や計算されていない数式がありません。",
)
MORE_SHEETS = CellRule(
    "CASEFORM-016", ERROR, SHAPE, "N22", "受付票には、1件の相談のシートが1枚ずつあります。"
)
CLOSED = CellRule(
    "CASEFORM-017",
    ERROR,
    "実施計画8(1)「支援終結時の評価」",
    "",
    "終結と中断は、受付票ではなく、評価や経過とあわせて台帳で入力します。",
)
TWO_PEOPLE = CellRule("CASEFORM-018", WARNING, SHAPE, "V-C01", "受付票は、1人の相談に1枚です。")

CASE_FORM_RULES = (
    NO_SHEET,
    OLD_VERSION,
    UNKNOWN_VERSION,
    OTHER_YEAR,
    OTHER_OFFICE,
    NO_SERIAL,
    NO_LINE,
    DOUBLED_LINE,
    STRAY_TEXT,
    NO_SENDER,
    OTHER_VARIANT,
    UNKNOWN_CASE,
    OLD_FORMAT,
    EMPTY_FORM,
    BROKEN,
    MORE_SHEETS,
    CLOSED,
    TWO_PEOPLE,
)
