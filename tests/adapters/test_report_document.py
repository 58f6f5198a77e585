"""The annual report in Word: opens, keeps its order, and is the same file every time."""

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from lxml import etree

from golden import check_golden, document_dump
from juso.adapters.report_document import TEMPLATE, write_report
from juso.adapters.report_pages import split_pages
from juso.adapters.resources import Templates
from juso.core.calendar import FiscalYear
from juso.core.errors import JusoError
from juso.koshu.register import register_of
from juso.koshu.report_sections import SECTIONS
from juso.services.report_model import Chart, Heading, Line, Paragraph, Report, Table
from report_sample import TODAY, merged_forms, small_report

TEMPLATES = Path(__file__).parents[2] / "templates"


@pytest.fixture(scope="module")
def report() -> Report:
    """The invented year with the year before it."""
    return small_report(merged=merged_forms(), earlier=[merged_forms(FiscalYear(2024))])


@pytest.fixture(scope="module")
def path(report, tmp_path_factory) -> Path:
    """The written report."""
    return write_report(report, tmp_path_factory.mktemp("report") / "報告書.docx", Templates())


@pytest.fixture(scope="module")
def document(path):
    """The written report, opened again."""
    return Document(str(path))


def test_document__has_every_heading_in_order(document):
    """Heading styles carry the sections of the report, nothing else."""
    found = [p.text for p in document.paragraphs if p.style.name.startswith("Heading")]

    assert found == [s.heading.format(year="令和7年度") for s in SECTIONS]


def test_document__contents_link_to_the_headings(document):
    """目次 names each heading and leads to its bookmark."""
    lines = [p for p in document.paragraphs if p.style.name.startswith("toc")]
    targets = [p._p.find(qn("w:hyperlink")).get(qn("w:anchor")) for p in lines]
    marks = {m.get(qn("w:name")) for m in document.element.body.iter(qn("w:bookmarkStart"))}

    assert ["".join(p.text.split("\t")[0]) for p in lines] == [
        s.heading.format(year="令和7年度") for s in SECTIONS
    ]
    assert set(targets) == marks


def test_document__cover_and_header(document):
    """標題, 版, 作成年月 and the issuer; no tag and no mark of the template is left."""
    text = "\n".join(p.text for p in document.paragraphs[:60])
    header = document.sections[0].header.paragraphs[0].text

    assert "甲州市重層的支援体制整備事業" in text
    assert "（庁内評価版）" in text
    assert "令和8年3月\n甲州市 福祉総合支援課" in text
    assert header == "令和7年度 実施状況報告書（庁内評価版）　作成日 令和8年3月31日"
    assert not any(mark in text for mark in ("{{", "［目次］", "［本文］"))


def test_document__charts_are_native_and_described(document, report):
    """Every chart of the report is a chart part with its numbers and an alternative text."""
    shown = list(document.element.body.iter(qn("wp:docPr")))
    parts = [r.target_part for r in document.part.rels.values() if r.reltype.endswith("/chart")]

    assert len(parts) == len(report.charts) == 9
    assert [s.get("descr") for s in shown] == [c.alt for c in report.charts]
    assert len({s.get("id") for s in shown}) == 9
    for part in parts:
        (data,) = [r.target_part for r in part.rels.values()]
        assert data.blob.startswith(b"PK")
        assert b'typeface="BIZ UD' in part.blob


def test_document__wide_tables_lie_on_wide_pages(document):
    """表5, 表11 and 表25 stand in landscape sections, with the same header."""
    wide = [s.orientation is WD_ORIENT.LANDSCAPE for s in document.sections]

    assert wide == [False, True, False, True, False, True, False, True, False]
    assert {s.header.paragraphs[0].text for s in document.sections} == {
        "令和7年度 実施状況報告書（庁内評価版）　作成日 令和8年3月31日"
    }


def test_document__table_headings_repeat_and_rows_stay_whole(document):
    """A table that goes on over the page shows its heading again."""
    tables = [t for t in document.tables if len(t.rows) > 20]

    assert tables
    for t in tables:
        first = t.rows[0]._tr.trPr
        assert first.find(qn("w:tblHeader")) is not None
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in t.rows)


def test_document__same_report_same_bytes(report, path, tmp_path):
    """No clock, no machine, no random id in the file."""
    again = write_report(report, tmp_path / "again.docx", Templates())

    assert again.read_bytes() == path.read_bytes()


def test_document__is_well_formed_with_every_target(path):
    """Each XML part parses and each relationship leads to a member of the package."""
    with zipfile.ZipFile(path) as package:
        names = set(package.namelist())
        roots = {
            n: etree.fromstring(package.read(n)) for n in names if n.endswith((".xml", ".rels"))
        }
    targets = [
        Path(name).parents[1] / relation.get("Target")
        for name, root in roots.items()
        if name.endswith(".rels")
        for relation in root
        if relation.get("TargetMode") != "External"
    ]

    assert [str(t) for t in targets if _flat(t) not in names] == []


def _flat(path: Path) -> str:
    parts: list[str] = []
    for part in path.parts:
        if part == "..":
            parts.pop()
        elif part != "/":
            parts.append(part)
    return "/".join(parts)


def test_document__text_that_is_no_xml(report, tmp_path):
    """Marks of XML are printed as typed, characters it cannot hold are left out."""
    strange = (Paragraph("A & B <c> {{ x }} \x0b\ufffe終"), Heading(1, "1　見出し & <b>"))
    path = write_report(replace(report, blocks=strange), tmp_path / "a.docx", Templates())
    texts = [p.text for p in Document(str(path)).paragraphs]

    assert "A & B <c> {{ x }} 終" in texts
    assert "1　見出し & <b>" in texts


def test_document__golden(report, tmp_path):
    """The words and tables of the parts that a chief reads first."""
    wanted = ("0　", "7　", "10　", "11　")
    blocks, keep = [], False
    for block in report.blocks:
        if isinstance(block, Heading) and block.level == 1:
            keep = block.text.startswith(wanted)
        if keep:
            blocks.append(block)
    path = write_report(replace(report, blocks=tuple(blocks)), tmp_path / "r.docx", Templates())

    check_golden("実施状況報告書", document_dump(path))


def test_empty_office__gives_a_complete_document(tmp_path):
    """No case, no form: all headings, no chart, nothing broken."""
    path = write_report(small_report(register_of([], TODAY)), tmp_path / "e.docx", Templates())
    document = Document(str(path))
    found = [p.text for p in document.paragraphs if p.style.name.startswith("Heading")]

    assert found == [s.heading.format(year="令和7年度") for s in SECTIONS]
    assert not list(document.element.body.iter(qn("wp:docPr")))


def test_template__that_lost_its_place(report, tmp_path):
    """A clerk deleted ［本文］: one sentence says which line is missing."""
    template = Document(str(TEMPLATES / TEMPLATE))
    mark = next(p for p in template.paragraphs if p.text == "［本文］")
    mark._p.getparent().remove(mark._p)
    template.save(str(tmp_path / TEMPLATE))

    with pytest.raises(JusoError, match=r"「［本文］」だけの行がありません"):
        write_report(report, tmp_path / "r.docx", Templates(tmp_path))


def test_template__that_lost_a_style(report, tmp_path):
    """A style deleted in Word is named."""
    template = Document(str(TEMPLATES / TEMPLATE))
    style = template.styles["表注"].element
    style.getparent().remove(style)
    template.save(str(tmp_path / TEMPLATE))

    with pytest.raises(JusoError, match=r"スタイル「表注」がありません"):
        write_report(report, tmp_path / "r.docx", Templates(tmp_path))


def test_pages__headings_go_along_with_a_wide_table():
    """No upright page holds a heading alone before a wide table."""
    text, heading = Paragraph("a"), Heading(2, "(1)　b")
    wide = Table("表5", "c", (("d",),), (Line(("e",)),), (1,), landscape=True)

    runs = split_pages([text, wide, heading, text])

    assert [(r.is_landscape, r.blocks) for r in runs] == [
        (True, [text, wide]),
        (False, [heading, text]),
    ]


def test_charts__share_the_page_of_their_wide_table(report):
    """図3 follows 表5 on wide pages."""
    wide = next(r.blocks for r in split_pages(report.blocks) if r.is_landscape)

    assert [b.number for b in wide if isinstance(b, Table | Chart)] == ["表5", "図3-1", "図3-2"]
