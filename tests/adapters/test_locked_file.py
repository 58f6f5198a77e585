"""Encrypted workbooks open in memory only; a password is never said again, nor left on a disk."""

import base64
import gzip
import io
import zipfile

import msoffcrypto
import pytest
import xlsxwriter

from juso.adapters.excel_file import open_workbook, package_of, read_sheet
from juso.adapters.hidden_cells import hidden_cells
from juso.adapters.locked_file import DEFAULT, LockedError, with_password
from juso.core.errors import JusoError

SECRET = "ひみつ-2026"  # noqa: S105 - of an invented file
OLD_XLS = """
H4sIAAAAAAACA+1XCVCTSRbuJBDDTQgIIqdyiDAoBgUFHW7EAcN9iQJCIocgIgiCI6cIEg9gIpdcokS5RCxH5WYc
QEUGBQVFUfBWkFXWATFAtjv+zrrW7JToVm3tFi/1dXe+Tvd76fe6+/X1TvJA0RnZQfCZGAACmOYKAOInHA6C9PGL
OAB4jJvmcrkfae6s/E/JFFYjH/JB//FDIJ/PwfwqgNWz8v8p9mAb/IQBJWAOgmEdCnaBmchcGDGfzvclY6a/8Hdf
KrP6v14/Or/ROU6A+Hz/o7Me7X9BCCEIYQgRCFEIsQ9XACBDSEBQICQhpHgxAYA0hAzEPAhZiPmYXnmsRlCCbWXs
+8LZc+a/IgIk6EUiP6gVuYZczvP9ErACxgX63CM7b8iJl3aw2JLUlO61avI97Ug+5wcxl0qiCycZF1knOvEo1q4v
uyZkf3ZIjSmbfxDGUhVfMyx3yzyEM3mAEGAqM8CVzLorY/lbgq+bTLbnnZ2tWlrrVMw2NduTMuTmsas2r32eMqT/
isB8UUuePn9bJypXN6qTWqhUqraanFlNU+w6QTFXXK7tlLP0fsIlzvDJmtzerqhyoTbhk3G60TVHjB6vN2RFEVpP
ri+VzOjyEDGB2uWve+Pw4LRhEwzv1bA12ngUsocpp2F7pUsdLHN2rYZxu1s4jjCg4aJpxmztY7c9MJ2INoK/q3t9
AJZd1AVopv2isLysdx6OuZ/RB9uLb+iApeChbsw+Immj7DrC8NyGx1PJvpNX446nFTgffOUkT2dvi3jb0Kkf1GJF
tOzVyCAS287pwF0Qksm9OnbTRuCO+dtrzUmcjpHJZQeHTziebfZAvakvHvVrUy5TDaPrQr1LijgV7dNFv5wdHouu
Qr3FGoE/BdQrbF8UqrotiLGwYarSkXPxTo2PYqwCnzD4/Zn2vTb7NT1dhww8BuA+pJnVh1Ylv5Ot0LlZabHEJ7vf
2qoa8XeflLqXSyQ/CvZ8+FRlS4LLg5L4i4jvfznPteGsl5pG5pmghQI0tSmSAEB8mtGvIzHhluWpbs75D90Jupwb
0UqIf1nXWjU3SSlZ+/d9zqqGiuez+680Ij622fJmYwWTzzrlAdlrk8qUc31vE+KFmowUfrAxGL+fL/Jgw/JFG7x8
nA4gnv7asm9vsugur8aVBqxjFxcpBAv5Ib6lvXdyo0UHqS1gw41TOb6jMptYDYiPlnXrX1bkJmYT1K03SqTqRfK3
9yPetO55/R4pTk5TxUR3pjJHTpdAqOPZGWyrSkitjbBOqcwesw62XUqk89Zn+U49k+rNF92Tnv/M7zWyjCzE9utE
/BnjMw5WxvxXvKX0+yobIuRKsg2rEL9EubD20eC90ZRCkl2brGZNsYF+FuK77WONDR1GL48xcX7px8ZLxiYvaiAe
xwxL5I5QywdcE/rO9D57deEpSw/xrAKQPvjkJ6pK0sGQ567DEomsQHfEb+9tGyodyxL5UWCLSdjadKsQhnox4kV7
nm3v/3te3bkaq/fOJjGL29cmaiP+XUx0RFPUxoLDB9otw38t9pvuUI7PwPMB4xKmAKqPUU4xUe25QmgHqh9HKWSh
OtFpzgSqW86HL/OCEe3nuxee5k3w4E9Z0zVZL6y2r9eZCe+BbLs9Zc04EiDJlrt1lErTh4A7MM9Osys7d7PKT355
ZHUAizjOby8/detB3kPv+NazOcV3jxzeF+kZKSJWJuczmJ+eYd/bamHezdZ8rat+yPtNjHLJ8wUVc493rzo/SVGn
Jq7L3yG6hyLWPye+zuH6JLxVRB1LS3Y6C1WxjE4FRXLhlZNeRopNY0xWS/r7kKTA7eBhp8osRutd6fFLDgejaws3
duf3oHvpw/kl/i/nlzDcpfnNYrC08CLDMt5ZHN5lju90XL/vDdXyhEzud7GQsRu9rdk01NKnClekPD5pYRzs4buw
GI1Q0oTlieB4WH6fIglUwOQJzSHKKtXkNpvG5YxHwlsJoCBM42hUdKb7z6/jjASPVgodhmZqgMepp3MujAZXiL4c
eOMQP0HOK78w3UVXf3LT1NshvvBpR9ErFW/2cZAdl4COyreJsGSS1aAxCR4KzBG+iQl12D5i77yDqs7vuAi22Wwi
x5x24oYGbFe+4Tvmyn6vVQQWACm1is6WieqwiFvrk1NCqrTOiVPzM9QO+pJ3K4aMpzbrXlFxgnO/FfsRLkfxJeXb
rr4qtJRxTT6AFwW/5HfnmbHTCPtZLS9Kokh4uDyuI6tH2g2pypX+hPCAnQZT0AMSc07WlJddrS4dHAa2gEtn3Fgm
J2N+yPi9oyPT67Dk0dj29f4CxrnhfO+S1+8spzjIPxPtvD9E7YzrPJk3/29586n5t2gr6tSkcI3Hrtn5XnKMsNXY
kGBiph/47Lfpnvo1eAlQIM1Id6fFCNoSHutY1kTsUlWUh4lF7lzK9h3yKty997p7CnPztpCkga23kqEFp2EscLGn
zVAt63Uby20qjhIl+O25Ew5mHQTBDzmUOAnP45o+dFmgnMXG3yd0245tjDAl80gf+lallXrfOXpvpm/dSueFmok/
g6H/bfoB/lvGT3PRHPg/mxcM7C0YnaD5iZelkYCm+tk7SyG3G9sjqF8fy++MsBzPGsvzXLFczxfL90KwHPHFFAAK
WFsHG/dR/qrtqPy+a1d0P24m9iMGf6vj1lHt+eIZmdB+rYlKM5SffsZ5YHkmDoP4J7b+O35W/in/yfcfb50/20N/
Nga9NXiBB8UFag8FgWAzz47AGdsvAb2Kx94u3Bm8q5qJH/eJKdQbBGOcBm0I+Cr9hE/eYF8yRg7C6o99SgNbAf2r
/ScI9c/0/aeAvdUA773nAMLh/w8C3jzfW8EoYPB8gpgw4A/bwX8x1yJMP/8M1l8RovwP/WZQgw/PBjovAmdmj/5X
/P8FEGGz73+e/APg/ERZABYAAA==
"""  # written by LibreOffice with the password himitsu: a sheet with 値 in A1


def workbook(far=False, name="表"):
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        sheet = book.add_worksheet(name)
        sheet.write(0, 0, "値")
        sheet.write_formula(0, 1, "=1/0", None, "#DIV/0!")
        if far:
            sheet.write("XFD1048576", 1)
    return content


def locked(path, password, content=None):
    """A file as Excel saves it with a password."""
    with path.open("wb") as file:
        msoffcrypto.OfficeFile(content or workbook()).encrypt(password, file)
    return path


def cells(path, password=None):
    return read_sheet(open_workbook(path, password), "表", path).to_python()[0][0]


def test_own_password__opens_the_workbook(tmp_path):
    path = locked(tmp_path / "受付票.xlsx", SECRET)

    assert cells(path, SECRET) == "値"


@pytest.mark.parametrize("given", [None, "", "別のパスワード"])
def test_default_password__opens_without_asking(tmp_path, given):
    """A write-protected book: Excel asks nobody, whatever the clerk says."""
    assert cells(locked(tmp_path / "受付票.xlsx", DEFAULT), given) == "値"


@pytest.mark.parametrize("given", [None, "", "別のパスワード"])
def test_sentence__says_what_to_do_and_never_the_password(tmp_path, given):
    path = locked(tmp_path / "受付票.xlsx", SECRET)
    with pytest.raises(LockedError) as refusal:
        open_workbook(path, given)
    sentence = str(refusal.value)

    assert path.name in sentence
    assert sentence.endswith("。")
    assert "別のパスワード" not in sentence
    assert ("--password" in sentence) is (given == "")
    assert ("指定したパスワードでは開けません" in sentence) is bool(given)


def test_nothing__is_left_on_the_disk(tmp_path, monkeypatch):
    path = locked(tmp_path / "受付票.xlsx", SECRET)
    before = path.read_bytes()
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    cells(path, SECRET)

    assert list(tmp_path.iterdir()) == [path]
    assert path.read_bytes() == before


def test_too_wide_sheet__is_refused_in_an_encrypted_file_too(tmp_path):
    path = locked(tmp_path / "受付票.xlsx", SECRET, workbook(far=True))

    with pytest.raises(JusoError, match="「表」は使われている範囲が広すぎます"):
        open_workbook(path, SECRET)


def test_second_reader__sees_what_an_encrypted_sheet_hides(tmp_path):
    """Error values read as empty cells; they are found in the decrypted parts."""
    path = locked(tmp_path / "受付票.xlsx", SECRET)

    assert hidden_cells(package_of(path, SECRET), "表", {(1, 1)}) == {(1, 1): "#DIV/0!"}


def word_document():
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as package:
        package.writestr("[Content_Types].xml", TYPES)
        package.writestr("word/document.xml", "<x/>" + " " * 5_000)
    return content


TYPES = (
    '<?xml version="1.0"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
)


def test_encrypted_word_document__is_named(tmp_path):
    path = locked(tmp_path / "受付票.xlsx", SECRET, word_document())

    with pytest.raises(JusoError, match="Word の文書です"):
        open_workbook(path, SECRET)


@pytest.fixture
def old_xls(tmp_path):
    path = tmp_path / "受付票.xls"
    path.write_bytes(gzip.decompress(base64.b64decode(OLD_XLS)))
    return path


def test_encrypted_old_xls__opens_with_its_password(old_xls):
    assert open_workbook(old_xls, "himitsu").get_sheet_by_index(0).to_python() == [["値"]]


@pytest.mark.parametrize(("given", "said"), [("", "--password"), ("x", "では開けません")])
def test_encrypted_old_xls__is_refused_with_a_sentence(old_xls, given, said):
    with pytest.raises(LockedError, match=said):
        open_workbook(old_xls, given)


@pytest.mark.parametrize("cut", [2_000, 4_000, 6_000])
def test_damaged_encrypted_file__is_a_sentence(tmp_path, cut):
    path = locked(tmp_path / "受付票.xlsx", SECRET)
    path.write_bytes(path.read_bytes()[:cut])

    with pytest.raises(JusoError, match=r"壊れて|読めません") as refusal:
        open_workbook(path, SECRET)
    assert "では開けません" not in str(refusal.value)


@pytest.mark.parametrize("name", ["受付票.xlsx", "まとめ/受付票.XLS"])
def test_zip_with_a_workbook__says_to_unzip_it(tmp_path, name):
    """パスワード付き zip: the workbook is taken out by hand."""
    path = tmp_path / "送付.zip"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr(name, b"x")

    with pytest.raises(JusoError, match="中のファイルを取り出して"):
        open_workbook(path)


def asked(*answers):
    """Somebody who types one answer after the other."""
    rest = list(answers)
    names = []

    def ask(name):
        names.append(name)
        return rest.pop(0)

    return ask, names


def reading(path):
    return lambda password: cells(path, password)


def test_with_password__asks_once_for_a_locked_file(tmp_path):
    path = locked(tmp_path / "受付票.xlsx", SECRET)
    ask, names = asked(SECRET)

    assert with_password(reading(path), path.name, "別", ask) == "値"
    assert names == ["受付票.xlsx"]


def test_with_password__does_not_ask_where_it_need_not(tmp_path):
    path = locked(tmp_path / "受付票.xlsx", SECRET)
    ask, names = asked()

    assert with_password(reading(path), path.name, SECRET, ask) == "値"
    assert names == []


@pytest.mark.parametrize("answer", ["", "ちがう"])
def test_with_password__gives_up_after_one_answer(tmp_path, answer):
    path = locked(tmp_path / "受付票.xlsx", SECRET)
    ask, _ = asked(answer)

    with pytest.raises(LockedError):
        with_password(reading(path), path.name, "", ask)


def test_with_password__nobody_to_ask(tmp_path):
    path = locked(tmp_path / "受付票.xlsx", SECRET)

    with pytest.raises(LockedError, match="--password"):
        with_password(reading(path), path.name, "", None)
