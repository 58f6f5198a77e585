"""The office folder: made whole, opened only when it is one."""

from pathlib import Path

import pytest

from juso.adapters.office import Office, make_folders, new_office
from juso.core.calendar import FiscalYear
from juso.core.errors import JusoError
from juso.koshu.config import Config


def test_make_folders__is_opened_again_with_the_same_settings(tmp_path):
    """What `new` writes, every other command reads back."""
    config = Config(FiscalYear(2025), population=28_000)
    make_folders(tmp_path / "甲州 市", config)

    office = Office.open(tmp_path / "甲州 市")

    assert office.config == config
    assert office.forms == tmp_path / "甲州 市" / "月次報告" / "令和7年度"
    assert office.forms.is_dir()


def test_make_folders__refuses_a_folder_with_something_in_it(tmp_path):
    """An office never lands on top of other files."""
    (tmp_path / "メモ.txt").touch()

    with pytest.raises(JusoError, match="空のフォルダーではありません"):
        make_folders(tmp_path, Config(FiscalYear(2025)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[office", "を読めません"),
        ("[office]\nmunicipality = '甲州市'", "fiscal_year"),
        ("[office]\nfiscal_year = '７年'", "fiscal_year"),
        (
            "[office]\nfiscal_year = 'R7'\nmunicpality = '甲州市'",
            "「municpality」は使えない項目です",
        ),
        ("[office]\nfiscal_year = 'R7'\npopulation = '29000'", "「population」は1以上の整数で"),
        ("[office]\nfiscal_year = 'R7'\n[wording]\nzero_symbol = 0", "「zero_symbol」は"),
    ],
)
def test_open__faulty_settings_are_named(tmp_path, text, expected):
    """A slip in juso.toml is one sentence, not a traceback."""
    (tmp_path / "juso.toml").write_text(text, encoding="utf-8")

    with pytest.raises(JusoError, match=expected):
        Office.open(tmp_path)


def test_open__folder_without_settings_or_no_folder(tmp_path):
    """The sentence says which folder is meant."""
    with pytest.raises(JusoError, match=r"juso\.toml がありません"):
        Office.open(tmp_path)
    with pytest.raises(JusoError, match="というフォルダーはありません"):
        Office.open(tmp_path / "ない")


@pytest.mark.parametrize("was_there", [False, True])
def test_new_office__that_cannot_be_filled_is_taken_back(tmp_path, was_there):
    """So that it can be made once more; a folder that was there before stays."""
    folder = tmp_path / "甲州市"
    if was_there:
        folder.mkdir()

    def fill():
        with new_office(folder, Config(FiscalYear(2025))) as office:
            assert office.log.parent.is_dir()
            raise JusoError("空き容量がありません。")

    with pytest.raises(JusoError, match="空き容量"):
        fill()

    assert list(tmp_path.rglob("*")) == ([folder] if was_there else [])


def test_new_office__what_somebody_put_there_meanwhile_stays(tmp_path):
    """Only what was made is taken back."""
    memo = tmp_path / "甲州市" / "受付票" / "メモ.txt"

    def fill():
        with new_office(tmp_path / "甲州市", Config(FiscalYear(2025))):
            memo.touch()
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fill()

    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [memo]


def test_make_folders__of_two_at_the_same_time_one_is_refused(tmp_path, monkeypatch):
    """Both found the folder empty; the other's settings stay as they are."""
    make_folders(tmp_path / "甲州市", Config(FiscalYear(2025)))
    monkeypatch.setattr(Path, "iterdir", lambda _: iter(()))

    with pytest.raises(JusoError, match="空のフォルダーではありません"):
        make_folders(tmp_path / "甲州市", Config(FiscalYear(2030)))

    assert Office.open(tmp_path / "甲州市").year == FiscalYear(2025)
