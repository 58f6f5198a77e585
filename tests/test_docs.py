"""The papers say what the program does: README, guide and pictures keep up with it."""

import re
from pathlib import Path

import pytest

from juso.cli import VERBS, main

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
GUIDE = (ROOT / "workbook" / "手引き.md").read_text(encoding="utf-8")


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
