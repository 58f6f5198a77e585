"""The folder of 月次報告: what is read, what is said to lie there, what nobody need know of."""

import pytest

from juso.adapters.form_folder import forms_in, passed_over
from juso.adapters.office import make_folders
from juso.core.calendar import FiscalYear
from juso.koshu.config import Config

YEAR = FiscalYear(2025)


@pytest.fixture
def office(tmp_path):
    made = make_folders(tmp_path / "事業所", Config(fiscal_year=YEAR))
    for name in (
        "W1_介護.xlsx",
        "W2.XLS",
        "W3.xlsm",
        "W4.csv",
        "M.zip",
        "O.htm",
        "P.xlsb",
        "R.ods",
        "~$W1_介護.xlsx",
        ".DS_Store",
        "desktop.ini",
        "Thumbs.db",
        "送付状.pdf",
        "依頼文.docx",
        "月次統合_R7.xlsx",
    ):
        (made.forms / name).write_bytes(b"x")
    (made.forms / "表.txt").write_text("項目コード\t4月\n", encoding="cp932")
    (made.forms / "覚え.txt").write_text("来月まで待つ\n", encoding="cp932")
    (made.forms / "古い分").mkdir()
    return made


def test_forms__are_all_kinds_that_may_hold_one(office):
    found = [path.name for path in forms_in(office, YEAR)]

    assert found == sorted(
        [
            "W1_介護.xlsx",
            "W2.XLS",
            "W3.xlsm",
            "W4.csv",
            "M.zip",
            "O.htm",
            "P.xlsb",
            "R.ods",
            "表.txt",
        ]
    )


def test_other_files__are_one_finding_each_and_nothing_is_silent(office):
    """Excel's and Windows' own files are nobody's business; a folder may be kept on purpose."""
    found = [f for reading in passed_over(office, YEAR) for f in reading.findings]

    assert [f"{f.rule} {f.severity} {f.file}" for f in found] == [
        f"FORM-026 {'参考' if name == '古い分' else '要確認'} {name}"
        for name in sorted(["送付状.pdf", "依頼文.docx", "古い分", "月次統合_R7.xlsx", "覚え.txt"])
    ]
    assert any("juso がつくった結果" in f.message for f in found)


def test_folder_that_is_not_there__holds_nothing(office):
    assert forms_in(office, YEAR.previous) == []
    assert passed_over(office, YEAR.previous) == []
