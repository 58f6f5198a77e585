"""Results overwrite nobody's work and are whole or absent."""

import pytest
from xlsxwriter.exceptions import FileCreateError

from juso.adapters.share import file_name, free_path, save
from juso.core.errors import JusoError


def test_free_path__counts_up_past_files_that_exist(tmp_path):
    """次第.docx, then 次第_2.docx, then 次第_3.docx."""
    path = tmp_path / "次第.docx"
    names = []
    for _ in range(3):
        free = free_path(path)
        free.write_text("手を入れた", encoding="utf-8")
        names.append(free.name)

    assert names == ["次第.docx", "次第_2.docx", "次第_3.docx"]


def test_save__failing_writer_leaves_the_old_file_and_nothing_else(tmp_path):
    """A disk that fills up while writing costs nothing."""
    path = tmp_path / "結果.xlsx"
    path.write_text("前の結果", encoding="utf-8")

    def fill_up(part):
        part.write_text("途中", encoding="utf-8")
        raise OSError(28, "No space left on device")

    with pytest.raises(JusoError, match="空き容量"):
        save(path, fill_up)

    assert [p.name for p in tmp_path.iterdir()] == ["結果.xlsx"]
    assert path.read_text(encoding="utf-8") == "前の結果"


def test_free_path__takes_an_empty_file_for_a_free_name(tmp_path):
    """A file of 0 bytes holds nobody's work."""
    path = tmp_path / "結果.xlsx"
    path.touch()

    assert free_path(path) == path


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("次第_JU-R7-03.docx", "次第_JU-R7-03.docx"),
        ("次第_JU/../../x.docx", "次第_JU_.._.._x.docx"),
        ('a:b*c?"d', "a_b_c__d"),
    ],
)
def test_file_name__leads_into_no_other_folder(typed, expected):
    """What a clerk typed as a number never becomes a path."""
    assert file_name(typed) == expected


def test_save__a_writer_that_wraps_the_disks_error_is_understood(tmp_path):
    """XlsxWriter hands on an OSError inside an exception of its own."""

    def fail(_):
        raise FileCreateError(PermissionError(13, "Permission denied"))

    with pytest.raises(JusoError, match="書き込めません"):
        save(tmp_path / "結果.xlsx", fail)
