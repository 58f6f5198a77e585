"""What a rule looks at in a row: the columns it asks for, also by way of helpers."""

from juso.core.finding import Severity
from juso.core.rule import Remark, rule, sheet_rule
from juso.core.sheet import Row, column
from juso.core.watched_row import columns_read


class Visit(Row, sheet="訪問"):
    """A sheet of its own."""

    visit_no: str = column("番号", unique=True)
    is_open: bool = column("継続")
    first: str | None = column("第一")
    second: str | None = column("第二")

    @property
    def both(self) -> bool:
        return bool(self.first and self.second)

    def lacks(self, key: str) -> bool:
        return not getattr(self, key)


def asks(check):
    """Labels a check reads in an open visit with only 第一 filled in."""
    declared = rule("X-001", Severity.WARNING, on=Visit, basis="x")(check)
    row = Visit(visit_no="1", is_open=True, first="済", row_number=2)
    return [c.label for c in columns_read(declared, row, {"1": row})]


def test_columns_asked_for_by_name():
    def check(visit):
        if not visit.is_open:
            yield Remark("second", visit.second)

    assert asks(check) == ["継続"]


def test_columns_asked_for_after_the_first_remark():
    def check(visit):
        yield Remark("is_open", "…")
        if visit.second:
            yield Remark("second", "…")

    assert asks(check) == ["第二"]


def test_columns_asked_for_by_a_property_a_method_and_a_computed_name():
    def by_property(visit):
        if not visit.both:
            yield Remark("second", "…")

    def by_method(visit):
        if visit.lacks("second"):
            yield Remark("second", "…")

    def by_computed_name(visit):
        for key in ("first", "second"):
            if not getattr(visit, key):
                yield Remark(key, "…")

    assert asks(by_property) == ["第一", "第二"]
    assert asks(by_method) == ["第二"]
    assert asks(by_computed_name) == ["第一", "第二"]


def test_columns_of_other_rows_and_the_row_number_do_not_count():
    def check(visit, book):
        other = book[visit.visit_no]
        if other.first and other.row_number == visit.row_number:
            yield Remark("first", "…")

    assert asks(check) == ["番号"]


def test_rule_about_a_whole_sheet_reads_no_row():
    declared = sheet_rule("X-002", Severity.WARNING, on=Visit, basis="x")(lambda _: iter(()))

    assert columns_read(declared, Visit(visit_no="1"), {}) == ()
