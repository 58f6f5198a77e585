"""The command line as a user and other programs see it: exit codes, JSON, sentences."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import docx
import openpyxl
import pytest
import xlsxwriter

import juso
from juso.adapters import doctor, report_numbers
from juso.adapters.resources import resource
from juso.adapters.word import document_text
from juso.cli import main
from juso.core.sheet import column_index
from juso.koshu.sheets import Plan

ADDIN = Path(juso.__file__).parents[1]
TODAY = ["--today", "2026-03-31"]
FINDING = {
    "rule", "severity", "file", "sheet", "cell", "key", "column", "value", "message", "basis",
}  # fmt: skip
FIGURE = {"municipality", "window", "item", "month", "value", "state", "source"}
SOURCE = {"file", "sheet", "cell", "sha256", "version"}


@pytest.fixture
def run(capsys):
    """Run the program; gives exit code, standard output, standard error."""

    def run_main(*arguments):
        code = main([str(a) for a in arguments])
        said = capsys.readouterr()
        assert "Traceback" not in said.out + said.err
        return code, said.out, said.err

    return run_main


@pytest.fixture
def office(sample_office, tmp_path):
    """A copy of the clean sample that a test may change."""
    return shutil.copytree(sample_office, tmp_path / "甲州市 見本")


@pytest.fixture
def faulty(faulty_office, tmp_path):
    return shutil.copytree(faulty_office, tmp_path / "誤り")


def test_check__clean_sample_has_nothing_to_correct(run, office):
    """Exit code 0, a 点検結果 workbook, and a second run makes 点検結果_2."""
    for name in ("点検結果_20260331.xlsx", "点検結果_20260331_2.xlsx"):
        code, out, _ = run("check", office, *TODAY)
        assert code == 0
        assert "直すところはありませんでした" in out
        assert (office / "出力" / "点検" / name).is_file()


def test_check__json_is_one_document_with_contract_fields(run, faulty):
    """--json prints findings and nothing else; exit code 1 with 要修正."""
    code, out, err = run("check", faulty, "--json", *TODAY)
    document = json.loads(out)

    assert code == 1
    assert err == ""
    assert {frozenset(f) for f in document["findings"]} == {frozenset(FINDING)}
    assert {f["severity"] for f in document["findings"]} <= {"要修正", "要確認", "参考"}
    assert all(re.fullmatch(r"[A-Z]+\d+|", f["cell"]) for f in document["findings"])
    assert not list(faulty.glob("出力/点検/*"))


def answers(office, kind):
    key = json.loads((office / "正解.json").read_text(encoding="utf-8"))
    return [a for a in key if (a["file"] == "支援台帳.xlsx") == (kind == "register")]


def places(findings):
    return sorted((f["rule"], f["severity"], f["file"], f["sheet"], f["cell"]) for f in findings)


@pytest.mark.parametrize(("verb", "kind"), [("check", "register"), ("merge", "form")])
def test_faults__each_is_found_at_its_cell_and_nothing_else(run, faulty, verb, kind):
    """The findings of the faulty sample, of every grade, are exactly its answer key."""
    code, out, _ = run(verb, faulty, "--json", *TODAY)

    assert code == 1
    assert places(json.loads(out)["findings"]) == places(answers(faulty, kind))


def test_faults__are_at_least_two_hundred_different_ones(faulty):
    """The answer key names 200 kinds of faults or more."""
    key = json.loads((faulty / "正解.json").read_text(encoding="utf-8"))

    assert len({a["fault"] for a in key}) >= 200


def test_merge__json_has_figures_totals_completeness_findings(run, office):
    """Every figure names the cell it came from, and that cell holds it."""
    code, out, _ = run("merge", office, "--json", *TODAY)
    document = json.loads(out)
    figures = document["figures"]
    figure = next(
        f for f in figures if (f["window"], f["item"], f["month"]) == ("W1", "A01", "R7.6")
    )
    book = openpyxl.load_workbook(
        next(office.glob(f"月次報告/*/{figure['source']['file']}")), data_only=True
    )

    assert code == 0
    assert set(document) == {"figures", "totals", "completeness", "findings"}
    assert {frozenset(f) for f in figures} == {frozenset(FIGURE)}
    assert set(figure["source"]) == SOURCE
    assert book[figure["source"]["sheet"]][figure["source"]["cell"]].value == figure["value"]


def test_merge__clean_sample_writes_a_workbook(run, office):
    """Exit code 0 and the merged workbook among the office's results."""
    code, out, _ = run("merge", office, *TODAY)

    assert code == 0
    assert "要修正 0件" in out or "直すところはありません" in out
    assert (office / "出力" / "集計" / "月次統合_R7.xlsx").is_file()


@pytest.mark.parametrize("meeting", ["JU-R7-02", "SK-R7-02", "TN-R7-01"])
def test_meetings__agenda_and_minutes_of_each_kind(run, office, meeting):
    """Word documents that python-docx opens."""
    for verb, folder in (("agenda", "次第"), ("minutes", "会議録")):
        code, out, _ = run(verb, office, meeting, *TODAY)
        made = list((office / "出力" / folder).glob(f"*{meeting}*.docx"))
        assert code == 0, out
        assert made
        assert all(docx.Document(str(path)).paragraphs for path in made)


def test_report__internal_edition(run, office):
    """The report and the workbook of its numbers."""
    code, _, _ = run("report", office, "--edition", "internal", *TODAY)
    made = sorted(path.suffix for path in (office / "出力" / "報告書").iterdir())

    assert code == 0
    assert made == [".docx", ".xlsx"]


def test_new__empty_office_goes_through_every_job(run, tmp_path):
    """A new office is clean; without a year of data the jobs still end in plain words."""
    office = tmp_path / "新しい事業所"

    assert run("new", office, "--year", "R7")[0] == 0
    assert run("check", office, *TODAY)[0] == 0
    assert run("report", office, "--edition", "internal", *TODAY)[0] == 0
    code, out, _ = run("merge", office, "--json", *TODAY)
    assert code in (0, 1)
    assert json.loads(out)["figures"] == []


def test_sample__one_case_and_another_year(run, tmp_path):
    """The smallest sample, of a later year, is clean too."""
    office = tmp_path / "R9"

    assert run("sample", office, "--year", "R9", "--cases", 1, "--seed", 3)[0] == 0
    assert run("check", office, "--today", "2028-03-31")[0] == 0
    assert run("merge", office, "--json")[0] == 0


def test_sample__same_seed_gives_the_same_bytes(run, tmp_path):
    """The same input gives byte-identical output."""
    for name in ("一", "二"):
        run("sample", tmp_path / name, "--cases", 20, "--seed", 5)
    first, second = (
        {p.relative_to(tmp_path / name): p.read_bytes() for p in (tmp_path / name).rglob("*.xlsx")}
        for name in ("一", "二")
    )

    assert first == second


def as_word(path):
    docx.Document().save(str(path))


def as_empty_workbook(path):
    with xlsxwriter.Workbook(path):
        pass


def as_nothing(path):
    path.write_bytes(b"")


@pytest.mark.parametrize(
    ("spoil", "expected"),
    [
        (as_word, "Word の文書です"),
        (as_empty_workbook, "支援台帳のシート"),
        (as_nothing, "0バイト"),
        (lambda path: path.unlink(), "ファイルはありません"),
    ],
)
@pytest.mark.parametrize("verb", ["check", "agenda", "report"])
def test_wrong_register__is_one_sentence_and_exit_code_2(run, office, spoil, expected, verb):
    """A register that is none ends each verb the same way."""
    (office / "支援台帳.xlsx").unlink()
    (office / "支援台帳.xlsx").touch()
    spoil(office / "支援台帳.xlsx")
    more = {"check": [], "agenda": ["JU-R7-01"], "report": ["--edition", "internal"]}[verb]

    code, out, err = run(verb, office, *more, *TODAY)

    assert code == 2
    assert out == ""
    assert expected in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["check", "ない場所"], "ありません"),
        (["chek", "x"], "指定のしかた"),
        (["check"], "指定のしかた"),
        (["new", "x", "--year", "７年"], "--year"),
        (["sample", "x", "--cases", "0"], "件数"),
        (["check", "x", "--today", "2026-13-01"], "--today"),
    ],
)
def test_wrong_arguments__are_one_sentence_and_exit_code_2(
    run, tmp_path, monkeypatch, arguments, expected
):
    """A slip on the command line is answered in Japanese."""
    monkeypatch.chdir(tmp_path)
    code, out, err = run(*arguments)

    assert (code, out) == (2, "")
    assert expected in err
    assert not list(tmp_path.iterdir())


def rewrite(path, change):
    """Change a workbook with openpyxl, as a clerk would with Excel."""
    book = openpyxl.load_workbook(path)
    change(book)
    book.save(path)


def test_renamed_heading_and_missing_sheet__are_findings(run, office):
    """A renamed heading is one finding at its cell, a missing sheet one finding."""

    def change(book):
        del book["研修記録"]
        book["相談受付簿"]["C1"] = "受け付け日"

    rewrite(office / "支援台帳.xlsx", change)
    code, out, _ = run("check", office, "--json", *TODAY)
    rules = [
        (f["rule"], f["sheet"], f["cell"])
        for f in json.loads(out)["findings"]
        if f["rule"].startswith("SHEET")
    ]

    assert code == 1
    assert rules == [
        ("SHEET-001", "研修記録", ""),
        ("SHEET-002", "相談受付簿", "C1"),
        ("SHEET-003", "相談受付簿", "C1"),
    ]


def test_unknown_meeting__names_the_meetings_there_are(run, office):
    """A mistyped meeting number is answered with those of the register."""
    code, _, err = run("agenda", office, "JU-R7-99", *TODAY)

    assert code == 2
    assert "JU-R7-01" in err


def test_existing_folder__is_never_written_into(run, office):
    """`new` and `sample` refuse a folder that holds something."""
    before = sorted(office.rglob("*"))

    assert run("new", office)[0] == 2
    assert run("sample", office)[0] == 2
    assert sorted(office.rglob("*")) == before


def test_users_files__are_never_changed(run, office):
    """Checking, merging, meetings and report only read the register and the forms."""
    files = [office / "支援台帳.xlsx", *office.glob("月次報告/*/*.xlsx")]
    before = [path.read_bytes() for path in files]
    for arguments in (["check"], ["merge"], ["report"]):
        run(arguments[0], office, *TODAY)
    run("agenda", office, "SK-R7-02", *TODAY)
    run("minutes", office, "SK-R7-02", *TODAY)

    assert [path.read_bytes() for path in files] == before


def test_log__names_commands_and_no_person(run, office):
    """記録/操作記録.jsonl says what ran with which result; no name of the register is in it."""
    run("check", office, *TODAY)
    log = (office / "記録" / "操作記録.jsonl").read_text(encoding="utf-8")
    lines = [json.loads(line) for line in log.splitlines()]

    assert [line["command"] for line in lines] == ["sample", "check"]
    assert set(lines[1]) == {"at", "user", "command", "file", "sha256", "要修正", "要確認", "参考"}


def test_report__shows_the_year_before_where_its_forms_are_kept(run, office, tmp_path):
    """Forms in 月次報告/令和6年度 fill the columns of the previous year."""
    run("report", office, *TODAY)
    run("sample", tmp_path / "前年", "--year", "R6", "--cases", 20, "--seed", 2)
    shutil.copytree(tmp_path / "前年" / "月次報告" / "令和6年度", office / "月次報告" / "令和6年度")
    run("report", office, *TODAY)
    first, second = sorted((office / "出力" / "報告書").glob("*評価版*.docx"))

    assert "前年度より" not in document_text(first)
    assert "前年度より" in document_text(second)


@pytest.mark.parametrize("edition", ["committee", "final"])
def test_report__editions_that_leave_the_office_hide_small_numbers(run, office, edition):
    """Small numbers are replaced by x, and the legend says so."""
    assert run("report", office, "--edition", edition, *TODAY)[0] == 0
    text = document_text(next((office / "出力" / "報告書").glob("*.docx")))

    assert "\nx\n" in text


def test_documents__are_made_from_a_whole_register_only(run, office):
    """Without 会議案件 there is no agenda, no minutes, no report: one sentence each."""
    rewrite(office / "支援台帳.xlsx", lambda book: setattr(book["会議案件"], "title", "案件"))
    for arguments in (
        ["agenda", office, "JU-R7-02"],
        ["minutes", office, "JU-R7-02"],
        ["report", office],
    ):
        code, out, err = run(*arguments, *TODAY)
        assert (code, out) == (2, "")
        assert "シート「会議案件」がありません" in err


def test_report__with_faulty_forms_says_so(run, faulty):
    """Exit code 1: the report is there, and so are the 要修正 of the forms behind it."""
    code, out, _ = run("report", faulty, *TODAY)

    assert code == 1
    assert "要修正 57件" in out


def test_out__never_replaces_a_file(run, office):
    """--out on the register itself, or on an earlier result, takes the next free name."""
    before = (office / "支援台帳.xlsx").read_bytes()
    code, out, _ = run("check", office, "--out", office / "支援台帳.xlsx", *TODAY)

    assert code == 0
    assert "支援台帳_2.xlsx" in out
    assert (office / "支援台帳.xlsx").read_bytes() == before


def test_templates__one_changed_by_the_office_leaves_the_others(run, office):
    """様式 with one own template: that one is used, all other documents are made as before."""
    own = office / "様式" / "次第_支援会議.docx"
    own.parent.mkdir()
    template = docx.Document(str(resource("templates", own.name)))
    template.paragraphs[0].insert_paragraph_before("甲州市独自の次第")
    template.save(str(own))

    assert run("agenda", office, "SK-R7-02", *TODAY)[0] == 0
    assert run("minutes", office, "SK-R7-02", *TODAY)[0] == 0
    assert "甲州市独自の次第" in document_text(office / "出力" / "次第" / "次第_SK-R7-02.docx")


def test_log__that_cannot_be_written_takes_nothing_away(run, office):
    """The result stands and is named; the sentence says that the log was not written."""
    shutil.rmtree(office / "記録")
    (office / "記録").write_text("", encoding="utf-8")
    code, out, _ = run("check", office, *TODAY)

    assert code == 0
    assert "点検結果_20260331.xlsx" in out
    assert "記録できません" in out


@pytest.mark.parametrize("out", ["", ".", "/", "x.docx", "結果", "出力", "juso.toml/結果.xlsx"])
def test_out__that_can_be_no_workbook_is_one_sentence(run, office, monkeypatch, out):
    """Said before anything is read."""
    monkeypatch.chdir(office)
    before = sorted(office.rglob("*"))

    for verb in ("check", "merge", "todo"):
        code, said, err = run(verb, office, "--out", out, *TODAY)
        assert (code, said, err.count("\n")) == (2, "", 1)
        assert f"--out の「{out}」" in err
    assert sorted(office.rglob("*")) == before


def test_out__with_json_of_a_form_makes_the_file_too(run, office, tmp_path):
    form = next(office.glob("月次報告/*/W1*.xlsx"))
    code, out, _ = run("check", form, "--json", "--out", tmp_path / "新" / "結果.xlsx")

    assert code == 0
    assert json.loads(out)["figures"]
    assert (tmp_path / "新" / "結果.xlsx").stat().st_size > 0


LIMITED = """
import resource, sys
most = int(sys.argv[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
from juso.cli import main
from juso.core.sheet import column_index
from juso.koshu.sheets import Plan
sys.exit(main(sys.argv[2:]))
"""


def in_a_process(*arguments, code=LIMITED, **env):
    """What another process says: exit code, standard output, standard error."""
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={"PYTHONPATH": str(ADDIN), "PYTHONDONTWRITEBYTECODE": "1", "PATH": "", **env},
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize(
    ("verb", "folder"),
    [("check", "点検"), ("todo", "要対応"), ("merge", "集計"), ("report", "報告書")],
)
def test_full_disk__is_one_sentence_and_leaves_nothing(office, verb, folder):
    """No complaint of a library about the file it could not finish."""
    pytest.importorskip("resource")
    before = sorted((office / "出力" / folder).iterdir())
    code, out, err = in_a_process(3_000, verb, office, *TODAY)

    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    assert "空き容量" in err
    assert sorted((office / "出力" / folder).iterdir()) == before


def test_full_disk__a_report_without_its_numbers_is_taken_back(run, office, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(report_numbers, "_write", full)
    code, _, err = run("report", office, *TODAY)

    assert code == 2
    assert "_数値.xlsx に書き込めません" in err
    assert list((office / "出力" / "報告書").iterdir()) == []


@pytest.mark.parametrize("most", [100, 20_000])
def test_full_disk__a_new_office_can_be_made_afterwards(run, tmp_path, most):
    pytest.importorskip("resource")
    code, _, err = in_a_process(most, "new", tmp_path / "事業所")

    assert (code, err.count("\n")) == (2, 1)
    assert run("new", tmp_path / "事業所")[0] == 0


def nameless():
    raise KeyError("getpwuid(): uid not found: 12345")


@pytest.fixture
def doubtful(office):
    """The clean sample but for one 要確認: a plan has lost its 達成の目安."""
    place = column_index(Plan, "measure") + 1
    rewrite(
        office / "支援台帳.xlsx",
        lambda book: setattr(book[Plan.sheet].cell(2, place), "value", None),
    )
    return office


def test_a_user_without_a_name__is_unknown_in_the_log(run, doubtful, monkeypatch):
    """The work is done and noted; nothing fails after it."""
    office = doubtful
    monkeypatch.setattr("getpass.getuser", nameless)
    reply(office, "訪問で本人の様子を確認", run)

    assert run("confirm", office, *TODAY)[0] == 0
    log = (office / "記録" / "操作記録.jsonl").read_text(encoding="utf-8")
    last = json.loads(log.splitlines()[-1])
    assert (last["command"], last["user"]) == ("confirm", "不明")
    memo = (office / "保管" / "確認済みメモ.jsonl").read_text(encoding="utf-8")
    assert json.loads(memo)["by"] == "不明"


def reply(office, text, run, row=7):
    """Check, and write under 対応 beside a finding as a clerk would; gives the file."""
    run("check", office, *TODAY)
    path = max(office.glob("出力/点検/点検結果*.xlsx"), key=lambda p: p.stat().st_mtime)
    rewrite(path, lambda book: book["点検結果"].cell(row, 10, text))
    return path


def replies(path):
    sheet = openpyxl.load_workbook(path)["点検結果"]
    return [row[9] for row in sheet.iter_rows(min_row=7, values_only=True) if row[9]]


def test_confirm__says_what_it_read_and_keeps_what_it_refused(run, doubtful):
    """The refused reason stands in the new 点検結果; what stands beside nothing is named."""
    office = doubtful
    path = reply(office, "済み", run)
    rewrite(path, lambda book: book["点検結果"].cell(900, 10, "ここまで確認"))
    code, out, _ = run("confirm", office, *TODAY)
    new = office / "出力" / "点検" / "点検結果_20260331_2.xlsx"

    assert code == 0
    assert "点検結果_20260331.xlsx の「対応」を読みました。0件を確認済みにしました。2件は" in out
    assert "セルJ900「ここまで確認」" in out
    assert replies(new) == ["済み"]


def test_confirm__passes_over_a_newer_list_that_is_broken(run, doubtful):
    """Only where the list is chosen for the clerk: one that was named is refused."""
    office = doubtful
    reply(office, "訪問で本人の様子を確認", run)
    broken = office / "出力" / "点検" / "点検結果_99.xlsx"
    broken.touch()
    named = run("confirm", office, broken, *TODAY)
    code, out, _ = run("confirm", office, *TODAY)

    assert (named[0], named[2].count("\n")) == (2, 1)
    assert code == 0
    assert "点検結果_99.xlsx は点検結果として読めないため" in out
    assert "1件を確認済みにしました" in out


def test_merge__of_a_file_that_is_not_there_speaks_of_a_file(run, tmp_path):
    code, out, err = run("merge", tmp_path / "無い.xlsx", *TODAY)

    assert (code, out) == (2, "")
    assert "無い.xlsx というファイルはありません。" in err


def test_merge__without_a_register_is_noted_without_a_fingerprint(run, office):
    (office / "支援台帳.xlsx").unlink()
    code, out, _ = run("merge", office, *TODAY)
    log = (office / "記録" / "操作記録.jsonl").read_text(encoding="utf-8")
    last = json.loads(log.splitlines()[-1])

    assert code == 0
    assert "ただし" not in out
    assert (last["command"], last["sha256"]) == ("merge", "")


@pytest.mark.parametrize(("ok", "expected"), [(True, 0), (None, 0), (False, 1)])
def test_doctor__something_wrong_is_exit_code_1_and_noted(run, office, monkeypatch, ok, expected):
    monkeypatch.setattr(doctor, "diagnose", lambda *_: [doctor.Check("Excel", ok, "…")])
    code, _, _ = run("doctor", office, *TODAY)
    log = (office / "記録" / "操作記録.jsonl").read_text(encoding="utf-8")

    assert code == expected
    assert json.loads(log.splitlines()[-1])["command"] == "doctor"
    assert run("doctor")[0] == expected


def test_guide__that_nothing_can_show_is_named(run, tmp_path, monkeypatch):
    monkeypatch.setenv("JUSO_HOME", str(tmp_path))
    monkeypatch.setattr("juso.adapters.guide_page.open_page", lambda _: False)
    code, out, _ = run("guide")

    assert code == 0
    assert "開きました" not in out
    assert f"手引きは {tmp_path / '手引き.html'} にあります" in out


def test_home__of_a_user_without_a_folder_is_one_sentence(run, monkeypatch):
    def homeless(*_, **__):
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("JUSO_HOME", raising=False)
    monkeypatch.setattr("platformdirs.user_data_path", homeless)

    assert run("guide")[::2] == (
        2,
        "利用者のフォルダーが分かりません。"
        "環境変数 JUSO_HOME に、書き込めるフォルダーを指定してください。\n",
    )


def test_names__that_are_no_text_are_one_sentence(run, office):
    """A name in another encoding, given or lying among the forms."""
    code, _, err = run("check", "甲州\udc8ds")
    assert (code, err.count("\n")) == (2, 1)
    assert "「甲州?s」は文字コード" in err

    form = next(office.glob("月次報告/*/W1*.xlsx"))
    try:
        shutil.copy(form, form.with_name("\udcff.xlsx"))
    except OSError:
        pytest.skip("このファイルシステムには、そのような名前のファイルはつくれません。")
    code, _, err = run("merge", office)
    assert (code, err.count("\n")) == (2, 1)
    assert "文字コードが正しくない" in err


@pytest.mark.skipif(sys.platform == "win32", reason="Windows では名前は常に Unicode です。")
def test_locale__that_knows_ascii_only_is_one_sentence(office):
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    code, out, err = in_a_process(10**9, "check", office, **plain)

    assert (code, out) == (2, "")
    assert err.startswith("この環境では日本語の名前のファイルを扱えません。")
    assert err.count("\n") == 1
