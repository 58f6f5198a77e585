"""Tables without types: numbers as Excel sees them, encodings, pages and zips in their details."""

import io
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juso.adapters.form_sources.html_table import html_source
from juso.adapters.form_sources.out_of_sight import out_of_sight
from juso.adapters.form_sources.plain_numbers import typed
from juso.adapters.form_sources.text_encoding import decoded
from juso.adapters.form_sources.xls_source import XlsSource
from juso.adapters.form_sources.xlsb_source import check_part, records
from juso.adapters.form_sources.zipped import unzipped
from juso.core.errors import JusoError
from tally_kit.files import as_xls, clean_form
from tally_kit.xlsb import cell, record

PATH = Path("W4.xls")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12.0),
        (" 12 ", 12.0),
        ("0", 0.0),
        ("1,234", 1234.0),
        ("1,234,567.5", 1234567.5),
        ("-3", -3.0),
        ("0.5", 0.5),
        ("12,34", "12,34"),
        ("1,23", "1,23"),
        ("0,123", "0,123"),
        ("007", "007"),
        ("1.2.3", "1.2.3"),
        ("12件", "12件"),
        ("１２", "１２"),
        ("3-4", "3-4"),
        ("1e5", "1e5"),
        ("nan", "nan"),
        ("", ""),
        ("1234567890123456", "1234567890123456"),
    ],
)
def test_number__is_what_excel_reads_as_a_plain_one(text, value):
    """Everything else stays text for the rules on cells to judge."""
    found = typed(text)

    assert (found, type(found)) == (value, type(value))


@given(st.integers(min_value=0, max_value=10**14))
def test_number__is_the_same_with_and_without_commas(number):
    assert typed(f"{number:,}") == typed(str(number)) == float(number)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16"])
def test_text__is_told_by_its_bytes(encoding):
    assert decoded("項目コード①－～".encode(encoding)) == "項目コード①－～"


@pytest.mark.parametrize("declared", ["Shift_JIS", "x-sjis", "windows-31j"])
def test_text__of_a_page_that_declares_shift_jis_may_hold_what_only_windows_writes(declared):
    assert decoded("①髙﨑".encode("cp932"), declared) == "①髙﨑"


@pytest.mark.parametrize(
    "content", [b"\x80\x81\xff\xfe\xfd", b"A01\0\0", "項目".encode("cp932")[:-1]]
)
def test_text__in_no_known_encoding_is_none(content):
    assert decoded(content) is None


def page(text):
    source = html_source(text, PATH, "W4")
    return source.rows("W4"), source


def test_page__cells_over_several_places_stand_in_the_first():
    """As Excel lays them; what they cover is known to be no blank cell."""
    rows, source = page(
        "<table><tr><td rowspan=2>表</td><td colspan='2'>4月</td></tr>"
        "<tr><td>1</td><td>2</td><td>3</td></tr></table>"
    )

    assert rows == [["表", "4月", "", ""], ["", 1.0, 2.0, 3.0]]
    assert source.faults("W4", [(1, 2), (2, 0), (2, 1)]) == {(1, 2): "結合", (2, 0): "結合"}


def test_page__text_breaks_and_entities_are_as_seen():
    rows, _ = page(
        "<style>td{}</style><p>月次 報告</p><table><tr><td>A&amp;B<br>二行\n目</td>"
        "<td>&nbsp;</td><td><b>1,234</b></td></tr><tr style='display:none'><td>5</table>終わり<br>"
    )

    assert rows == [
        ["月次 報告", "", ""],
        ["A&B\n二行 目", "", 1234.0],
        [5.0, "", ""],
        ["終わり", "", ""],
    ]


def test_page__hidden_row_and_missing_end_tags_are_known():
    _, source = page("<table><tr><td>1<tr style='display: none'><td>2</table>")

    assert source.out_of_sight("W4").rows == {2}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<html><body>404 Not Found</body></html>", "ウェブページです"),
        ("<table><tr>" + "<td rowspan=1000 colspan=1000>" * 3 + "</table>", "大きすぎます"),
    ],
)
def test_page__without_a_table_or_with_an_absurd_one_is_refused(text, said):
    with pytest.raises(JusoError, match=said):
        html_source(text, PATH, "W4")


@given(st.text(alphabet=list("<>/tabler dh'=\"&;0 "), max_size=60))
def test_page__never_ends_in_a_traceback(text):
    try:
        html_source(f"<table>{text}", PATH, "W4")
    except JusoError as error:
        assert str(error).endswith("。")


@pytest.mark.parametrize(
    ("xml", "rows", "columns"),
    [
        (b'<cols><col min="5" max="6" hidden="1"/></cols><sheetData/>', set(), {4, 5}),
        (b'<cols><col min="3" max="3" width="0"/></cols><sheetData/>', set(), {2}),
        (b'<sheetData><row r="4" hidden="true"/><row r="9" ht="0"/></sheetData>', {4, 9}, set()),
        (b'<x:sheetData><x:row/><x:row hidden="1"/></x:sheetData>', {2}, set()),
        (b'<sheetData><row r="4" hidden="0" ht="18"/></sheetData>', set(), set()),
        (b'<sheetData/><pageSetup fitToHeight="0" fitToWidth="0"/>', set(), set()),
    ],
)
def test_hidden_rows_and_columns__are_told_from_the_xml(xml, rows, columns):
    seen = out_of_sight(xml)

    assert (seen.rows, seen.columns) == (rows, columns)


def test_zip__says_what_else_lies_in_it():
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as package:
        package.writestr("送付状.docx", b"x")
        package.writestr("W4.xlsx", b"y")

    with zipfile.ZipFile(content) as opened:
        _, inner, told = unzipped(opened, PATH, None)

    assert inner == b"y"
    assert "「送付状.docx」は読んでいません" in told.message


def test_ring_of_sectors__is_refused_before_anything_follows_it(tmp_path):
    """calamine would allocate for ever, and no exception ends that."""
    content = bytearray(as_xls(clean_form(tmp_path / "W4.xlsx")).read_bytes())
    XlsSource(bytes(content), PATH)
    (table,) = struct.unpack_from("<I", content, 76)  # first sector of the allocation table
    struct.pack_into("<I", content, 512 * (table + 1), 0)  # sector 0 follows itself

    with pytest.raises(JusoError, match="壊れている"):
        XlsSource(bytes(content), PATH)


def test_records__end_in_a_cut_part_without_a_loop():
    for cut in (b"\x00\x81", b"\x00\x05ab"):
        with pytest.raises((IndexError, ValueError)):
            list(records(cut))


@pytest.mark.parametrize(
    ("part", "said"),
    [
        (record(148, struct.pack("<IIII", 0, 1_048_575, 0, 16_383)), "範囲が広すぎます"),
        (record(0, struct.pack("<II", 1_048_575, 0)) + cell(16_383, 1.0), "範囲が広すぎます"),
        (record(159, struct.pack("<II", 5, 4_000_000_000)), "壊れている"),
    ],
)
def test_xlsb__whose_sizes_are_absurd_is_refused_before_anything_believes_them(part, said):
    """calamine asks for the memory at once, and that ends the process."""
    with pytest.raises(JusoError, match=said):
        check_part(part, PATH)
