"""Results overwrite nobody's work and are whole or absent."""

import os
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from juso.adapters.share import all_or_none, file_name, free_path, save, save_new, save_once
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


def test_save_new__counts_up_past_results_that_exist(tmp_path):
    """A result that somebody has worked on is never touched."""
    made = [save_new(tmp_path / "次第.docx", lambda p: p.write_text("次第")).name for _ in range(3)]

    assert made == ["次第.docx", "次第_2.docx", "次第_3.docx"]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(made)


def without_links(*_):
    raise PermissionError(1, "Operation not permitted")


@pytest.fixture(params=[os.link, without_links], ids=["links", "no links"])
def folder(request, tmp_path, monkeypatch):
    """A folder on a file system that knows links, and on one that does not."""
    monkeypatch.setattr(os, "link", request.param)
    return tmp_path


PEOPLE = 12


def at_once(save_one, path):
    """What several people get who save at the same moment, each a text of their own."""
    ready = Barrier(PEOPLE)

    def run(number):
        def write(part):
            part.write_text(str(number), encoding="utf-8")
            ready.wait(30)

        return save_one(path, write), str(number)

    with ThreadPoolExecutor(PEOPLE) as people:
        return list(people.map(run, range(PEOPLE)))


def test_save_once__makes_what_is_there_already_only_once(tmp_path):
    said = ["差戻し", "差戻し", "別の差戻し", "差戻し", "別の差戻し"]

    made = [save_once(tmp_path / "票.txt", lambda p, t=t: p.write_text(t)).name for t in said]

    assert made == ["票.txt", "票.txt", "票_2.txt", "票.txt", "票_2.txt"]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["票.txt", "票_2.txt"]


def test_save_new__people_at_the_same_time_get_a_file_each(folder):
    """Whoever is told a name finds their own result under it."""
    made = at_once(save_new, folder / "点検結果.xlsx")

    assert len({path for path, _ in made}) == PEOPLE
    assert all(path.read_text(encoding="utf-8") == text for path, text in made)
    assert sorted(folder.iterdir()) == sorted(path for path, _ in made)


def test_save_new__an_empty_file_goes_to_one_of_them(folder):
    """A file of 0 bytes is replaced, once."""
    (folder / "点検結果.xlsx").touch()
    made = at_once(save_new, folder / "点検結果.xlsx")

    assert len({path for path, _ in made}) == PEOPLE
    assert all(path.read_text(encoding="utf-8") == text for path, text in made)
    assert save_new(folder / "点検結果.xlsx", lambda p: p.write_text("x")) not in dict(made)


def test_save__people_at_the_same_time_write_one_whole_file(tmp_path):
    """A fixed name: the last one stays, nobody fails on another's temporary file."""
    made = at_once(save, tmp_path / "手引き.html")

    assert [path.name for path in tmp_path.iterdir()] == ["手引き.html"]
    assert (tmp_path / "手引き.html").read_text(encoding="utf-8") in {text for _, text in made}


def test_save_new__the_longest_name_leaves_room_for_the_temporary_one(tmp_path):
    """80 letters of three bytes each are near what a file system takes."""
    path = tmp_path / f"{file_name('会' * 200)}.docx"

    assert save_new(path, lambda p: p.write_text("x")) == path


def test_save_new__failure_leaves_nothing(tmp_path):
    def fail(part):
        part.write_text("途中", encoding="utf-8")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        save_new(tmp_path / "結果.xlsx", fail)

    assert list(tmp_path.iterdir()) == []


def test_all_or_none__takes_back_what_was_made_before_the_failure(tmp_path):
    """Half a set of papers is worse than none; what lay there before stays."""
    before = tmp_path / "報告書.docx"
    before.write_text("前の報告書", encoding="utf-8")

    def make():
        with all_or_none() as made:
            made.append(save_new(before, lambda p: p.write_text("新")))
            assert len(list(tmp_path.iterdir())) == 2
            save_new(tmp_path / "file" / "数値.xlsx", without_links)

    with pytest.raises(JusoError, match="書き込めません"):
        make()

    assert [path.name for path in tmp_path.rglob("*.docx")] == ["報告書.docx"]
    assert before.read_text(encoding="utf-8") == "前の報告書"
