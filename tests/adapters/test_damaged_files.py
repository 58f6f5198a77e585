"""Forms damaged as files: each gives exactly the figures and findings that are due, or a sentence."""

import pytest

from juso.adapters.form_file import read_form
from juso.core.errors import JusoError
from juso.koshu.tally.values import State
from tally_kit.file_damages import DAMAGES, PASSWORD
from tally_kit.files import clean_form

READ = [damage for damage in DAMAGES if not damage.refused]
REFUSED = [damage for damage in DAMAGES if damage.refused]


@pytest.fixture(scope="module")
def clean(tmp_path_factory):
    """The clean form's figures: `A01/R7.4` to value and state."""
    return figures(read_form(clean_form(tmp_path_factory.mktemp("clean") / "W4.xlsx")))


def figures(reading):
    return {
        f"{code}/{month}": (value, state)
        for code, row in reading.rows.items()
        for month, value, state in zip(reading.months, row.values, row.states, strict=True)
    }


def lines(text):
    return [line.strip() for line in text.splitlines() if line.strip()]


def expected(clean, text):
    """The clean figures but for those in `text`: lost, with the reason."""
    named = dict(line.split() for line in lines(text))
    assert set(named) <= set(clean)
    return clean | {key: (None, State(state)) for key, state in named.items()}


@pytest.mark.parametrize("damage", READ, ids=str)
def test_damaged_file__gives_exactly_these_figures_and_findings(damage, clean, tmp_path):
    path = damage.hurt(clean_form(tmp_path / "W4.xlsx"))

    reading = read_form(path, damage.password)

    found = [f"{f.rule} {f.severity} {f.sheet} {f.cell} {f.key}" for f in reading.findings]
    assert [" ".join(line.split()) for line in found] == [
        " ".join(line.split()) for line in lines(damage.findings)
    ]
    assert figures(reading) == expected(clean, damage.figures)
    assert reading.cover.submitted_on is not None
    assert all(f.message.endswith("。") and f.file == path.name for f in reading.findings)


@pytest.mark.parametrize("damage", REFUSED, ids=str)
def test_refused_file__is_one_sentence_with_advice(damage, tmp_path):
    path = damage.hurt(clean_form(tmp_path / "W4.xlsx"))

    with pytest.raises(JusoError) as refusal:
        read_form(path, damage.password)

    sentence = str(refusal.value)
    assert damage.refused in sentence
    assert path.name in sentence
    assert sentence.endswith("。")
    assert sentence.count("。") == 2
    assert PASSWORD not in sentence


def test_kit__has_every_damage_once():
    """No two damages are called alike, and the kit does not shrink unseen."""
    names = [damage.name for damage in DAMAGES]

    assert len(set(names)) == len(names) >= 60
