"""次第 and 会議録 as files: golden dumps, the identifier gate, templates that keep their promises."""

import importlib
import os
import subprocess
import sys
import zipfile
from itertools import pairwise
from pathlib import Path

import pytest
from docx import Document

from golden import check_golden, document_dump
from juso.adapters.meeting_documents import Written, write_agenda, write_minutes_files
from juso.adapters.resources import Templates
from juso.adapters.word import document_text
from juso.core.calendar import FiscalYear
from juso.koshu.config import Config
from juso.services.prepare_agenda import prepare_agenda
from juso.services.write_minutes import write_minutes
from meeting_register import meeting_register

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "templates"
MEETING_TEMPLATES = sorted(
    p
    for p in TEMPLATES.glob("*.docx")
    if p.stem.startswith(("次第", "会議録", "案件別記録", "引継ぎ"))
)
CONFIG = Config(FiscalYear(2025))
NUMBERS = ("JU-R7-03", "SK-R7-05", "TN-R7-02")
Pairs = tuple[tuple[str, str], ...]


def agenda(meeting_no: str, folder: Path, replacing: Pairs = ()) -> Written:
    made = prepare_agenda(meeting_register(replacing=replacing), meeting_no, CONFIG)
    return write_agenda(made, CONFIG, folder, Templates())


def minutes(meeting_no: str, folder: Path, replacing: Pairs = ()) -> Written:
    made = write_minutes(meeting_register(replacing=replacing), meeting_no, CONFIG)
    return write_minutes_files(made, CONFIG, folder, Templates())


@pytest.mark.parametrize("number", NUMBERS)
def test_write_agenda__golden(tmp_path, number):
    """The whole 次第 with its attachments, as text."""
    written = agenda(number, tmp_path)

    assert [path.name for path in written.paths] == [f"次第_{number}.docx"]
    check_golden(f"次第_{number}", document_dump(written.paths[0]))


@pytest.mark.parametrize("number", NUMBERS)
def test_write_minutes_files__golden(tmp_path, number):
    """The record of the whole meeting, then each case's own."""
    written = minutes(number, tmp_path)

    dumps = [f"### {path.name}\n{document_dump(path)}" for path in written.paths]
    assert written.paths[0].name == f"会議録_{number}.docx"
    check_golden(f"会議録_{number}", "\n".join(dumps))


SETTLED = ("2025-08-07 | 案 |", "2025-08-07 | 確定 |")


@pytest.mark.parametrize(
    ("heading", "width", "spare", "none"),
    [("機関", 2, 2, "意見なし"), ("決定番号", 6, 3, "決定事項なし")],
)
def test_write_minutes_files__rows_to_fill_in(tmp_path, heading, width, spare, none):
    """A draft ends its tables with empty rows of whole cells, a settled record says 「…なし」."""
    draft = minutes("JU-R7-03", tmp_path / "案").paths[1]
    settled = minutes("JU-R7-03", tmp_path / "確定", (SETTLED,)).paths[1]

    assert _rows_below(draft, heading) == [[""] * width] * spare
    assert _rows_below(settled, heading) == [[none]]


def _rows_below(path: Path, heading: str) -> list[list[str]]:
    """The cells of the first table with such a heading, each cell once."""
    rows = next(t for t in Document(str(path)).tables if t.cell(0, 0).text == heading).rows
    return [[cell.text for cell in dict.fromkeys(row.cells)] for row in rows[1:]]


def test_write_minutes_files__one_file_per_case(tmp_path):
    """Case files are named by meeting, item and case."""
    assert sorted(path.name for path in minutes("JU-R7-03", tmp_path).paths) == [
        "会議録_JU-R7-03.docx",
        "案件別記録_JU-R7-03_案件1_R7-0012.docx",
        "案件別記録_JU-R7-03_案件3_R7-0040.docx",
        "案件別記録_JU-R7-03_案件5_R7-0033.docx",
    ]


def test_write_agenda__missing_values_are_listed(tmp_path):
    """What is printed as 【未入力】 is named with its place in the file."""
    written = agenda("JU-R7-03", tmp_path, (("甲州市役所　第2会議室 | 対面", " | 対面"),))

    assert written.blanks == (
        "次第_JU-R7-03.docx：場所",
        "次第_JU-R7-03.docx：案件票（1）・プラン・明細（2）・期日",
    )
    assert document_text(written.paths[0]).count("【未入力】") == 2


def test_write_agenda__never_overwrites(tmp_path):
    """A second run makes _2: the first may have been edited in Word."""
    first, second = (agenda("TN-R7-02", tmp_path).paths[0] for _ in range(2))

    assert (first.name, second.name) == ("次第_TN-R7-02.docx", "次第_TN-R7-02_2.docx")
    assert first.read_bytes() == second.read_bytes()


def test_write_agenda__stops_at_an_identifying_title(tmp_path):
    """A name in 件名 is a finding of the agenda; no file is made."""
    written = agenda("SK-R7-05", tmp_path, (("長くひきこもる方への関わり方", "甲野一郎の件"),))

    assert written == Written()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("replacing", "value"),
    [
        (("甲州市役所　第2会議室 | 対面", "甲野花子さん宅 | 対面"), "甲野花子"),
        (("甲州市役所　第2会議室 | 対面", "上於曽9001-2 | 対面"), "上於曽9001-2"),
        (("甲州市役所　第2会議室 | 対面", "1234-5678-9012 | 対面"), "1234-5678-9012"),
        (("甲州市役所　第2会議室 | 対面", "田中さん宅 | 対面"), "田中さん"),
    ],
)
def test_write_agenda__stops_at_the_finished_file(tmp_path, replacing, value):
    """What slips past the cells is found in the finished file, which is not left behind."""
    written = agenda("JU-R7-03", tmp_path, (replacing,))

    assert written.paths == ()
    assert [(f.rule, f.severity, f.file) for f in written.findings] == [
        ("MTG-006", "要修正", "次第_JU-R7-03.docx")
    ]
    assert written.findings[0].value.startswith(value)
    assert list(tmp_path.iterdir()) == []


def test_write_agenda__stops_at_a_name_in_the_template(tmp_path):
    """A clerk who writes a client's name into the template's header stops every document."""
    templates = tmp_path / "templates"
    templates.mkdir()
    document = Document(str(TEMPLATES / "次第_支援会議.docx"))
    document.sections[0].header.paragraphs[0].add_run("乙川　太郎")
    document.save(str(templates / "次第_支援会議.docx"))
    made = prepare_agenda(meeting_register(), "SK-R7-05", CONFIG)

    written = write_agenda(made, CONFIG, tmp_path / "out", Templates(templates))

    assert (written.paths, [f.rule for f in written.findings]) == ((), ["MTG-006"])
    assert list((tmp_path / "out").iterdir()) == []


def test_write_minutes_files__other_records_are_still_made(tmp_path):
    """An absentee's name that identifies somebody stops the one file it stands in."""
    pair = (
        "| 自立相談支援 | 主任相談支援員 | 辛島　四 | オンライン |",
        "| 自立相談支援 | 主任相談支援員 | 鈴木さん | 欠席 |",
    )

    written = minutes("SK-R7-05", tmp_path, (pair,))

    assert [finding.file for finding in written.findings] == ["会議録_SK-R7-05.docx"]
    assert [path.name[:5] for path in written.paths] == ["案件別記録"] * 4


@pytest.mark.parametrize("value", ["A & B <c>", "{{ x }}", "{% if %}"])
def test_write_agenda__hostile_titles(tmp_path, value):
    """A title that looks like a tag or like XML is printed as it is."""
    written = agenda("SK-R7-05", tmp_path, (("家賃の滞納が続く単身世帯", value),))

    assert value in document_text(written.paths[0])


def test_write_agenda__nobody_is_named(tmp_path):
    """No name, phone, address or birthday of anybody on the agenda stands in any paper."""
    register = meeting_register()
    texts = [
        document_text(path)
        for number in NUMBERS
        for path in (*agenda(number, tmp_path).paths, *minutes(number, tmp_path).paths)
    ]

    told = [case.name.replace("　", "") for case in register.cases if case.name]
    told += [case.phone for case in register.cases if case.phone]
    told += ["9001", "8802", "7703", "6604", "甲野", "乙川", "丙山", "丁田", "架空小学校"]
    assert [word for word in told for text in texts if word in text.replace("　", "")] == []


def test_templates__pass_the_linter():
    """docxtpl-lint finds nothing in any template."""
    lint = [sys.executable, "-m", "docxtpl_lint", "--no-config", "--autoescape"]
    done = subprocess.run(
        [*lint, *map(str, MEETING_TEMPLATES)], capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stdout + done.stderr


def test_templates__are_what_the_script_makes(tmp_path, make_templates):
    """Made again, every template reads the same and carries the same dates."""
    made = make_templates.make(tmp_path)

    assert sorted(p.name for p in made) == sorted(p.name for p in MEETING_TEMPLATES)
    for path in made:
        assert document_dump(path) == document_dump(TEMPLATES / path.name)
        with zipfile.ZipFile(path) as package:
            assert {i.date_time for i in package.infolist()} == {(2025, 4, 1, 0, 0, 0)}


def test_templates__list_in_the_readme(make_templates):
    """The README lists exactly the placeholders there are."""
    text = (TEMPLATES / "README.md").read_text(encoding="utf-8")

    listed = text.partition(make_templates.LISTED)[2].strip()
    assert listed == make_templates.placeholder_list().strip()


@pytest.mark.parametrize("template", MEETING_TEMPLATES, ids=lambda p: p.stem)
def test_templates__page_and_fonts(template):
    """A4 upright, margins 25/20/20/25 mm, Japanese fonts named for East Asian text."""
    document = Document(str(template))
    section = document.sections[0]
    lengths = (
        section.page_width,
        section.page_height,
        section.top_margin,
        section.right_margin,
        section.bottom_margin,
        section.left_margin,
    )

    assert [round(x.mm) for x in lengths] == [210, 297, 25, 20, 20, 25]
    fonts = {
        style.name: style.element.rPr.rFonts.get(
            "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}eastAsia"
        )
        for style in document.styles
        if style.name in ("Normal", "標題", "見出し", "表の文字")
    }
    gothic, mincho = "BIZ UDゴシック", "BIZ UD明朝 Medium"
    assert fonts == {"Normal": mincho, "標題": gothic, "見出し": gothic, "表の文字": mincho}


@pytest.mark.parametrize("template", MEETING_TEMPLATES, ids=lambda p: p.stem)
def test_templates__tables(template):
    """Every list repeats its heading row, and no two tables touch (Word would join them)."""
    body = Document(str(template)).element.body
    tags = [child.tag.rpartition("}")[2] for child in body]
    lists = [t for t in body.xpath(".//w:tbl") if t.xpath(".//w:t[contains(., 'tr for')]")]

    assert ("tbl", "tbl") not in set(pairwise(tags))
    assert len(lists) >= 2
    assert all(len(t.xpath(".//w:tblHeader")) == 1 for t in lists)
    assert all(row.xpath(".//w:cantSplit") for row in body.xpath(".//w:tr"))


HEAVY = {"pandas", "numpy", "matplotlib", "openpyxl", "xlwings"}


def test_meeting_documents__load_no_heavy_library(tmp_path):
    """Agenda and minutes are made without the libraries that are slow to load."""
    code = (
        "import sys; from pathlib import Path; from meeting_register import meeting_register\n"
        "from juso.adapters.meeting_documents import write_agenda, write_minutes_files\n"
        "from juso.core.calendar import FiscalYear; from juso.koshu.config import Config\n"
        "from juso.services.prepare_agenda import prepare_agenda\n"
        "from juso.services.write_minutes import write_minutes\n"
        "config, register = Config(FiscalYear(2025)), meeting_register()\n"
        "from juso.adapters.resources import Templates\n"
        "folder, templates = Path(sys.argv[1]), Templates()\n"
        "write_agenda(prepare_agenda(register, 'JU-R7-03', config), config, folder, templates)\n"
        "made = write_minutes(register, 'JU-R7-03', config)\n"
        "write_minutes_files(made, config, folder, templates)\n"
        f"print(sorted({HEAVY!r} & set(sys.modules)), len(list(folder.iterdir())))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": f"{ROOT / 'addin'}{os.pathsep}{ROOT / 'tests'}"},
    )

    assert (done.stdout, done.stderr) == ("[] 5\n", "")


@pytest.fixture
def make_templates(monkeypatch):
    """The script that makes the templates, as a module."""
    monkeypatch.syspath_prepend(str(TEMPLATES))
    return importlib.import_module("make_templates")
