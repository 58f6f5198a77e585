"""The papers say what the program does: README, guide and pictures keep up with it."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from juso.cli import VERBS, main

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
GUIDE = (ROOT / "workbook" / "手引き.md").read_text(encoding="utf-8")
IT_GUIDE = (ROOT / "workbook" / "情報係の手引き.md").read_text(encoding="utf-8")
QUOTED = re.compile(r"「((?:[^「」]|「[^「」]*」)+)」")  # at most one quotation inside another


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)
def test_readme__lists_every_verb_with_its_help(verb):
    """README's list of verbs is the program's own."""
    assert re.search(rf"^  {verb.name} +{re.escape(verb.help)}$", README, re.MULTILINE)


@pytest.mark.parametrize("verb", ["check", "merge", "agenda", "minutes", "report"])
def test_guide__shows_the_verbs_clerks_use(verb):
    """The clerks' guide names each command of their work."""
    assert f"juso {verb}" in re.sub(" +", " ", GUIDE)


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


def test_readme__output_of_the_faulty_sample_is_real(faulty_office, tmp_path, capsys):
    """The lines README quotes from `juso check` are what it prints."""
    out = tmp_path / "点検結果.xlsx"
    main(["check", str(faulty_office), "--today", "2026-03-31", "--out", str(out)])
    printed = capsys.readouterr().out.splitlines()
    quoted = [
        line for line in README.splitlines() if line.startswith(("要修正  ", "支援台帳.xlsx を"))
    ]

    assert len(quoted) == 3
    assert set(quoted) <= set(printed)


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
