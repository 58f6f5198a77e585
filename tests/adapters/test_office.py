"""The office folder: made whole, opened only when it is one."""

import pytest

from juso.adapters.office import Office, make_folders
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
