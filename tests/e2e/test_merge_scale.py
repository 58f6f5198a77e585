"""`juso merge` on many offices and on a cluster: what reaches stdout, stderr and the disk."""

import csv
import json
import shutil
import subprocess
import sys

import openpyxl
import pytest

TODAY = ("--today", "2026-03-31")
CODES = {"甲府市": "19201", "都留市": "19204"}


@pytest.fixture(scope="module")
def prefecture(sample_office, tmp_path_factory):
    """Two offices with the sample's forms."""
    folder = tmp_path_factory.mktemp("県")
    toml = (sample_office / "juso.toml").read_text(encoding="utf-8")
    for name, code in CODES.items():
        shutil.copytree(sample_office / "月次報告", folder / name / "月次報告")
        text = toml.replace("甲州市", name, 1).replace("19213", code)
        (folder / name / "juso.toml").write_text(text, encoding="utf-8")
    return folder


def juso(*arguments):
    """Exit code, stdout and stderr of a process of its own, through pipes."""
    code = "import sys; from juso.cli import main; sys.exit(main(sys.argv[1:]))"
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)], capture_output=True, check=False
    )
    return done.returncode, done.stdout, done.stderr.decode()


@pytest.fixture(scope="module")
def alone(prefecture):
    """What one process prints of both."""
    return juso("merge", prefecture, "--json", *TODAY)


def test_json__is_one_document_and_nothing_else(alone):
    code, out, err = alone

    document = json.loads(out)
    assert (code, err) == (0, "")
    assert set(document) == {"figures", "totals", "completeness", "findings"}
    assert {figure["municipality"] for figure in document["figures"]} == set(CODES)


def test_json__is_the_same_bytes_from_several_processes(prefecture, alone):
    assert juso("merge", prefecture, "--json", "--jobs", 2, *TODAY) == alone


def test_json__is_the_same_bytes_from_a_cluster(prefecture, alone):
    """Two workers that are processes of their own."""
    distributed = pytest.importorskip(
        "distributed", reason="distributed が入っていません（extra scale）。"
    )
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
    ) as cluster:
        found = juso(
            "merge", prefecture, "--json", "--scheduler", cluster.scheduler_address, *TODAY
        )

    assert found == alone


def test_out__is_a_workbook_with_a_line_for_each_municipality(prefecture, tmp_path):
    out = tmp_path / "県.xlsx"
    code, printed, _ = juso("merge", prefecture, "--out", out, *TODAY)
    book = openpyxl.load_workbook(out)

    assert (code, book.sheetnames) == (0, ["市町村一覧", "市町村別", "提出状況", "指摘"])
    assert [row[0].value for row in book["市町村一覧"].iter_rows(min_row=4)] == [*CODES, "計"]
    assert "2市町村の月次報告を統合しました" in printed.decode()


def test_data__that_cannot_be_written_leaves_no_workbook_either(prefecture, tmp_path):
    out, place = tmp_path / "県.xlsx", tmp_path / "表"
    place.write_text("x", encoding="utf-8")
    code, _, _ = juso("merge", prefecture, "--out", out, "--data", place / "下", *TODAY)

    assert (code, out.exists()) == (2, False)


def test_data__is_the_long_table_of_all_municipalities(prefecture, alone, tmp_path):
    """As many lines as the JSON has figures, each with its municipality."""
    code, _, err = juso("merge", prefecture, "--data", tmp_path / "表", *TODAY)
    with (tmp_path / "表" / "月次実績.csv").open(encoding="utf-8-sig", newline="") as file:
        _, *lines = csv.reader(file)

    assert (code, err) == (0, "")
    assert len(lines) == len(json.loads(alone[1])["figures"])
    assert {line[1] for line in lines} == set(CODES)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--published",), "1つの事業所を指定したとき"),
        (("--scheduler", "localhost"), "tcp://192.0.2.1:8786 の形で"),
        (("--scheduler", "tcp://h:1", "--jobs", 2), "一緒に指定できません"),
        (("{甲府市}/月次報告/令和7年度/W1_介護.xlsx",), "一緒に指定できません"),
        (("{甲府市}",), "甲府市の事業所が2つあります"),
    ],
)
def test_what_cannot_be_meant__is_one_sentence(prefecture, arguments, sentence):
    named = {name: prefecture / name for name in CODES}
    code, _, err = juso("merge", prefecture, *(str(a).format(**named) for a in arguments))

    assert (code, err.count("\n")) == (2, 1)
    assert sentence in err
