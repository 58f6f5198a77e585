"""JSON written row by row: the same text as of the records, whatever stands in the cells."""

import json
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from form_tables import YEAR, read
from juso.services.merge import merge
from juso.services.tally.background import Background
from juso.services.tally.merged import Figure
from juso.services.tally.merged_text import json_document, merged_json

CELLS = st.sampled_from(["", "0", "12", "－", "不明", "約3", "1.5", "1e400", "-2"])
ROWS = st.dictionaries(
    st.sampled_from(["A01", "A02", "A10", "E06", "F01"]),
    st.lists(CELLS, min_size=3, max_size=3).map(" | ".join),
)


def as_text(merged):
    return json.dumps(merged.to_json(), ensure_ascii=False).encode()


@given(
    rows=ROWS,
    name=st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
    forms=st.sets(st.sampled_from(["W1", "W3", "W4"])),
)
@settings(max_examples=40, deadline=None)
def test_text__is_that_of_the_records(rows, name, forms):
    """Also with names that hold what JSON or a template must escape."""
    text = "\n".join(f"{code} | {cells}" for code, cells in rows.items())
    readings = [replace(read(text, code), file=f"{code}%s{name}.xlsx") for code in forms]
    merged = merge(readings, YEAR, background=Background(f"{name}%市"))

    assert merged_json(merged) == as_text(merged)


def test_text__of_no_form_at_all():
    assert merged_json(merge([], YEAR)) == as_text(merge([], YEAR))


def test_row_that_is_not_in_the_file__is_written_without_a_cell():
    reading = read("A01 | 1 | 2 | 3", "W1")
    del reading.rows["A02"]
    merged = merge([reading], YEAR)

    assert merged_json(merged) == as_text(merged)


def test_figure__is_read_back_from_its_record():
    figures = merge([read("A01 | 1 | － | 約3", "W1")], YEAR).figures

    assert tuple(Figure.of_json(figure.to_json()) for figure in figures) == figures


def test_document__with_empty_and_many_sections():
    pieces = json_document({"a": [], "b": [b"1, 2", b"3"]})

    assert json.loads(b"".join(pieces)) == {"a": [], "b": [1, 2, 3]}
