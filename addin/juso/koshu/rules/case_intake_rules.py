"""What stops a 受付票 at the register's door, or is left to a person there."""

from __future__ import annotations

from juso.core.finding import Severity
from juso.koshu.rules.cell_rules import CellRule

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE
INTAKE = "受付票の取込みの決まり"

UNREADABLE_FILE = CellRule(
    "INTAKE-001", ERROR, INTAKE, "N37", "受付票のファイルを、受付票として開くことができます。"
)
TWO_FORMS = CellRule(
    "INTAKE-002",
    ERROR,
    INTAKE,
    "N43",
    "同じ相談の受付票が2つあるときは、新しいほうが提出日で分かります。",
)
OLDER_FORM = CellRule(
    "INTAKE-003", WARNING, INTAKE, "N43", "同じ相談の受付票は、最も新しいものを取り込みます。"
)
OTHER_PERSON = CellRule(
    "INTAKE-004", ERROR, INTAKE, "V-C01", "1つの受付票番号は、1人の1つの相談に使います。"
)
KNOWN_CASE = CellRule(
    "INTAKE-005", WARNING, INTAKE, "N43", "台帳にある相談を、新しい相談として入れません。"
)
DIFFERENT = CellRule(
    "INTAKE-006",
    WARNING,
    INTAKE,
    "",
    "受付票で消された値、台帳でも書き換えられた値は、人が決めてから書き換えます。",
)
ROW_GONE = CellRule("INTAKE-007", WARNING, INTAKE, "", "受付票にない行を、台帳から消しません。")
NO_HOUSEHOLD = CellRule(
    "INTAKE-008",
    WARNING,
    INTAKE,
    "V-C01",
    "受付票に書く世帯番号は、台帳にある世帯の番号です。",
)
DOUBLED_ROW = CellRule(
    "INTAKE-009", ERROR, INTAKE, "V-C01", "同じ番号の行は、受付票にも台帳にも1つだけです。"
)
NAMED_HOUSEHOLD = CellRule(
    "INTAKE-010",
    WARNING,
    INTAKE,
    "V-C01",
    "新しい相談の受付票に書かれた世帯番号は、その世帯のものかを人が確かめます。",
)

CASE_INTAKE_RULES = (
    UNREADABLE_FILE,
    TWO_FORMS,
    OLDER_FORM,
    OTHER_PERSON,
    KNOWN_CASE,
    DIFFERENT,
    ROW_GONE,
    NO_HOUSEHOLD,
    DOUBLED_ROW,
    NAMED_HOUSEHOLD,
)
