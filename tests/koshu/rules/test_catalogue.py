"""What holds for every rule: id, statement, basis, message, and that it never fails itself."""

import ast
import random
import re
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path

import pytest

from juso.core.calendar import parse_date
from juso.core.finding import Severity
from juso.core.rule import apply_rule
from juso.core.sheet import blank, column_index
from juso.koshu import rules
from juso.koshu.register import Register, register_of
from juso.koshu.rules import CATALOGUE, CELL_RULES, RULES
from juso.koshu.rules.collect_rules import COLLECT_RULES
from juso.koshu.rules.lookups import first_row_of_case
from juso.koshu.sheets import SHEETS
from tables import TODAY, register

FOLDER = Path(rules.__file__).parent
WANTED = (
    [f"V-C{n:02}" for n in range(1, 24)]
    + [f"V-P{n:02}" for n in range(1, 19)]
    + [f"V-H{n:02}" for n in range(1, 8)]
    + [f"V-L{n:02}" for n in range(1, 4)]
    + [f"V-M{n:02}" for n in range(1, 16)]
)
OUR_OWN = ["MTG-016"]  # asked for by no number of the reference


def test_ids__are_sheet_and_number_and_never_shared():
    """CASE-001: clerks and reports cite a rule by its id; on a sheet an id is one rule."""
    ids = [rule.id for rule in (*CATALOGUE, *COLLECT_RULES)]
    shared = {i for i in ids if ids.count(i) > 1}

    assert [i for i in ids if not re.fullmatch(r"[A-Z]{3,5}-\d{3}", i)] == []
    assert {i: [r.row_type.sheet for r in RULES if r.id == i] for i in shared} == {
        "MTG-006": ["会議案件", "決定事項"],
        "MTG-008": ["会議案件", "決定事項"],
    }


@pytest.mark.parametrize("id", ["MTG-006", "MTG-008"])
def test_rule_on_two_sheets__is_one_rule(id):
    """Wherever it is checked, it asks for the same with the same weight."""
    facts = {(r.statement, r.severity, r.basis, r.tag) for r in RULES if r.id == id}

    assert len(facts) == 1


def test_tags__cover_the_reference_table():
    """Every rule the city's reference asks of the register is there, and nothing unnamed."""
    assert {rule.tag for rule in CATALOGUE} - {""} == set(WANTED)
    assert [rule.id for rule in RULES if not rule.tag] == OUR_OWN


@pytest.mark.parametrize("rule", (*CATALOGUE, *COLLECT_RULES), ids=lambda rule: rule.id)
def test_rule__is_a_sentence_with_a_source(rule):
    """Clerks read the statement and the basis in the printed catalogue."""
    assert rule.statement.endswith("。")
    assert rule.statement.count("。") == 1
    assert len(rule.statement) <= 60
    assert rule.basis


def remarks() -> Iterator[tuple[str, str, Severity]]:
    """Rule id, message with 8 letters for each value, and severity of every Remark there is."""
    for path in sorted(FOLDER.glob("*_rules.py")):
        module = ast.parse(path.read_text(encoding="utf-8"))
        functions = {f.name: f for f in module.body if isinstance(f, ast.FunctionDef)}
        for rule in RULES:
            if rule.check.__name__ in functions:
                for call in remark_calls(rule.check.__name__, functions):
                    grade = call.args[2].attr if len(call.args) > 2 else rule.severity.name
                    yield rule.id, literal(call.args[1]), Severity[grade]


def remark_calls(name: str, functions: dict[str, ast.FunctionDef]) -> Iterator[ast.Call]:
    """The remarks made in a function and in those of its module that it calls."""
    for call in ast.walk(functions[name]):
        called = getattr(call.func, "id", "") if isinstance(call, ast.Call) else ""
        if called == "Remark":
            yield call
        elif called in functions and called != name:
            yield from remark_calls(called, functions)


def literal(node: ast.expr) -> str:
    """The text of a string or f-string; anything else is a rule whose message nobody can find."""
    if isinstance(node, ast.JoinedStr):
        return "".join(literal(part) for part in node.values)
    if isinstance(node, ast.FormattedValue):
        return "〇" * 8
    assert isinstance(node, ast.Constant), ast.dump(node)
    return str(node.value)


def test_messages__belong_to_every_rule():
    """The reading of the source finds a message for each rule."""
    assert {rule_id for rule_id, _, _ in remarks()} == {rule.id for rule in RULES}


@pytest.mark.parametrize(("rule_id", "message", "severity"), list(remarks()))
def test_message__says_what_is_wrong_and_what_to_do(rule_id, message, severity):
    """Whole polite sentences; what must be corrected or confirmed ends in a request."""
    assert message.endswith("。"), rule_id
    assert len(message) <= 90, rule_id
    if severity is not Severity.NOTE:
        assert message.endswith("ください。"), rule_id


def test_rule__has_a_test():
    """Every rule is named in the tests that stand beside this one."""
    tests = "".join(p.read_text(encoding="utf-8") for p in Path(__file__).parent.glob("test_*.py"))

    assert [rule.id for rule in RULES if f'rules="{rule.id}"' not in tests] == []


def test_gap__is_not_reported_twice(check):
    """A row whose 状態 is blank has that finding; rules that read 状態 are not asked about it."""
    found = check(
        """
        相談受付簿
        | ケース番号 | 状態   | 次回予定日 |
        | R7-0001    | 支援中 |            |
        | R7-0002    |        |            |
        """,
        rules="CASE-011",
    )

    assert found == ["C2 次回予定日 CASE-011"]


def test_column__may_be_missing_from_the_text_only(check):
    """The test tables do not count columns they do not name as gaps; the finding names the row."""
    found = check(
        "評価・終結票\n| 結論 | 終結後の見守り・連絡先 |\n| 終結 | 民生委員 |", rules="EVAL-016"
    )

    assert found == ["2行目 残された課題 EVAL-016"]


ODD = {
    str: ["R7-0001", "P-R7-0001-1", "JU-R7-01", "未定", "　", "あ" * 300],
    int: [0, 1, 2, -1, 10**12],
    float: [0.0, 1.5],
    bool: [True, False],
    date: [date.min, date.max, date(2025, 5, 1), date(2026, 3, 31), date(1800, 1, 1)],
    datetime: [datetime(1, 1, 1), datetime(9999, 12, 31, 23), datetime(2025, 5, 1, 9)],
    time: [time(9)],
}


def odd_book(seed: int) -> Register:
    """A register of rows that only a faulty file would hold."""
    chance = random.Random(seed)
    rows = []
    for sheet in SHEETS:
        for _ in range(4):
            cells = {}
            for column in sheet.columns:
                values = list(column.kind) if column.is_code else ODD[column.kind]
                value = chance.choice(values)
                if chance.random() < 0.15:
                    value = None if not column.many else ()
                elif column.many:
                    value = (value,)
                cells[column.key] = blank(column) if value is None else value
            rows.append(sheet(**cells))
    return register_of(rows, chance.choice([date(2026, 3, 31), date(2025, 4, 1)]))


def gaps(book: Register, row_type: type) -> dict[int, frozenset[str]]:
    """As the reader would report them: required columns that are blank."""
    return {
        row.row_number: frozenset(
            c.key
            for c in row_type.columns
            if c.required and row[column_index(row_type, c.key)] in (None, ())
        )
        for row in book.rows(row_type)
    }


def test_rules__never_fail_on_what_a_file_may_hold():
    """Impossible dates, blanks and wrong references give findings, not exceptions."""
    told = set()
    for seed in range(150):
        book = odd_book(seed)
        for rule in RULES:
            found = apply_rule(rule, book.rows(rule.row_type), book, gaps(book, rule.row_type))
            for _, remark in found:
                told.add(rule.id)
                columns = {"" if rule.is_of_sheet else c.key for c in rule.row_type.columns}
                assert remark.column in columns

    assert len(told) > len(RULES) * 0.8


def test_rules__have_nothing_to_say_of_an_empty_register():
    """No sheet, no finding."""
    book = Register({}, parse_date(TODAY))

    assert [
        rule.id for rule in RULES if list(apply_rule(rule, book.rows(rule.row_type), book, {}))
    ] == []


def test_look_ups__are_made_once_per_register():
    """A look-up's result stays with its register and does not leak into the next."""
    first = register("相談受付簿\n| ケース番号 |\n| R7-0001 |")
    second = register("相談受付簿\n| ケース番号 |\n| R7-0002 |")

    assert first_row_of_case(first) is first_row_of_case(first)
    assert first_row_of_case(second) == {"R7-0002": 2}


def test_cell_rules__are_named_as_the_check_applies_them():
    """The sheet and cell rules are few and printed before the row rules."""
    assert CATALOGUE[: len(CELL_RULES)] == CELL_RULES
    assert [rule.id for rule in CELL_RULES] == [f"CELL-{n:03}" for n in range(1, 10)] + [
        f"SHEET-{n:03}" for n in range(1, 5)
    ]
