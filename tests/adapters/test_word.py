"""Templates filled in: hostile values, missing values, broken templates, reproducible files."""

import zipfile
from pathlib import Path

import pytest
from docx import Document

from golden import document_dump
from juso.adapters.word import document_text, render
from juso.core.errors import JusoError


@pytest.fixture
def template(tmp_path):
    """Make a template of the given paragraphs and table rows."""

    def make(*paragraphs: str, rows: tuple[str, ...] = (), header: str = "") -> Path:
        document = Document()
        for text in paragraphs:
            document.add_paragraph(text)
        if rows:
            table = document.add_table(rows=0, cols=1)
            for text in rows:
                table.add_row().cells[0].text = text
        document.sections[0].header.paragraphs[0].text = header
        path = tmp_path / "型.docx"
        document.save(str(path))
        return path

    return make


HOSTILE = (
    "A & B <c>",
    "{{ x }}",
    "{% for x in y %}",
    "{# 注",
    "{_{ と }_}",
    "<w:t>x</w:t>",
    "&#123;",
    "'\"`$\\",
    "𠮷野家、髙﨑",
)


@pytest.mark.parametrize("value", HOSTILE)
def test_render__hostile_values_stay_text(template, tmp_path, value):
    """Whatever a clerk typed is printed as typed, in the body, in a table row and in the header."""
    path = template("始 {{ 件名 }} 終", rows=("{{ 件名 }}",), header="{{ 件名 }}")
    out = tmp_path / "out.docx"

    assert render(path, {"件名": value}, out) == []

    document = Document(str(out))
    assert document.paragraphs[0].text == f"始 {value} 終"
    assert document.tables[0].cell(0, 0).text == value
    assert document.sections[0].header.paragraphs[0].text == value


def test_render__characters_xml_cannot_hold(template, tmp_path):
    """Control characters and lone surrogates are dropped, line breaks and tabs stay."""
    out = tmp_path / "out.docx"

    render(template("{{ 件名 }}"), {"件名": "甲\x0b乙\x00\ufffe\ud800丙\r\n丁\t戊"}, out)

    assert Document(str(out)).paragraphs[0].text == "甲乙丙\n丁\t戊"


def test_render__missing_values(template, tmp_path):
    """None and '' print 【未入力】 and are listed where they stand, once; an `if` sees nothing."""
    path = template(
        "{{ 場所 }}{{ 場所 }}",
        "{%p for 案件 in 議事 %}",
        "{{ 案件.件名 }}{% if 案件.所要 %}（{{ 案件.所要 }}）{% endif %}",
        "{%p endfor %}",
    )
    out = tmp_path / "out.docx"
    values = {
        "場所": None,
        "議事": [{"件名": "見守り", "所要": ""}, {"件名": "", "所要": 15}],
    }

    assert render(path, values, out) == ["場所", "議事（2）・件名"]

    expected = ["【未入力】【未入力】", "見守り", "【未入力】（15）"]
    assert [p.text for p in Document(str(out)).paragraphs] == expected


def test_render__rows_of_a_table(template, tmp_path):
    """A row is repeated, and without entries the row after `else` says so."""
    path = template(
        rows=("{%tr for x in 表 %}", "{{ x }}", "{%tr else %}", "なし", "{%tr endfor %}")
    )
    out = tmp_path / "out.docx"

    render(path, {"表": ["甲", "乙"]}, out)
    assert [row.cells[0].text for row in Document(str(out)).tables[0].rows] == ["甲", "乙"]

    render(path, {"表": []}, out)
    assert [row.cells[0].text for row in Document(str(out)).tables[0].rows] == ["なし"]


@pytest.mark.parametrize(
    ("paragraphs", "said"),
    [
        (("{{ 日時 }}", "{{ 場所2 }}"), "「{{ 場所2 }}」の名前は使えません"),
        (("{% if 日時.曜日 %}甲{% endif %}",), "「{% if 日時.曜日 %}」の名前は使えません"),
        (("{{ 日時", "乙"), "書き方が正しくありません"),
        (("甲", "{% for x %}", "{% endfor %}"), "「{% for x %}」の書き方が正しくありません"),
        (("{%p if 日時 %}", "甲"), "書き方が正しくありません"),
        (("{{ 日時.__class__ }}",), "「{{ 日時.__class__ }}」の"),
        (("{{ ''.__class__.__mro__ }}",), "安全のため使えません"),
        (("{{ 議事 }}",), "for が必要です"),
        (("{{ 日時 + 1 }}",), "計算できません"),
        (("{% for i in range(10 ** 9) %}{{ i }}{% endfor %}",), "計算できません"),
        (("{{ 日時|消す }}",), "書き方が正しくありません"),
    ],
)
def test_render__broken_template(template, tmp_path, paragraphs, said):
    """A faulty template is named with its tag, and no file is made."""
    out = tmp_path / "out.docx"

    with pytest.raises(JusoError) as caught:
        render(template(*paragraphs), {"日時": "7月10日", "議事": []}, out)

    assert str(caught.value).startswith("テンプレート 型.docx ")
    assert said in str(caught.value)
    assert not out.exists()


def test_render__row_tag_outside_its_row(template, tmp_path):
    """A loop that begins in a table and ends outside is refused, not written."""
    path = template("{%p endfor %}", rows=("{%tr for x in 表 %}", "{{ x }}"))

    with pytest.raises(JusoError, match=r"型\.docx"):
        render(path, {"表": ["甲"]}, tmp_path / "out.docx")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "Word の文書（.docx）として読めません"),
        (b"<html>", "Word の文書（.docx）として読めません"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "Word の文書（.docx）として読めません"),
    ],
)
def test_render__no_word_file(tmp_path, content, said):
    """A file that is no .docx is refused in one sentence."""
    path = tmp_path / "型.docx"
    path.write_bytes(content)

    with pytest.raises(JusoError, match=said):
        render(path, {}, tmp_path / "out.docx")


def test_render__template_is_missing(tmp_path):
    """A template that is not there is named."""
    with pytest.raises(JusoError, match=r"型\.docx というファイルはありません"):
        render(tmp_path / "型.docx", {}, tmp_path / "out.docx")


def test_render__package_of_another_kind(template, tmp_path):
    """A .docm under the name .docx, and a damaged package, are refused without a traceback."""
    good = template("甲")
    macro, torn = tmp_path / "macro.docx", tmp_path / "torn.docx"
    with zipfile.ZipFile(good) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    types = parts["[Content_Types].xml"].replace(
        b"openxmlformats-officedocument.wordprocessingml.document.main",
        b"ms-word.document.macroEnabled.main",
    )
    _pack(macro, parts | {"[Content_Types].xml": types})
    _pack(torn, parts | {"word/document.xml": b"<w:document"})

    for path in (macro, torn):
        with pytest.raises(JusoError, match=f"{path.name} は Word の文書（.docx）として読めません"):
            render(path, {}, tmp_path / "out.docx")


def test_render__huge_template(template, tmp_path):
    """A package that unpacks to hundreds of megabytes is not opened."""
    good, bomb = template("甲"), tmp_path / "bomb.docx"
    with zipfile.ZipFile(good) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    _pack(bomb, parts | {"word/big.xml": b" " * 70_000_000})

    with pytest.raises(JusoError, match="大きすぎる"):
        render(bomb, {}, tmp_path / "out.docx")


def test_render__same_values_same_bytes(template, tmp_path):
    """Two runs give one and the same file, by whom it is made fixed."""
    path = template("{{ 件名 }}")
    first, second = tmp_path / "1.docx", tmp_path / "2.docx"

    render(path, {"件名": "甲"}, first)
    render(path, {"件名": "甲"}, second)

    assert first.read_bytes() == second.read_bytes()
    properties = Document(str(first)).core_properties
    assert properties.author == properties.last_modified_by == "甲州市福祉総合支援課"


def test_document_text__everything_that_can_be_read(template, tmp_path):
    """Header, footer, table, text box, content control and deleted text are all seen."""
    path = template("本文", rows=("表",), header="柱")
    with zipfile.ZipFile(path) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    hidden = (
        "<w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>箱</w:t></w:r></w:p></w:txbxContent>"
        "</w:pict></w:r></w:p><w:sdt><w:sdtContent><w:p><w:r><w:t>欄</w:t></w:r></w:p>"
        "</w:sdtContent></w:sdt><w:p><w:del><w:r><w:delText>消</w:delText></w:r></w:del>"
        "<w:r><w:t>分</w:t></w:r><w:r><w:t>割</w:t></w:r></w:p>"
    )
    body = parts["word/document.xml"].replace(b"<w:sectPr", hidden.encode() + b"<w:sectPr", 1)
    changed = tmp_path / "隠れた文字.docx"
    _pack(changed, parts | {"word/document.xml": body})

    lines = document_text(changed).splitlines()

    assert {"本文", "表", "柱", "箱", "欄", "消分割"} <= set(lines)


def test_document_dump__of_a_simple_document(template):
    """The dump that golden files hold names style, text and cells."""
    dump = document_dump(template("本文", rows=("表",), header="柱")).splitlines()

    assert dump == ["[柱] 柱", "[フッター] ", "[Normal] 本文", "| 表 |"]


def _pack(path: Path, parts: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
