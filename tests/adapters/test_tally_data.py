"""`--data`: the figures as CSV and Parquet, value for value, and the dictionary beside them."""

import csv
from dataclasses import replace

import pytest
from python_calamine import CalamineWorkbook

from form_tables import read
from juso.adapters import tally_data
from juso.adapters.tally_data import HEADINGS, write_data
from juso.core.errors import JusoError
from juso.koshu.tally.items import FORMS
from juso.services.merge import merge
from juso.services.tally.long_table import COLUMNS, item_lines

NAMES = [
    "月次実績.csv",
    "データ項目定義書.xlsx",
    "データ項目定義書_列の定義.csv",
    "データ項目定義書_項目コード.csv",
    "データ項目定義書_選択肢.csv",
    "月次実績.parquet",
]
TEXTS = {
    "W1": "A01 | 1 | －\nA02 | 0 | 0",
    "W2": "A01 | 不明 | 約20",
    "W4": "A01 | |",
    "M": "M14 | 2.5 | 0.1",
}


@pytest.fixture(scope="module")
def merged():
    """Figures of every state, decimals among them."""
    return merge(
        [
            replace(read(text, code, "R7.5"), file=f"{code}.xlsx", sha256=f"sha-{code}")
            for code, text in TEXTS.items()
        ],
        expected=(),
    )


@pytest.fixture(scope="module")
def folder(merged, tmp_path_factory):
    """A folder that did not exist."""
    folder = tmp_path_factory.mktemp("data") / "新しい" / "フォルダー"
    made, told = write_data(folder, merged)
    assert ([path.name for path in made], told) == (NAMES, ())
    return folder


def csv_rows(path):
    """The lines as a reader of CSV sees them."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_csv__holds_every_figure_exactly(folder, merged):
    """Read back: the same values and states, blanks apart from 0."""
    headings, *lines = csv_rows(folder / "月次実績.csv")

    assert tuple(headings) == HEADINGS
    found = [dict(zip(headings, line, strict=True)) for line in lines]
    assert [
        (f["窓口コード"], f["項目コード"], f["年月"], f["状態"], f["セル"], f["sha256"])
        for f in found
    ] == [(f.window, f.item, f.month, f.state, f.cell, f.sha256) for f in merged.figures]
    assert [float(f["値"]) if f["値"] else None for f in found] == [f.value for f in merged.figures]


def test_csv__is_for_excel(folder):
    """A mark of UTF-8, CR and LF, whole numbers without a point, both ways to write a month."""
    content = (folder / "月次実績.csv").read_bytes()

    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\n") == content.count(b"\r\n")
    assert content.decode("utf-8-sig").splitlines()[1] == (
        "192139,甲州市,2025,R7.4,2025-04,W1,介護,A01,新規相談受付件数,件,F,1,値,W1.xlsx,月次,E4,sha-W1,2025"
    )


def test_parquet__holds_the_same_table_typed(folder, merged):
    """Text, whole years, figures as numbers, blanks as null."""
    parquet = pytest.importorskip("pyarrow.parquet")
    table = parquet.read_table(folder / "月次実績.parquet")

    assert table.column_names == list(HEADINGS)
    assert str(table.schema.field("値").type) == "double"
    assert str(table.schema.field("年度").type) == "int16"
    assert table.column("値").to_pylist() == [f.value for f in merged.figures]
    assert table.column("項目コード").to_pylist() == [f.item for f in merged.figures]


def test_dictionary__explains_every_column_and_item(folder):
    """The workbook and the CSV files say the same."""
    book = CalamineWorkbook.from_path(folder / "データ項目定義書.xlsx")
    columns = csv_rows(folder / "データ項目定義書_列の定義.csv")
    items = csv_rows(folder / "データ項目定義書_項目コード.csv")

    assert book.sheet_names == ["列の定義", "項目コード", "選択肢"]
    assert [line[1] for line in columns[1:]] == [column.heading for column in COLUMNS]
    assert {line[0] for line in items[1:]} == {i.code for form in FORMS for i in form.items}
    assert all(line[2] and line[3] and line[4] and line[8] for line in items[1:])
    sheet = book.get_sheet_by_name("項目コード").to_python(skip_empty_area=False)
    assert [[str(cell) for cell in row[:2]] for row in sheet[2:]] == [i[:2] for i in items[1:]]


def test_dictionary__has_every_code_list_a_column_names(folder):
    """What 選択肢の一覧 points to is there."""
    lists = {line[0] for line in csv_rows(folder / "データ項目定義書_選択肢.csv")[1:]}

    assert {column.choices for column in COLUMNS if column.choices} - lists == {"項目コード"}
    assert len({line.code for line in item_lines()}) == len(item_lines())


def test_again__overwrites_nothing_and_is_the_same(folder, merged):
    """The second run is _2, byte for byte."""
    before = {path.name for path in folder.iterdir()}
    made, _ = write_data(folder, merged)

    assert [path.name for path in made] == [name.replace(".", "_2.") for name in NAMES]
    for path, name in zip(made, NAMES, strict=True):
        assert path.read_bytes() == (folder / name).read_bytes()
        path.unlink()
    assert {path.name for path in folder.iterdir()} == before


def test_names_of_one_run__have_the_same_number(tmp_path, merged):
    """One file in the way moves them all."""
    (tmp_path / "データ項目定義書.xlsx").write_text("my own")

    made, _ = write_data(tmp_path, merged)

    assert [path.name for path in made] == [name.replace(".", "_2.") for name in NAMES]
    assert (tmp_path / "データ項目定義書.xlsx").read_text() == "my own"


def test_without_pyarrow__csv_is_made_and_a_sentence_says_how(tmp_path, merged, monkeypatch):
    """Parquet is an extra."""
    monkeypatch.setattr(tally_data, "has_pyarrow", lambda: False)

    made, told = write_data(tmp_path, merged)

    assert [path.name for path in made] == NAMES[:-1]
    assert told == (tally_data.NO_PARQUET,)


@pytest.mark.parametrize("name", ["=cmd.xlsx", "+1.xlsx", "-1.xlsx", "@sum.xlsx", "＝1.xlsx"])
def test_file_names__never_become_formulas(tmp_path, name):
    """Text that a spreadsheet would run gets an apostrophe; figures stay figures."""
    merged = merge([replace(read("A01 | 3", "W1", "R7.4"), file=name)], expected=())

    write_data(tmp_path, merged)

    line = csv_rows(tmp_path / "月次実績.csv")[1]
    assert (line[11], line[13]) == ("3", f"'{name}")


def test_failure__leaves_none_of_the_files(tmp_path, merged, monkeypatch):
    """All or nothing."""

    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tally_data, "write_dictionary", fail)

    with pytest.raises(JusoError):
        write_data(tmp_path, merged)

    assert list(tmp_path.iterdir()) == []
