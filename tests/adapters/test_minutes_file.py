"""Documents the product made, edited as officers edit them in Word, read and collected."""

import shutil
import subprocess
import zipfile
from copy import deepcopy
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.table import Table

from juso.adapters.meeting_documents import write_minutes_files
from juso.adapters.minutes_file import documents_of, read_minutes
from juso.adapters.office import Office
from juso.adapters.register_file import read_register
from juso.adapters.resources import Templates
from juso.adapters.word import BLANK, render
from juso.adapters.word_stamp import read_stamp
from juso.adapters.word_text import blocks_of
from juso.core.change import Change
from juso.core.errors import JusoError
from juso.koshu.codes import ItemConclusion, MinutesState
from juso.koshu.sheets import AgendaItem, MeetingRecord
from juso.services.collect import Collected, collect
from juso.services.collecting.minutes_text import Cell
from juso.services.collecting.wording import NOT_FILLED_IN
from juso.services.write_minutes import write_minutes
from meeting_register import meeting_register
from minutes_texts import CONFIG, applied

AGENCIES = """
関係機関マスタ
| 機関コード | 正式名 | 略称 |
| W01 | 甲州市地域包括支援センター | 地域包括支援センター |
| W04 | 生活困窮者自立相談支援窓口 | 自立相談支援 |
| D01 | 甲州市福祉総合支援課 | 福祉総合支援課 |
| D03 | 甲州市介護支援課 | 介護支援課 |
"""
FIRST_CASE, SECOND_CASE = 1, 2  # the whole record comes first
AUTHOR = 'w:id="900" w:author="架空" w:date="2025-07-20T09:00:00Z"'
W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'


def register():
    return meeting_register(AGENCIES)


@pytest.fixture
def made(tmp_path):
    """Make the documents of a meeting; the whole record comes first."""

    def make(meeting_no: str) -> list[Path]:
        minutes = write_minutes(register(), meeting_no, CONFIG)
        return list(write_minutes_files(minutes, CONFIG, tmp_path, Templates()).paths)

    return make


@pytest.fixture
def edited(made):
    """Open one of the documents of a meeting, let `edit` change it, save it; give its path."""

    def run(meeting_no: str, place: int, edit) -> Path:
        path = made(meeting_no)[place]
        document = Document(str(path))
        edit(document)
        document.save(str(path))
        return path

    return run


def table_with(document, heading: str) -> Table:
    """The first table whose first cell is `heading`."""
    return next(t for t in document.tables if t.rows[0].cells[0].text == heading)


def fill(row, *texts: str) -> None:
    """Type into the cells of a row."""
    for cell, text in zip(row.cells, texts, strict=True):
        cell.text = text


def fact(document, label: str):
    """The paragraph of the value beside a label."""
    row = next(r for t in document.tables for r in t.rows if r.cells[0].text == label)
    return row.cells[1].paragraphs[0]


def run_xml(text: str, extra: str = "") -> str:
    return f"<w:r>{extra}<w:t xml:space='preserve'>{text}</w:t></w:r>"


def element(xml: str):
    """An element of WordprocessingML from its text."""
    head, _, tail = xml.partition(">")
    slash = "/" if head.endswith("/") else ""
    return parse_xml(f"{head.removesuffix('/')} {nsdecls('w')} {W14}{slash}>{tail}")


def retype(paragraph, xml: str) -> None:
    """Replace the runs of a paragraph."""
    for run in paragraph._p.xpath("./w:r"):
        paragraph._p.remove(run)
    wrapped = element(f"<w:p>{xml}</w:p>")
    for child in list(wrapped):
        paragraph._p.append(child)


def changed(path: Path) -> Collected:
    return collect([read_minutes(path)], register(), CONFIG)


def cells(result: Collected) -> dict:
    """New values by column, of all changes together."""
    return {key: new for c in result.changes for key, (_, new) in c.cells.items()}


@pytest.mark.parametrize("number", range(0, 40, 4))
def test_read_minutes__of_the_sample_change_nothing(sample_office, tmp_path, number):
    """Fresh minutes of every fourth meeting of the sample: no change, no finding."""
    office = Office.open(sample_office)
    book = read_register(office.register, date(2026, 3, 31)).register
    minutes = write_minutes(book, book.meetings[number].meeting_no, office.config)
    paths = write_minutes_files(minutes, office.config, tmp_path, Templates()).paths

    assert len(paths) == 1 + len(minutes.records)
    assert collect(map(read_minutes, paths), book, office.config) == Collected()


@pytest.mark.parametrize("number", range(1, 40, 8))
def test_read_minutes__of_the_sample_as_drafts_change_nothing(sample_office, tmp_path, number):
    """The same before there is any conclusion: open boxes and rows to fill in are nothing."""
    office = Office.open(sample_office)
    book = read_register(office.register, date(2026, 3, 31)).register
    record = book.meetings[number]
    book = applied(book, tuple(_reopened(book, record)))
    minutes = write_minutes(book, record.meeting_no, office.config)
    paths = write_minutes_files(minutes, office.config, tmp_path, Templates()).paths

    result = collect(map(read_minutes, paths), book, office.config)

    assert minutes.head.is_draft
    assert result == Collected()


def _reopened(book, record):
    """Minutes that are a draft once more, without conclusions and opinions."""
    state = {"minutes_state": (record.minutes_state, MinutesState.DRAFT)}
    yield Change(MeetingRecord, record.row_number, record.meeting_no, state)
    for item in book.items_of[record.meeting_no]:
        cells = {key: (getattr(item, key), None) for key in ("conclusion", "opinions")}
        yield Change(AgendaItem, item.row_number, item.key, cells)


def test_read_minutes__placeholder_is_the_templates():
    """【未入力】 means the same to those who print it and to those who read it."""
    assert NOT_FILLED_IN == BLANK


def test_read_minutes__renamed(made, tmp_path):
    """A document is known by its stamp, not by its name."""
    path = shutil.copy(made("SK-R7-05")[FIRST_CASE], tmp_path / "7月分（修正）.docx")

    read = read_minutes(Path(path))

    assert (read.file, read.stamp["juso"]) == (
        "7月分（修正）.docx",
        "juso:案件別記録/SK-R7-05/1/R7-0021",
    )


def test_read_minutes__plan_conference(edited):
    """A draft of a 重層的支援会議 filled in: a ticked box, two paragraphs, opinions, a decision."""

    def edit(document):
        boxes = fact(document, "結論").text
        retype(fact(document, "結論"), run_xml(boxes.replace("□ 修正", "☑ 修正")))
        retype(fact(document, "結論の要旨"), run_xml("期日を見直す。") + "<w:r><w:br/></w:r>")
        fact(document, "結論の要旨")._p.addnext(
            element(f"<w:p>{run_xml('次回に確認する。')}</w:p>")
        )
        fill(table_with(document, "機関").rows[2], "自立相談支援", "期日が早い。")
        texts = ("", "計画の期日を直す。", "自立相談支援", "辛島", "令和7年7月31日", "メール")
        fill(table_with(document, "決定番号").rows[1], *texts)

    result = changed(edited("JU-R7-03", FIRST_CASE, edit))

    assert cells(result) == {
        "conclusion": ItemConclusion.WITH_CHANGES,
        "conclusion_text": "期日を見直す。\n次回に確認する。",
        "opinions": "自立相談支援：期日が早い。",
        "meeting_no": "JU-R7-03",
        "item_number": 1,
        "decision_no": "JU-R7-03-01",
        "content": "計画の期日を直す。",
        "agency": "自立相談支援",
        "worker": "辛島",
        "due_on": date(2025, 7, 31),
        "report_how": "メール",
        "state": "未",
    }
    assert result.findings == ()


def test_read_minutes__committee(edited):
    """The 庁内連携委員会's one 会議録: each item has its own tables."""

    def edit(document):
        tables = [t for t in document.tables if t.rows[0].cells[0].text == "決定番号"]
        tables[1].rows[1].cells[4].text = "R7.9.1"
        fill(tables[2].rows[3], "", "議事録を配る。", "福祉総合支援課", "寅井", "R7.8.31", "")

    result = changed(edited("TN-R7-02", 0, edit))

    assert [(c.row_number, c.key) for c in result.changes] == [
        (12, "TN-R7-02-02"),
        (0, "TN-R7-02-03"),
    ]
    assert cells(result)["item_number"] == 0
    assert cells(result)["content"] == "議事録を配る。"


TRACKED = (
    "<w:r><w:t>酉</w:t></w:r>"
    f"<w:del {AUTHOR}><w:r><w:delText>島</w:delText></w:r></w:del>"
    f"<w:ins {AUTHOR}><w:r><w:t>川</w:t></w:r></w:ins>"
    f"<w:moveFrom {AUTHOR}><w:r><w:t>外</w:t></w:r></w:moveFrom>"
    f"<w:moveTo {AUTHOR}><w:r><w:t>（係長）</w:t></w:r></w:moveTo>"
)


def test_read_minutes__tracked_changes(edited):
    """Inserted text counts, deleted text does not, as the finished page will read."""

    def edit(document):
        retype(table_with(document, "決定番号").rows[1].cells[3].paragraphs[0], TRACKED)

    assert cells(changed(edited("SK-R7-05", FIRST_CASE, edit))) == {"worker": "酉川（係長）"}


def test_read_minutes__tracked_rows(edited):
    """A row inserted under tracking is there; a row deleted under tracking is gone."""

    def edit(document):
        table = table_with(document, "決定番号")
        old = table.rows[1]._tr
        new = deepcopy(old)
        old.addnext(new)
        old.get_or_add_trPr().append(element(f"<w:del {AUTHOR}/>"))
        new.get_or_add_trPr().append(element(f"<w:ins {AUTHOR}/>"))
        texts = ("", "見守りの当番表を作る。", "自立相談支援", "辛島", "R7.8.1", "電話")
        for cell, text in zip(table.rows[2].cells, texts, strict=True):
            retype(cell.paragraphs[0], f"<w:ins {AUTHOR}>{run_xml(text)}</w:ins>")

    result = changed(edited("SK-R7-05", FIRST_CASE, edit))

    assert [c.key for c in result.changes] == ["SK-R7-05-06"]
    assert [c.key for c in result.undecided] == ["SK-R7-05-01"]
    assert [f.rule for f in result.findings] == ["COL-003"]


def test_read_minutes__a_deleted_paragraph_mark(edited):
    """Two paragraphs joined under tracking are one line."""

    def edit(document):
        paragraph = fact(document, "結論の要旨")
        retype(paragraph, run_xml("声かけを"))
        mark = f"<w:pPr><w:rPr><w:del {AUTHOR}/></w:rPr></w:pPr>"
        paragraph._p.replace(paragraph._p.pPr, element(mark))
        paragraph._p.addnext(element(f"<w:p>{run_xml('続ける。')}</w:p>"))

    assert cells(changed(edited("SK-R7-05", FIRST_CASE, edit))) == {
        "conclusion_text": "声かけを続ける。"
    }


BOXES = {
    "content control": (
        "<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val='1'/></w14:checkbox></w:sdtPr>"
        "<w:sdtContent><w:r><w:t>☒</w:t></w:r></w:sdtContent></w:sdt>"
        f"{run_xml(' 継続審議')}"
    ),
    "symbol": f"<w:r><w:sym w:font='Wingdings' w:char='F0FE'/></w:r>{run_xml(' 継続審議')}",
    "tick": f"<w:r><w:sym w:font='Wingdings 2' w:char='F050'/></w:r>{run_xml(' 継続審議')}",
    "form field": (
        "<w:r><w:fldChar w:fldCharType='begin'><w:ffData><w:checkBox><w:default w:val='0'/>"
        "<w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>"
        "<w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r>"
        f"<w:r><w:fldChar w:fldCharType='end'/></w:r>{run_xml(' 継続審議')}"
    ),
    "several": (
        "<w:r><w:sym w:font='Wingdings' w:char='F0A8'/></w:r>"
        f"{run_xml(' 見守り ')}<w:r><w:sym w:font='Wingdings' w:char='F0FD'/></w:r>"
        f"{run_xml(' 継続審議')}"
    ),
    "furigana": (
        "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>けいぞく</w:t></w:r></w:rt>"
        "<w:rubyBase><w:r><w:t>継続</w:t></w:r></w:rubyBase></w:ruby></w:r>"
        f"{run_xml('審議')}"
    ),
}


@pytest.mark.parametrize("xml", BOXES.values(), ids=BOXES.keys())
def test_read_minutes__check_boxes(edited, xml):
    """Whatever way Word has to tick a box, it is ticked."""

    def edit(document):
        retype(fact(document, "結論"), xml)

    result = changed(edited("SK-R7-05", FIRST_CASE, edit))

    assert cells(result) == {"conclusion": ItemConclusion.CARRIED_OVER}


def test_read_minutes__merged_cells(edited):
    """An agency merged over two rows is that of both; a cell merged sideways is its first."""

    def edit(document):
        table = table_with(document, "決定番号")
        texts = ("", "当番表を作る。", "", "辛島", "R7.8.1", "")
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
        table.cell(2, 2).merge(table.cell(3, 2))
        table.cell(3, 4).merge(table.cell(3, 5))

    new = changed(edited("SK-R7-05", SECOND_CASE, edit)).changes[-1]

    assert new.is_new
    assert new.cells["agency"] == (None, "福祉総合支援課")
    assert new.cells["due_on"] == (None, date(2025, 8, 1))


STRUCK = "<w:rPr><w:strike/></w:rPr>"


def test_read_minutes__words_struck_through(edited):
    """Struck through is deleted, as in a page corrected by hand; that it was read so is said."""

    def edit(document):
        xml = run_xml("酉島", STRUCK) + run_xml("寅井", "<w:rPr><w:strike w:val='0'/></w:rPr>")
        retype(table_with(document, "決定番号").rows[1].cells[3].paragraphs[0], xml)

    result = changed(edited("SK-R7-05", FIRST_CASE, edit))

    assert cells(result) == {"worker": "寅井"}
    assert [f.rule for f in result.findings] == ["COL-009"]
    assert "取り消し線の「酉島」" in result.findings[0].message


def test_read_minutes__a_row_struck_through(edited):
    """It is asked about as one that was removed."""

    def edit(document):
        for cell in table_with(document, "決定番号").rows[1].cells:
            retype(cell.paragraphs[0], run_xml(cell.text, STRUCK))

    result = changed(edited("SK-R7-05", FIRST_CASE, edit))

    assert [c.key for c in result.undecided] == ["SK-R7-05-01"]
    assert {f.rule for f in result.findings} == {"COL-003", "COL-009"}


def test_read_minutes__comments_and_text_boxes(edited):
    """They are not taken in, and not passed over either."""
    box = (
        "<w:pict><v:textbox xmlns:v='urn:schemas-microsoft-com:vml'><w:txbxContent>"
        f"<w:p>{run_xml('次回に')}</w:p><w:p>{run_xml('見直す。')}</w:p></w:txbxContent></v:textbox></w:pict>"
    )

    def edit(document):
        runs = fact(document, "結論").runs
        document.add_comment(runs, text="再検討ではないか。", author="架空", initials="架")
        document.add_paragraph()._p.append(element(f"<w:r>{box}</w:r>"))

    result = changed(edited("SK-R7-05", FIRST_CASE, edit))

    assert result.changes == ()
    assert [(f.rule, f.value) for f in result.findings] == [
        ("COL-007", "再検討ではないか。"),
        ("COL-007", "次回に 見直す。"),
    ]


def test_read_minutes__footnotes(made):
    """A footnote is pointed at; the lines Word draws above footnotes are none."""
    path = made("SK-R7-05")[FIRST_CASE]
    notes = (
        f"<w:footnotes {nsdecls('w')}><w:footnote w:type='separator' w:id='0'><w:p>{run_xml('線')}</w:p>"
        f"</w:footnote><w:footnote w:id='1'><w:p>{run_xml('期限は未定。')}</w:p></w:footnote></w:footnotes>"
    )
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("word/footnotes.xml", notes)

    assert read_minutes(path).asides == ("期限は未定。",)


def test_read_minutes__labels_retyped(edited):
    """A tick and a summary beside labels typed anew, and a heading of one's own."""

    def edit(document):
        boxes = fact(document, "結論")
        retype(boxes, run_xml(boxes.text.replace("☑", "□").replace("□ 継続", "☑ 継続")))
        retype(fact(document, "結論の要旨"), run_xml("次回に改める。"))
        table = next(t for t in document.tables if t.rows[0].cells[0].text == "結論")
        table.rows[0].cells[0].text, table.rows[1].cells[0].text = "結 論 ：", "要旨"
        decisions = table_with(document, "決定番号")
        decisions.rows[0].cells[4].text = "〆切"
        decisions.rows[1].cells[4].text = "R7.9.30"

    result = changed(edited("SK-R7-05", FIRST_CASE, edit))

    assert cells(result) == {
        "conclusion": ItemConclusion.CARRIED_OVER,
        "conclusion_text": "次回に改める。",
        "due_on": date(2025, 9, 30),
    }
    assert [f.rule for f in result.findings] == ["COL-009"]


def test_read_minutes__the_table_of_the_conclusion_is_deleted(edited):
    """What was printed in it is named, with the document."""

    def edit(document):
        table = next(t for t in document.tables if t.rows[0].cells[0].text == "結論")
        table._tbl.getparent().remove(table._tbl)

    result = changed(path := edited("SK-R7-05", FIRST_CASE, edit))

    assert result.changes == ()
    assert [(f.rule, str(f.severity), f.file) for f in result.findings] == [
        ("COL-005", "要修正", path.name)
    ]
    assert "「結論」「結論の要旨」「次回再付議」の欄が見つからない" in result.findings[0].message


def test_read_minutes__a_row_dragged_into_another_table(edited):
    """A decision among the opinions is no opinion."""

    def edit(document):
        row = table_with(document, "決定番号").rows[1]._tr
        table_with(document, "機関")._tbl.append(row)

    result = changed(edited("SK-R7-05", FIRST_CASE, edit))

    assert result.changes == ()
    assert {f.rule for f in result.findings} == {"COL-003", "COL-005"}


def test_read_minutes__a_table_split_in_two(edited):
    """Ctrl+Shift+Enter in the second of two rows: it is still read."""

    def edit(document):
        table = table_with(document, "決定番号")
        table.rows[2].cells[3].text = "寅井"
        half = deepcopy(table._tbl)
        for row in half.tr_lst[:2]:
            half.remove(row)
        table._tbl.remove(table.rows[2]._tr)
        table._tbl.addnext(half)
        table._tbl.addnext(element("<w:p/>"))

    result = changed(edited("SK-R7-05", SECOND_CASE, edit))

    assert cells(result) == {"worker": "寅井"}
    assert result.undecided == ()


def test_read_minutes__text_boxes_and_tables_in_a_cell():
    """What is drawn or nested in a cell is read once; what only old programs show is not."""
    box = "<w:txbxContent><w:p><w:r><w:t>枠</w:t></w:r></w:p></w:txbxContent>"
    mc = "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'"
    xml = (
        "<w:body><w:tbl><w:tr><w:tc>"
        f"<w:p>{run_xml('甲')}<w:r><mc:AlternateContent {mc}><mc:Choice>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
        f"<w:tbl><w:tr><w:tc><w:p>{run_xml('乙')}</w:p></w:tc></w:tr></w:tbl>"
        "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr></w:p></w:tc></w:tr></w:tbl></w:body>"
    )

    assert list(blocks_of(element(xml))) == [((Cell("甲枠\n乙", 0),),)]


def test_read_minutes__grid():
    """Cells know the columns of the grid they cover."""
    del_row = f"<w:tr><w:trPr><w:del {AUTHOR}/></w:trPr><w:tc><w:p/></w:tc></w:tr>"
    xml = (
        "<w:body><w:tbl>"
        f"<w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr><w:p>{run_xml('甲')}</w:p></w:tc>"
        f"<w:sdt><w:sdtContent><w:tc><w:p>{run_xml('乙')}</w:p></w:tc></w:sdtContent></w:sdt></w:tr>"
        f"{del_row}</w:tbl></w:body>"
    )
    assert list(blocks_of(element(xml))) == [((Cell("甲", 0, 2), Cell("乙", 2)),)]


OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("会議録.doc", OLD_WORD, "古い形式（.doc）です"),
        ("会議録.docx", OLD_WORD, "古い形式（.doc）です"),
        ("会議録.docx", b"", "Word の文書（.docx）として読めません"),
        ("会議録.docx", b"PK\x03\x04 broken", "Word の文書（.docx）として読めません"),
        ("会議録.docx", "会議録".encode(), "Word の文書（.docx）として読めません"),
        ("~$録.docx", b"x", "Word が開いている間の一時ファイルです"),
    ],
)
def test_read_minutes__no_document(tmp_path, name, content, said):
    """Anything else than a closed .docx is refused in one sentence."""
    path = tmp_path / name
    path.write_bytes(content)

    with pytest.raises(JusoError) as caught:
        read_minutes(path)

    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_read_minutes__a_password(made, tmp_path):
    """A document with a password says so."""
    from msoffcrypto.format.ooxml import OOXMLFile

    path = tmp_path / "秘.docx"
    with made("SK-R7-05")[0].open("rb") as plain, path.open("wb") as out:
        OOXMLFile(plain).encrypt("合言葉", out)

    with pytest.raises(JusoError, match="パスワードで保護されています"):
        read_minutes(path)


def test_read_minutes__nowhere(tmp_path):
    """A missing file and a folder are told apart."""
    with pytest.raises(JusoError, match="というファイルはありません"):
        read_minutes(tmp_path / "ない.docx")
    with pytest.raises(JusoError, match="フォルダーです"):
        read_minutes(tmp_path)


@pytest.mark.parametrize("lock", ["~${0}", "~${2}", ".~lock.{0}#"])
def test_read_minutes__open_in_word(made, lock):
    """Unsaved edits would be lost: a document that is open is not read."""
    path = made("SK-R7-05")[0]
    name = lock.replace("{0}", path.name).replace("{2}", path.name[2:])
    path.with_name(name).write_bytes(b"x")

    with pytest.raises(JusoError, match="保存して閉じてから"):
        read_minutes(path)


def test_read_minutes__another_document(tmp_path):
    """A document somebody made is refused, and it says where to write instead."""
    path = tmp_path / "議事メモ.docx"
    Document().save(str(path))

    with pytest.raises(JusoError, match="「会議録をつくる」でつくった文書ではありません"):
        read_minutes(path)


def test_read_minutes__damaged(made):
    """Broken XML inside a whole package."""
    path = made("SK-R7-05")[0]
    parts = {}
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"][:-40]
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)

    with pytest.raises(JusoError, match="壊れているため読めません"):
        read_minutes(path)


def test_documents_of(made, tmp_path):
    """The records of one meeting under any name, and nothing else that lies there."""
    folder = tmp_path / "事業所" / "出力" / "会議録"
    folder.mkdir(parents=True)
    wanted = [shutil.copy(path, folder) for path in made("SK-R7-05")]
    shutil.copy(made("TN-R7-02")[0], folder)
    Path(wanted[0]).rename(folder / "修正.docx")
    Document().save(str(folder / "議事メモ.docx"))
    (folder / "~$正.docx").write_bytes(b"x")
    (folder / "控え.docx").write_bytes(b"no document")

    found = documents_of(Office(tmp_path / "事業所", CONFIG), "SK-R7-05")

    assert {path.name for path in found} == {
        "修正.docx",
        *(Path(path).name for path in wanted[1:]),
    }


def test_render__a_stamp_replaces_an_older_one(made, tmp_path):
    """Minutes taken for a template leave nothing of their stamp; other properties stay."""
    template = made("SK-R7-05")[0]
    first, second = tmp_path / "1.docx", tmp_path / "2.docx"

    render(template, {}, first, stamp={"会社": "甲州市"})
    render(first, {}, second, stamp={"juso": "juso:会議録/TN-R7-02", "juso/会議": "a=1"})

    assert read_stamp(second) == {
        "会社": "甲州市",
        "juso": "juso:会議録/TN-R7-02",
        "juso/会議": "a=1",
    }


def test_render__stamped_documents_are_reproducible(made):
    """The same register gives the same bytes, stamp and all."""
    first, second = (made("SK-R7-05")[FIRST_CASE] for _ in range(2))

    assert first.read_bytes() == second.read_bytes()


@pytest.mark.office
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice がありません")
def test_read_minutes__saved_by_another_program(edited, tmp_path):
    """LibreOffice writes the whole file anew: stamp and cells survive."""

    def edit(document):
        table_with(document, "決定番号").rows[1].cells[3].text = "寅井"

    path = edited("SK-R7-05", FIRST_CASE, edit)
    out = tmp_path / "LibreOffice"
    profile = (tmp_path / "profile").as_uri()
    subprocess.run(
        [
            str(shutil.which("soffice")),
            f"-env:UserInstallation={profile}",
            "--headless",
            *("--convert-to", "docx:MS Word 2007 XML"),
            *("--outdir", str(out)),
            str(path),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )

    assert cells(changed(out / path.name)) == {"worker": "寅井"}
