"""The papers say what the program does: README, guide and pictures keep up with it."""

import ast
import re
import shlex
import shutil
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from pathlib import Path

import pytest

from juso import __version__, demo
from juso.adapters.guide_page import page_of
from juso.adapters.result_sheets import RESULT_SHEETS
from juso.app import App
from juso.cli import VERBS, main
from juso.core.calendar import FiscalYear
from juso.koshu.referral_course import State
from juso.services.receiving.outcome import Fate

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
GUIDE = (ROOT / "workbook" / "手引き.md").read_text(encoding="utf-8")
CHANGELOG = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
IT_GUIDE = (ROOT / "workbook" / "情報係の手引き.md").read_text(encoding="utf-8")
QUOTED = re.compile(r"「((?:[^「」]|「[^「」]*」)+)」")  # at most one quotation inside another


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)
def test_readme__lists_every_verb_with_its_help(verb):
    """README's list of verbs is the program's own."""
    assert re.search(rf"^  {verb.name} +{re.escape(verb.help)}$", README, re.MULTILINE)


CLERKS_VERBS = (
    *("check", "confirm", "todo", "form", "intake", "tidy", "board", "match", "handover"),
    *("merge", "receive", "return", "settle", "remind", "reconcile"),
    *("agenda", "minutes", "collect", "report"),
)
BUTTONS = re.findall(
    r'<(?:button|dynamicMenu)\s[^>]*?\slabel="([^"]+)"',
    (ROOT / "macros" / "customUI14.xml").read_text(encoding="utf-8"),
)


@pytest.mark.parametrize("verb", CLERKS_VERBS)
def test_guide__shows_the_verbs_clerks_use(verb):
    """The clerks' guide names each command of their work."""
    assert f"juso {verb}" in re.sub(" +", " ", GUIDE)


@pytest.mark.parametrize("label", BUTTONS)
def test_guide__names_every_button(label):
    """The clerks' guide calls each button by the words on the ribbon."""
    assert label in GUIDE


@pytest.mark.parametrize("sheet", RESULT_SHEETS, ids=lambda sheet: sheet.title)
def test_guide__names_the_sheets_buttons_fill(sheet):
    """It also says which sheets are written anew, and in which of their columns to write."""
    rewritten = next(line for line in GUIDE.splitlines() if "中身を書き直します" in line)

    assert f"「{sheet.title}」" in rewritten
    assert all(f"「{field.label}」" in rewritten for field in sheet.answers)


@pytest.mark.parametrize("state", [s for s in State if s.holder], ids=lambda s: s.value)
def test_guide__says_who_holds_the_ball(state):
    """The table of つなぎボード has a line for each state, with the side that is to move."""
    line = rf"^\| {state.value}[^|]*\| {state.holder.value} \|"

    assert re.search(line, GUIDE, re.MULTILINE)


@pytest.mark.parametrize("guide", ["手引き.md", "情報係の手引き.md", "点検規則.md"])
def test_guides__have_no_mark_up_left_as_pages(guide):
    """Bold that ends between a bracket and a letter would show its asterisks."""
    page = page_of(ROOT / "workbook" / guide)

    assert "**" not in page and "<strong>" in page


@pytest.mark.parametrize("fate", Fate, ids=lambda fate: fate.value)
def test_guide__says_what_became_of_a_form(fate):
    """The table of 受付票 has a line for everything that can become of one."""
    assert re.search(rf"^\| {fate.value} \|", GUIDE, re.MULTILINE)


def test_changelog__begins_with_this_version():
    """Nobody raises the version without saying what an office has to do."""
    assert re.findall(r"^## (\S+)（", CHANGELOG, re.MULTILINE)[0] == __version__


def test_pictures__are_there():
    """Every picture README shows is in the repository, and each picture is shown."""
    shown = set(re.findall(r"\]\((workbook/pictures/[^)]+)\)", README))
    there = {f"workbook/pictures/{p.name}" for p in (ROOT / "workbook" / "pictures").iterdir()}

    assert shown == there


def test_links__lead_somewhere():
    """Links inside the repository resolve."""
    for page in [
        ROOT / "README.md",
        ROOT / "addin" / "README.md",
        ROOT / "templates" / "README.md",
    ]:
        for link in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / link).exists(), f"{page.name}: {link}"


def shown_runs() -> Iterator[tuple[str, list[str]]]:
    """Each command that README shows with what it prints, and those lines."""
    for block in re.findall(r"^```\n(.*?)^```", README, re.MULTILINE | re.DOTALL):
        for run in block.split("$ juso ")[1:]:
            command, *printed = filter(None, run.splitlines())
            lines = [line for line in printed if not line.strip().startswith("（")]
            if lines and command.partition(" ")[0] not in ("--help", "sample"):
                yield command, lines


@pytest.fixture(scope="module")
def shown_offices(faulty_office, sample_office, tmp_path_factory):
    """The two offices of README: the faulty sample, and the one `juso demo` leaves behind."""
    here = tmp_path_factory.mktemp("readme")
    shutil.copytree(faulty_office, here / "見本")
    shutil.copytree(sample_office, here / "juso-demo")
    app = App(date(2026, 3, 31), datetime(2026, 3, 31, 17, 0))
    at = app.closed(here / "juso-demo")
    for _ in demo.case_forms(app, at, at.register(app.today).register, FiscalYear(2025)):
        pass
    app.receive(at, ())
    return here


@pytest.mark.parametrize(("command", "lines"), list(shown_runs()), ids=lambda part: str(part)[:40])
def test_readme__shows_what_is_printed(command, lines, shown_offices, monkeypatch, capsys):
    """The lines README quotes from a command are among those it prints, in their order."""
    monkeypatch.chdir(shown_offices)
    main(shlex.split(command))
    printed = iter(capsys.readouterr().out.splitlines())

    assert [line for line in lines if line not in printed] == []


def test_readme__shows_runs():
    """There is something to compare."""
    verbs = [command.partition(" ")[0] for command, _ in shown_runs()]

    assert verbs == [
        "check",
        "board",
        "tidy",
        "tidy",
        "match",
        "handover",
        "form",
        "check",
        "intake",
        "receive",
        "settle",
        "remind",
        "reconcile",
        "return",
    ]


def quoted_sentences(page: str) -> Iterator[str]:
    """What a guide gives as the product's own words: a quotation with … or a full stop in it."""
    for words in QUOTED.findall(page):
        if re.search("[。…]", words) and re.search(r"\w", words):
            yield words


@cache
def said_by_the_product() -> frozenset[str]:
    """Every piece of text in the product and its installer; an inserted value ends a piece."""
    sources = [
        *(ROOT / "addin" / "juso").rglob("*.py"),
        *(ROOT / "addin" / "install").rglob("*.py"),
    ]
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in sources)
    nodes = (node for tree in trees for node in ast.walk(tree))
    return frozenset(
        node.value
        for node in nodes
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


@pytest.mark.parametrize(
    "sentence", dict.fromkeys([*quoted_sentences(GUIDE), *quoted_sentences(IT_GUIDE)])
)
def test_guides__quote_what_the_product_says(sentence):
    """… stands for what is left out or differs; the rest is in one of the product's sentences."""
    for part in re.findall(r"[^…]+", sentence):
        assert any(part in text for text in said_by_the_product()), part


def test_quoted_sentences__are_found_and_others_are_not():
    """A sentence that the product does not say would be noticed."""
    page = "「点検結果」に「…を起動できないため…」や「「対応」に書く。」と出る。「…」は不詳"

    assert list(quoted_sentences(page)) == ["…を起動できないため…", "「対応」に書く。"]
    assert not any("を起動できないため" in text for text in said_by_the_product())


def test_acceptance_test__is_numbered_without_a_gap():
    """Steps are named by their number, also by other steps."""
    script = IT_GUIDE.partition("## 8 受入れ試験")[2]
    numbers = [int(n) for n in re.findall(r"^\| □(\d+) \|", script, re.MULTILINE)]

    assert numbers == list(range(1, len(numbers) + 1))
    assert {int(n) for n in re.findall(r"□(\d+)", script)} == set(numbers)
