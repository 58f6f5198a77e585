"""受付票 from outside, whole way: thirty files in the folder end in the right rows, once."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from datetime import datetime
from hashlib import sha256

import docx
import openpyxl
import pytest
from openpyxl.utils.cell import coordinate_to_tuple, range_boundaries

from fake_book import FakeBook, Formula
from juso.adapters.intake_ledger import one_at_a_time, read_receipts
from juso.adapters.live_book import LiveBook
from juso.adapters.live_workspace import LiveWorkspace
from juso.adapters.office import Office
from juso.app import App
from juso.cli import main
from juso.core.errors import JusoError
from juso.koshu.case_form import Head
from juso.koshu.sheets import Assessment, Case, FamilyMember, Problem
from sent_forms import TODAY, YEAR, change, filled_in, lock, people, register_of_office

DAY = ["--today", "2026-03-31"]
APP = App(TODAY, datetime(2026, 3, 31, 17, 0))
SECRET, OTHER_SECRET = "hana-2026", "別の合言葉"
TAKEN = "新しい相談 R7-"
BACK = "差し戻します"


@pytest.fixture
def run(capsys):
    """Run the program; gives exit code, standard output, standard error."""

    def run_main(*arguments):
        code = main([str(a) for a in arguments])
        said = capsys.readouterr()
        assert "Traceback" not in said.out + said.err
        return code, said.out, said.err

    return run_main


@pytest.fixture(scope="module")
def empty_office(tmp_path_factory):
    """A clean register of 40 cases; nothing has been sent yet."""
    folder = tmp_path_factory.mktemp("intake") / "事業所"
    APP.sample(folder, YEAR, 40, 1, faults=False)
    return folder


@pytest.fixture(scope="module")
def sent_office(empty_office, tmp_path_factory):
    """The same with thirty-odd files in 受付票."""
    folder = shutil.copytree(empty_office, tmp_path_factory.mktemp("sent") / "事業所")
    send(folder)
    return folder


@pytest.fixture
def office(empty_office, tmp_path):
    return shutil.copytree(empty_office, tmp_path / "事業所")


@pytest.fixture
def sent(sent_office, tmp_path):
    return shutil.copytree(sent_office, tmp_path / "事業所")


def send(folder):
    """Files as they arrive: in order, faulty, locked, old, foreign, twice, and no forms at all."""
    inbox = folder / "受付票"
    found = iter(people(24))
    names = iter(range(1, 100))

    def form(name, **head):
        return filled_in(folder, inbox / f"{name}.xlsx", next(found), f"U-{next(names)}", **head)

    for number in range(1, 8):
        form(f"新規{number}")
    lock(form("標準の保護"), "VelvetSweatshop")
    lock(form("パスワード"), SECRET)
    lock(form("別のパスワード"), OTHER_SECRET)
    form("旧版", VERSION="2026.1")
    form("知らない版", VERSION="2031.1")
    form("前年度", YEAR="R6")
    form("他事業所", OFFICE="ffffffffffff")
    change(form("担当者なし"), {"lead_worker": None})
    change(form("日付の誤り"), {"received_on": "R8.2.30"})
    change(form("番号の誤り"), {"case_no": "R7-9999"})
    corrections(folder, inbox, next(found))
    copies(inbox, form("コピー元"))
    known(folder, inbox)
    no_forms(folder, inbox)


def corrections(folder, inbox, rows):
    """A form sent twice, and one sent twice on the same day."""
    day = datetime(2026, 3, 27)
    first = filled_in(folder, inbox / "修正前.xlsx", rows, "V-1", SENT_ON=day)
    later = shutil.copy(first, inbox / "修正後.xlsx")
    change(later, {"phone": "0553-99-0001"})
    sent_on(later, "2026-03-30")
    rows = people(1, 11)[0]
    one = filled_in(folder, inbox / "同日1.xlsx", rows, "V-2", SENT_ON=day)
    change(shutil.copy(one, inbox / "同日2.xlsx"), {"phone": "0553-99-0002"})


def sent_on(path, day):
    change(path, {Head.SENT_ON: datetime.fromisoformat(day)})


def copies(inbox, path):
    """The same file under another name, and a copied form used for another person."""
    shutil.copy(path, inbox / "コピー元 (1).xlsx")


def known(folder, inbox):
    """Cases of the register, on forms made from it."""
    register = register_of_office(folder)
    cases = [
        c for c in register.cases
        if c.case_no in register.assessment_of and len(register.family_of.get(c.case_no, [])) > 1
        and c.consent.is_given and c.phone and c.state == "支援中"
    ]  # fmt: skip
    for case, name in zip(cases, ("既存_変更", "既存_同じ", "既存_消した"), strict=False):
        made = APP.form(APP.closed(folder), case.case_no).made[0]
        shutil.copy(made, inbox / f"{name}.xlsx")
    change(inbox / "既存_変更.xlsx", {"phone": "0553-99-0003", (Assessment, 1, "income"): 81_000})
    change(inbox / "既存_消した.xlsx", {"phone": None})
    rows = [cases[3], *people(24)[23][1:]]
    filled_in(folder, inbox / "二重.xlsx", [_as_new(row) for row in rows], "V-3")


def _as_new(row):
    facts = {"case_no": None} | ({"household_no": None} if isinstance(row, Case) else {})
    return row.replace(**facts)


def no_forms(folder, inbox):
    shutil.copy(next((folder / "月次報告").rglob("W1*.xlsx")), inbox / "W1_介護.xlsx")
    shutil.copy(folder / "支援台帳.xlsx", inbox / "台帳の写し.xlsx")
    (inbox / "空.xlsx").write_bytes(b"")
    (inbox / "壊れ.xlsx").write_bytes((inbox / "新規1.xlsx").read_bytes()[:3_000])
    (inbox / "古い.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    docx.Document().save(str(inbox / "文書.xlsx"))
    (inbox / "~$新規1.xlsx").write_bytes(b"x" * 165)
    with zipfile.ZipFile(inbox / "送付.zip", "w") as package:
        package.writestr("受付票.xlsx", b"x")


FATES = {
    **{f"新規{number}": TAKEN for number in range(1, 8)},
    "標準の保護": TAKEN,
    "パスワード": TAKEN,
    "別のパスワード": "指定したパスワードでは開けません",
    "旧版": TAKEN,
    "知らない版": BACK,
    "前年度": BACK,
    "他事業所": BACK,
    "担当者なし": BACK,
    "日付の誤り": BACK,
    "番号の誤り": BACK,
    "修正前": "より新しい票があります",
    "修正後": TAKEN,
    "同日1": BACK,
    "同日2": BACK,
    "コピー元": TAKEN,
    "コピー元 (1)": "コピー元.xlsx と同じ内容です",
    "既存_変更": "2か所を書き換えます",
    "既存_同じ": "変更はありません",
    "既存_消した": "1か所は、決めてから書き換えます",
    "二重": "同じ相談が、台帳に R7-",
    "W1_介護": "月次報告です",
    "台帳の写し": "支援台帳です",
    "空": "中身のない（0バイトの）ファイルです",
    "壊れ": "壊れているため読めません",
    "古い": "Excel のファイルとして読めません",
    "文書": "Word の文書です",
    "送付": "zip です",
}


def said_of(out, name):
    """The line of a file."""
    found = [line for line in out.splitlines() if re.match(rf"{re.escape(name)}\.\w+[：\s]", line)]
    assert len(found) == 1, (name, found)
    return found[0]


def test_thirty_files__each_comes_to_its_fate(run, sent):
    """Every file is named with what became of it; those in order are taken, the others stop none."""
    assert len(FATES) >= 30
    code, out, _ = run("intake", sent, "--password", SECRET, *DAY)

    assert code == 1
    assert {name: words in said_of(out, name) for name, words in FATES.items()} == dict.fromkeys(
        FATES, True
    )
    assert "~$" not in out
    assert SECRET not in out
    assert f"新しい相談{list(FATES.values()).count(TAKEN)}件" in out


def test_thirty_files__nothing_changes_once_the_rows_are_pasted(run, sent):
    """What 取込票 says, done by hand, makes the register say what the forms say."""
    before = register_of_office(sent)
    run("intake", sent, "--password", SECRET, *DAY)
    paper = next((sent / "出力" / "取込").glob("取込票_受付票*.xlsx"))
    paste(paper, sent / "支援台帳.xlsx")
    after = register_of_office(sent)
    new = list(FATES.values()).count(TAKEN)

    assert [c.case_no for c in after.cases[len(before.cases) :]] == [
        f"R7-{number:04d}" for number in counted(before, new)
    ]
    assert len({c.household_no for c in after.cases[len(before.cases) :]}) == new
    assert after.case_by_no[no_of(sent, "修正後")].phone == "0553-99-0001"
    assert rows_of_form(after, no_of(sent, "新規1")) == rows_sent()
    code, out, _ = run("intake", sent, "--password", SECRET, *DAY)
    assert code == 1
    assert TAKEN not in out
    assert "か所を書き換えます" not in out
    assert {name for name in FATES if "変更はありません" in said_of(out, name)} >= {
        "新規1", "パスワード", "旧版", "既存_変更", "既存_同じ",
    }  # fmt: skip


def counted(register, number):
    last = max(int(c.case_no[-4:]) for c in register.cases if c.case_no.startswith("R7-"))
    return range(last + 1, last + 1 + number)


def no_of(folder, name):
    """The number a form was taken under."""
    content = (folder / "受付票" / f"{name}.xlsx").read_bytes()
    entries, _ = read_receipts(Office.open(folder))
    return next(e.case_no for e in entries if e.sha256 == sha256(content).hexdigest())


def rows_of_form(register, case_no):
    """What the register holds of a case, without numbers of cases and rows."""
    return [
        [row.replace(case_no=None, row_number=0, **({"household_no": None} if kind is Case else {}))
         for row in register.rows(kind) if row.case_no == case_no]
        for kind in (Case, Assessment, FamilyMember, Problem)
    ]  # fmt: skip


def rows_sent():
    first = people(24)[0]
    return [
        [row.replace(row_number=0, **blank(kind)) for row in first if isinstance(row, kind)]
        for kind in (Case, Assessment, FamilyMember, Problem)
    ]


def blank(kind):
    """What no form carries: computed columns are read as blank."""
    return {c.key: None for c in kind.columns if c.computed and c.kind is not bool} | {
        c.key: False for c in kind.columns if c.computed and c.kind is bool
    }


def paste(paper, register):
    """What a clerk does with 取込票: paste the blocks as the sheets say, type the cells listed."""
    source, target = openpyxl.load_workbook(paper), openpyxl.load_workbook(register)
    for sheet in source:
        if sheet.title.startswith("貼付_"):
            for (text,) in sheet.iter_rows(min_row=3, max_row=12, max_col=1, values_only=True):
                if said := re.fullmatch(r"(\w+:\w+) をコピー → (\w+) に貼付け", text or ""):
                    copy_block(sheet, said[1], target[sheet.title[3:]], said[2])
    listed = source["取込票"]
    wanted = False
    for row in listed.iter_rows(min_row=4):
        if str(row[0].value).startswith("書き換える行"):
            wanted = True
        elif row[0].value != "□":
            wanted = False
        elif wanted:
            target[row[1].value][row[2].value] = row[6].value
    target.save(register)


def copy_block(sheet, block, target, cell):
    left, top, right, bottom = range_boundaries(block)
    row, column = coordinate_to_tuple(cell)
    for down in range(bottom - top + 1):
        for over in range(right - left + 1):
            value = sheet.cell(top + down, left + over).value
            target.cell(row + down, column + over).value = value


def test_thirty_files__are_kept_as_they_were_sent_and_nothing_personal_beside(run, sent):
    """保管 holds the very files, a locked one locked; the ledger holds numbers only."""
    run("intake", sent, "--password", SECRET, *DAY)
    kept = {p.stem: p.read_bytes() for p in (sent / "保管" / "受付票").iterdir()}
    sent_files = {p.name: p.read_bytes() for p in (sent / "受付票").iterdir()}
    ledger = (sent / "保管" / "受付票.jsonl").read_text("utf-8")

    assert all(sha256(content).hexdigest() == name for name, content in kept.items())
    assert sent_files["パスワード.xlsx"] in kept.values()
    assert sent_files["前年度.xlsx"] not in kept.values()
    assert len(kept) == len(ledger.splitlines())
    names = {c.name for rows in [people(24)] for r in rows for c in r if isinstance(c, Case)}
    assert not [name for name in names if name and name in ledger]
    assert set(json.loads(ledger.splitlines()[0])) == {
        "serial", "sha256", "case_no", "household_no", "at", "by", "sent_on",
    }  # fmt: skip


def test_refused_forms__come_with_a_workbook_to_send_back(run, sent):
    run("intake", sent, "--password", SECRET, *DAY)
    made = {p.name for p in (sent / "出力" / "受付票").iterdir()}

    assert {f"差戻し_{name}.xlsx" for name, fate in FATES.items() if fate == BACK} <= made
    assert {"確認_既存_消した.xlsx", "確認_二重.xlsx", "確認_旧版.xlsx"} <= made
    assert "差戻し_新規1.xlsx" not in made
    sheet = openpyxl.load_workbook(sent / "出力" / "受付票" / "差戻し_担当者なし.xlsx").active
    cells = [cell.value for row in sheet.iter_rows() for cell in row]
    assert "担当者" in cells
    assert "相談受付・申込票" in cells


def test_second_run__makes_no_file_anew(run, sent):
    """What was said once lies there, whatever the day."""
    run("intake", sent, "--password", SECRET, *DAY)
    before = files(sent)
    paper = sorted((sent / "出力" / "取込").iterdir())
    code, out, _ = run("intake", sent, "--password", SECRET, "--today", "2026-03-30")

    assert code == 1
    assert files(sent) == before
    assert all(str(path) in out for path in paper)


def files(folder):
    return {p: p.stat().st_mtime_ns for p in folder.rglob("*.xlsx")}


def test_files_of_other_kinds__are_named(run, office):
    """A scan is passed over with a word; a table that is no Excel file is sent back."""
    filled_in(office, office / "受付票" / "票.xlsx", people(1)[0], "U-1")
    for name in ("同意書.pdf", "票.ods", "Thumbs.db", ".隠し", "~$票.xlsx"):
        (office / "受付票" / name).write_bytes(b"x")
    (office / "受付票" / "済").mkdir()
    code, out, _ = run("intake", office, *DAY)

    assert code == 1
    assert "票.xlsx：新しい相談" in out
    assert "見ていません：同意書.pdf" in out
    assert "票.ods：取り込みません" in out
    assert not any(name in out for name in ("Thumbs", "隠し", "~$"))


def test_folder_of_other_kinds_only__holds_no_form(run, office):
    (office / "受付票" / "同意書.pdf").write_bytes(b"x")

    code, _, err = run("intake", office, *DAY)

    assert code == 2
    assert "受付票がありません" in err


def test_locked_form__without_a_password_is_said_and_stops_no_other(run, sent):
    code, out, _ = run("intake", sent, *DAY)

    assert code == 1
    assert "--password" in said_of(out, "パスワード")
    assert TAKEN in said_of(out, "新規1")


def test_locked_form__asks_at_a_terminal(run, office, monkeypatch):
    """The password is asked for by the file's name and tried on the next ones too."""
    for number, rows in enumerate(people(2), start=1):
        lock(filled_in(office, office / "受付票" / f"票{number}.xlsx", rows, f"U-{number}"), SECRET)
    asked = []
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("juso.verb.getpass", lambda text: asked.append(text) or SECRET)

    code, out, err = run("intake", office, *DAY)

    assert code == 0
    assert [TAKEN in said_of(out, name) for name in ("票1", "票2")] == [True, True]
    assert len(asked) == 1
    assert "票1.xlsx" in asked[0]
    assert SECRET not in out + err
    everything = (p for p in office.rglob("*") if p.is_file() and p.suffix != ".xlsx")
    assert not [p for p in everything if SECRET.encode() in p.read_bytes()]


@pytest.mark.parametrize(("password", "code"), [(SECRET, 0), ("", 2), ("ちがう", 2)])
def test_check__of_a_locked_form(run, office, password, code):
    path = filled_in(office, office / "票.xlsx", people(1)[0], "U-1")
    lock(path, SECRET)

    done, out, err = run("check", path, "--password", password, *DAY)

    assert done == code
    assert bool(err) is (code == 2)
    assert SECRET not in out + err


@pytest.mark.parametrize(("password", "code"), [(SECRET, 0), ("", 2)])
def test_check__of_a_locked_monthly_form(run, office, password, code):
    path = lock(next((office / "月次報告").rglob("W1*.xlsx")), SECRET)

    assert run("check", path, "--password", password, *DAY)[0] == code


def test_intake__of_an_empty_folder_is_a_sentence(run, office):
    code, _, err = run("intake", office, *DAY)

    assert code == 2
    assert "受付票がありません" in err


def test_intake__nothing_is_remembered_when_the_paper_cannot_be_written(run, office):
    filled_in(office, office / "受付票" / "票.xlsx", people(1)[0], "U-1")
    shutil.rmtree(office / "出力" / "取込")
    (office / "出力" / "取込").write_bytes(b"x")

    code, _, err = run("intake", office, *DAY)

    assert code == 2
    assert "書き込めません" in err
    assert read_receipts(Office.open(office)) == ((), ())
    assert not list((office / "保管").glob("受付票/*"))


def test_intake__paper_that_was_there_before_survives_a_failure(run, office, monkeypatch):
    filled_in(office, office / "受付票" / "票.xlsx", people(1)[0], "U-1")
    run("intake", office, *DAY)
    paper = list((office / "出力" / "取込").iterdir())

    def full(*_):
        raise JusoError("保管に書き込めません。")

    monkeypatch.setattr("juso.adapters.intake_desk.note_receipts", full)
    assert run("intake", office, *DAY)[0] == 2
    assert list((office / "出力" / "取込").iterdir()) == paper


def test_intake__one_person_at_a_time(run, office):
    filled_in(office, office / "受付票" / "票.xlsx", people(1)[0], "U-1")
    with one_at_a_time(Office.open(office)):
        code, _, err = run("intake", office, *DAY)

    assert code == 2
    assert "ほかの人が受付票を取り込んでいます" in err


# ---- the register open in Excel


@pytest.fixture
def live(office):
    """The office's register open, and three forms: two new, one known case changed."""
    for number, rows in enumerate(people(2), start=1):
        filled_in(office, office / "受付票" / f"票{number}.xlsx", rows, f"U-{number}")
    book = FakeBook.of_file(office / "支援台帳.xlsx")
    return office, book


def at(office, book):
    return LiveWorkspace(Office.open(office), LiveBook(book), "山田", APP.now)


def test_live__new_rows_are_written_below_and_remembered(live):
    office, book = live
    before = register_of_office(office)
    result = APP.intake(at(office, book), ())
    after = at(office, book).register(TODAY).register

    assert [c.case_no for c in after.cases[len(before.cases) :]] == [
        f"R7-{number:04d}" for number in counted(before, 2)
    ]
    assert rows_of_form(after, no_of(office, "票1")) == rows_sent()
    assert "新しい相談2件" in result.sentence
    assert "R7-" in book.app.alerts[0]
    again = APP.intake(at(office, book), ())
    assert "変更なし2件" in again.sentence
    assert len(book.app.alerts) == 1


def test_live__rows_below_the_prepared_ones_are_said(live):
    """The register counts without formulas; the clerk is told which rows show none."""
    office, book = live
    cases = register_of_office(office).cases
    age = next(i for i, c in enumerate(Case.columns, start=1) if c.key == "age_at_intake")
    sheet = book.sheets["相談受付簿"]
    for row in range(2, cases[-1].row_number + 2):  # one prepared row is left
        sheet.cells[row, age] = Formula("=1")
    APP.intake(at(office, book), ())

    assert f"「相談受付簿」の{cases[-1].row_number + 2}行目から下は" in book.app.alerts[-1]


def test_live__refused_in_the_dialog_leaves_nothing(live):
    office, book = live
    book.app.answer = "no"
    with pytest.raises(JusoError, match="台帳は変わっていません"):
        APP.intake(at(office, book), ())

    assert read_receipts(Office.open(office)) == ((), ())
    assert not list((office / "保管").glob("受付票/*"))
    assert not list((office / "出力" / "受付票").iterdir())


def test_live__undone_and_taken_in_again_gets_the_same_numbers(live):
    office, book = live
    APP.intake(at(office, book), ())
    at(office, book).undo()
    result = APP.intake(at(office, book), ())

    assert "新しい相談2件" in result.sentence
    entries, _ = read_receipts(Office.open(office))
    assert [e.case_no for e in entries] == [no_of(office, "票1"), no_of(office, "票2")]
    cases = at(office, book).register(TODAY).register.cases
    assert [c.case_no for c in cases].count(entries[0].case_no) == 1


def test_live__what_could_not_be_remembered_is_said(live, monkeypatch):
    """The rows are in the register: that stands, and the clerk is told."""
    office, book = live

    def full(*_):
        raise JusoError("保管に書き込めません。")

    monkeypatch.setattr("juso.adapters.intake_desk.note_receipts", full)
    result = APP.intake(at(office, book), ())

    assert result.is_amiss
    assert "記録できませんでした" in result.sentence
    assert (
        len(at(office, book).register(TODAY).register.cases)
        == len(register_of_office(office).cases) + 2
    )
