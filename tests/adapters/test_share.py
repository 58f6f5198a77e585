"""Results overwrite nobody's work and are whole or absent."""

import pytest

from juso.adapters.share import free_path, save
from juso.core.errors import JusoError


def test_free_path__counts_up_past_files_that_exist(tmp_path):
    """次第.docx, then 次第_2.docx, then 次第_3.docx."""
    path = tmp_path / "次第.docx"
    names = []
    for _ in range(3):
        free = free_path(path)
        free.touch()
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
