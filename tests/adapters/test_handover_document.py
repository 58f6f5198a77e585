"""引継ぎパック as a file: the golden dump, the file's name, what never leaves the register."""

import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from golden import check_golden, document_dump
from handover_sample import RULES_ASKED, TEXT, pack
from juso.adapters.handover_document import write_handover
from juso.adapters.resources import Templates
from juso.adapters.word import document_text
from juso.core.errors import JusoError
from juso.koshu.confirmation import Reason
from juso.services.handover import handover_sentence

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 3, 31)
REASON = Reason(
    "PLAN-001",
    "支援プラン",
    "P-R7-0001-1",
    "当面の目標",
    "「当面の目標」が18字で、具体的ではありません。いつまでに何がどうなるかを書いてください。",
    "本人の言葉どおりに残す。",
)


def write(folder: Path, made=None, templates: Path | None = None):
    return write_handover(made or pack(), TODAY, folder, Templates(templates))


def test_write_handover__golden(tmp_path):
    """The whole pack as text."""
    written = write(tmp_path, pack(reasons=(REASON,), rules=RULES_ASKED))

    assert [p.name for p in written.paths] == ["引継ぎパック_地域包括支援センター_20260331.docx"]
    check_golden("引継ぎパック", document_dump(written.paths[0]))


def test_write_handover__sections_without_lines_say_so(tmp_path):
    """A worker with one case has every section, each with its sentence."""
    text = """
        相談受付簿
        | ケース番号 | 氏名       | 主担当機関 | 担当者    | 状態   | 次回予定日 | 主訴(本人の言葉) |
        | R7-0001    | 甲野　一郎 | 包括       | 山田 太郎 | 支援中 | 2026-05-01 | 困った。         |
        """
    said = document_text(write(tmp_path, pack(text, "山田太郎")).paths[0])

    for sentence in (
        "約束して、まだ済んでいないことはありません。",
        "期日の来る手続はありません。",
        "完了していないつなぎ・引継ぎはありません。",
        "完了していない決定事項はありません。",
        "直すもの、確かめるものはありません。",
        "確認済みの指摘はありません。",
        "会議にかけたケースはありません。",
    ):
        assert sentence in said
    assert "氏名の書き方" not in said
    assert "【取扱注意】" not in said


def test_write_handover__names_no_one_in_the_file_name(tmp_path):
    """Neither the worker nor a resident; a second pack of the day gets _2."""
    names = [write(tmp_path).paths[0].name for _ in range(2)]

    assert names == [
        "引継ぎパック_地域包括支援センター_20260331.docx",
        "引継ぎパック_地域包括支援センター_20260331_2.docx",
    ]


def test_write_handover__missing_values_are_listed(tmp_path):
    """What is printed as 【未入力】 is named with its place."""
    text = TEXT.replace("足が弱って買物に行けない。", "")
    written = write(tmp_path, pack(text))

    assert "ケース一覧（1）・主訴" in written.blanks
    assert "【未入力】" in document_text(written.paths[0])


def test_sentence__counts_what_is_missing():
    """Of 80 cases without 主訴 it says so once."""
    blanks = ["ケース一覧（1）・主訴", "ケース一覧（2）・主訴", "発行者"]

    assert handover_sentence(pack(), blanks).endswith(
        "【未入力】と印刷した欄：ケース一覧の主訴2件、発行者1件。"
    )


def test_write_handover__no_telephone_and_no_address(tmp_path):
    """Names stand, where somebody lives or can be called does not."""
    said = document_text(write(tmp_path).paths[0])

    assert "甲野　一郎" in said
    assert [w for w in ("0553", "090-", "9001", "8802", "下岩崎", "小学校") if w in said] == []


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("電話は0553-99-9999", "電話番号"),
        ("上於曽9001-2へ行く", "住所・番地"),
        ("1234-5678-9012", "個人番号とみられる12桁の数字"),
    ],
)
def test_write_handover__stops_at_what_the_template_says(tmp_path, typed, kind):
    """A number typed into the template stops the document; no file is left behind."""
    templates = tmp_path / "様式"
    templates.mkdir()
    document = Document(str(ROOT / "templates" / "引継ぎパック.docx"))
    document.sections[0].header.paragraphs[0].add_run(typed)
    document.save(str(templates / "引継ぎパック.docx"))

    with pytest.raises(JusoError, match=f"引継ぎパックに{kind}とみられる記載"):
        write(tmp_path / "出力", templates=templates)
    assert list((tmp_path / "出力").iterdir()) == []


@pytest.mark.parametrize("value", ["A & B <c>", "{{ x }}", "{% if %}"])
def test_write_handover__hostile_texts(tmp_path, value):
    """A promise that looks like a tag or like XML is printed as it is."""
    text = TEXT.replace("手すりの見積りを届ける。", value)

    assert value in document_text(write(tmp_path, pack(text)).paths[0])


def test_write_handover__an_agency_whose_name_is_no_file_name(tmp_path):
    """Signs Windows forbids become _."""
    made = replace(pack(), agency="本庁/2階:窓口")

    assert write(tmp_path, made).paths[0].name == "引継ぎパック_本庁_2階_窓口_20260331.docx"


def test_write_handover__loads_no_heavy_library(tmp_path):
    """The pack is made without the libraries that are slow to load."""
    code = (
        "import sys; from pathlib import Path; from datetime import date\n"
        "from handover_sample import pack\n"
        "from juso.adapters.handover_document import write_handover\n"
        "from juso.adapters.resources import Templates\n"
        "write_handover(pack(), date(2026, 3, 31), Path(sys.argv[1]), Templates())\n"
        "print(sorted({'pandas', 'numpy', 'matplotlib', 'openpyxl', 'xlwings'} & set(sys.modules)))"
    )
    paths = os.pathsep.join((str(ROOT / "addin"), str(ROOT / "tests")))
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": paths},
    )

    assert (done.stdout, done.stderr) == ("[]\n", "")
