"""juso handover: the right worker, one document, a plain sentence for every name that is none."""

import shutil
from contextlib import closing

import openpyxl
import pytest

from juso.adapters.word import document_text
from juso.cli import main

TODAY = ["--today", "2026-03-31"]


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
def worker(office):
    """Who leads most open cases of the sample, with the agency and the numbers of the cases."""
    with closing(openpyxl.load_workbook(office / "支援台帳.xlsx", read_only=True)) as book:
        head, *rows = book["相談受付簿"].iter_rows(values_only=True)
    at = {label: place for place, label in enumerate(head)}
    cases = {}
    for row in rows:
        if row[at["状態"]] and row[at["状態"]] not in ("終結", "中断"):
            who = (row[at["担当者"]], row[at["主担当機関"]])
            cases.setdefault(who, []).append(row[at["ケース番号"]])
    name, agency = max(cases, key=lambda who: len(cases[who]))
    return name, agency, cases[name, agency]


def test_handover__makes_one_document(run, office, worker):
    """Every open case of the worker is in it, nothing is changed, the name is in no file's name."""
    name, agency, numbers = worker
    before = (office / "支援台帳.xlsx").read_bytes()

    code, out, err = run("handover", office, name.replace(" ", ""), *TODAY)

    made = list((office / "出力" / "引継ぎ").iterdir())
    said = document_text(made[0])
    assert (code, err, len(made)) == (0, "", 1)
    assert made[0].name == f"引継ぎパック_{agency}_20260331.docx"
    assert [number for number in numbers if number not in said] == []
    assert f"開いているケース{len(numbers)}件" in out
    assert (office / "支援台帳.xlsx").read_bytes() == before
    assert name not in (office / "記録" / "操作記録.jsonl").read_text(encoding="utf-8")


def test_handover__two_runs_are_the_same_document(run, office, worker):
    """The same register gives the same bytes under the next name."""
    for _ in range(2):
        run("handover", office, worker[0], "--agency", worker[1], *TODAY)

    first, second = sorted((office / "出力" / "引継ぎ").iterdir(), key=lambda path: len(path.name))
    assert second.stem == f"{first.stem}_2"
    assert first.read_bytes() == second.read_bytes()


def test_handover__a_name_that_is_none(run, office, worker):
    """Exit code 2, who is meant, and no file."""
    name = worker[0]

    code, out, err = run("handover", office, name.split()[0], *TODAY)

    assert (code, out) == (2, "")
    assert "台帳にいるのは" in err
    assert name in err
    assert not list((office / "出力" / "引継ぎ").iterdir())


def test_handover__an_agency_that_is_none(run, office, worker):
    """Exit code 2 and how to put it right."""
    code, _, err = run("handover", office, worker[0], "--agency", "無い機関", *TODAY)

    assert code == 2
    assert "という機関は「関係機関マスタ」にありません" in err


def test_handover__the_same_name_at_two_agencies(run, office, worker, shared_name):
    """Exit code 2 asks for --agency; with it the document is made."""
    name, agency, _ = worker
    other = shared_name(office, name, agency)

    code, _, err = run("handover", office, name, *TODAY)
    assert code == 2
    assert "--agency" in err
    assert other in err

    assert run("handover", office, name, "--agency", agency, *TODAY)[0] == 0
    assert len(list((office / "出力" / "引継ぎ").iterdir())) == 1


@pytest.fixture
def shared_name():
    """Give a worker of another agency the same name; says which agency."""

    def rename(office, name, agency):
        path = office / "支援台帳.xlsx"
        book = openpyxl.load_workbook(path)
        sheet = book["相談受付簿"]
        at = {cell.value: cell.column for cell in sheet[1]}
        for row in range(2, sheet.max_row + 1):
            other = sheet.cell(row, at["主担当機関"]).value
            if other and other != agency:
                sheet.cell(row, at["担当者"]).value = name
                book.save(path)
                return other
        raise AssertionError("every case is at one agency")

    return rename


def test_handover__nothing_in_hand(run, office):
    """A worker whose work is all done gets a sentence and no document."""
    path = office / "支援台帳.xlsx"
    book = openpyxl.load_workbook(path)
    sheet = book["支援経過記録"]
    at = {cell.value: cell.column for cell in sheet[1]}
    sheet.cell(2, at["対応者"]).value = "見本 退職"
    book.save(path)

    code, out, _ = run("handover", office, "見本退職", *TODAY)

    assert code == 0
    assert "引継ぎパックはつくりませんでした" in out
    assert not list((office / "出力" / "引継ぎ").iterdir())
