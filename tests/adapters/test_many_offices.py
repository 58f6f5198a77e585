"""Many municipalities at once: what one bad file or office does, names, order, sums and gaps."""

import json
import os
import shutil
from datetime import date

import pytest

from dying_readers import read_but_dies, reading_process
from juso.adapters import office_forms
from juso.adapters.cities import open_cities, usual_year
from juso.adapters.executors import HERE, Workers
from juso.adapters.many_offices import long_rows_of, merge_cities
from juso.adapters.office import offices_in
from juso.core.errors import JusoError
from juso.core.finding import Severity
from juso.services.tally.many import Key

TODAY = date(2026, 3, 31)
NAMES = {"甲府": ("甲府市", "19201"), "都留": ("都留市", "19204"), "山梨": ("山梨市", "19205")}


def set_up(folder, sample, name, code, year="R7"):
    """An office with the sample's forms and no register, as a prefecture has it."""
    shutil.copytree(sample / "月次報告", folder / "月次報告")
    toml = (sample / "juso.toml").read_text(encoding="utf-8")
    toml = toml.replace("甲州市", name, 1).replace("19213", code)
    (folder / "juso.toml").write_text(toml.replace('"R7"', f'"{year}"', 1), encoding="utf-8")
    return folder


@pytest.fixture
def prefecture(sample_office, tmp_path):
    """A folder of three offices."""
    for folder, (name, code) in NAMES.items():
        set_up(tmp_path / "県" / folder, sample_office, name, code)
    return tmp_path / "県"


def merged(*targets, workers=HERE):
    return merge_cities(open_cities(offices_in(targets)), TODAY, workers, with_text=True)


def cities(many):
    """The municipalities that have figures."""
    figures = (figure for _, found in many.figures() for figure in found)
    return list(dict.fromkeys(figure.municipality for figure in figures))


def findings(many, severity=Severity.ERROR):
    return [(f.rule, f.file) for f in many.overview.findings if f.severity is severity]


def test_folder_of_offices__is_its_offices(prefecture):
    assert [path.name for path in offices_in([prefecture])] == ["山梨", "甲府", "都留"]
    assert offices_in([prefecture / "甲府"]) == [prefecture / "甲府"]


def test_figures__carry_their_municipality_in_the_order_given(prefecture):
    """Order is that of the command, whatever finishes first."""
    folders = [prefecture / name for name in NAMES]
    alone, together = merged(*folders), merged(*folders, workers=Workers(2))

    order = cities(alone)
    assert order == ["甲府市", "都留市", "山梨市"]
    assert b"".join(alone.text()) == b"".join(together.text())
    assert {record["municipality"] for record in alone.document()["completeness"]} == set(order)


def test_sums__add_flows_and_stocks_and_never_persons(prefecture):
    many = merged(prefecture)
    totals = many.document()["totals"]
    own = {
        (t["municipality"], t["item"]): t["value"]
        for t in totals
        if t["window"] == "市" and t["month"] is None
    }

    for code in ("A01", "A10", "E06"):
        expected = sum(own[name, code] for name, _ in NAMES.values())
        assert own["計", code] == expected
    assert ("計", "A11") not in own
    assert not [t for t in totals if t["municipality"] == "計" and t["kind"] == "U"]


def test_sums__name_the_municipalities_they_lack(prefecture):
    """A window's form that is not there makes the sum 暫定, by name."""
    next(prefecture.glob("都留/月次報告/*/W2*")).unlink()
    many = merged(prefecture)

    total = many.overview.total(Key("市", "A01", ""))
    assert (total.is_complete, total.missing) == (False, ("都留市",))
    provisional = {part.municipality: part.is_provisional for part in many.overview.cities}
    assert provisional == {"甲府市": False, "都留市": True, "山梨市": False}


def spoil_config(folder):
    (folder / "juso.toml").write_text("［", encoding="utf-8")


def take_away(folder):
    shutil.rmtree(folder)


@pytest.mark.parametrize("spoil", [spoil_config, take_away])
def test_office__that_cannot_be_opened_is_a_finding_and_the_others_are_merged(prefecture, spoil):
    folders = [prefecture / name for name in NAMES]
    spoil(folders[1])
    many = merged(*folders)

    assert findings(many) == [("FORM-022", str(folders[1]))]
    assert cities(many) == ["甲府市", "山梨市"]
    assert many.overview.total(Key("市", "A01", "")).missing == (str(folders[1]),)


def test_office_that_cannot_be_opened__has_no_line_in_the_long_table(prefecture):
    folders = [prefecture / name for name in NAMES]
    spoil_config(folders[1])
    cities_told = {row[1] for row in long_rows_of(merged(*folders))}

    assert cities_told == {"甲府市", "山梨市"}


def test_file__that_cannot_be_read_is_a_finding_with_its_municipality(prefecture):
    bad = next(prefecture.glob("甲府/月次報告/*/W1*"))
    bad.write_bytes(b"x")
    many = merged(prefecture)

    assert ("FORM-022", f"甲府市/{bad.name}") in findings(many)
    assert cities(many) == ["山梨市", "甲府市", "都留市"]


def test_none_can_be_opened__is_one_sentence(tmp_path):
    with pytest.raises(JusoError, match="というフォルダーはありません"):
        usual_year(open_cities([tmp_path / "ない", tmp_path / "ここにも"]))


def test_same_municipality_twice__is_refused(prefecture, sample_office):
    """Both folders are named; nothing is counted twice."""
    set_up(prefecture / "写し", sample_office, *NAMES["甲府"])

    with pytest.raises(JusoError, match=r"甲府市の事業所が2つあります（.*写し.*と.*甲府.*）"):
        merged(prefecture)


def test_same_name_in_two_prefectures__is_told_apart_by_its_code(prefecture, sample_office):
    set_up(prefecture / "東京", sample_office, "府中市", "13206")
    set_up(prefecture / "広島", sample_office, "府中市", "34208")

    names = [part.municipality for part in merged(prefecture).overview.cities]
    assert sorted(names) == ["山梨市", "府中市（13206）", "府中市（34208）", "甲府市", "都留市"]


def test_another_year__is_listed_and_not_added(prefecture, sample_office):
    set_up(prefecture / "前年", sample_office, "大月市", "19206", year="R6")
    many = merged(prefecture)

    assert ("FORM-005", "大月市/juso.toml") in findings(many, Severity.WARNING)
    assert many.overview.total(Key("市", "A01", "")).missing == ("大月市",)


def test_process_that_dies__names_its_file_and_costs_no_other(prefecture, monkeypatch):
    """As calamine does over a crafted .xls: no `except` in that process would help."""
    forms = sorted(prefecture.glob("甲府/月次報告/*/*.xlsx"))
    forms[0].rename(forms[0].with_name("壊れ.xlsx"))
    forms = sorted(prefecture.glob("甲府/月次報告/*/*.xlsx"))
    monkeypatch.setattr(office_forms, "read_safely", read_but_dies)

    readings = office_forms.read_forms(forms, Workers(2))

    rules = {reading.file: {f.rule for f in reading.findings} for reading in readings}
    assert [reading.file for reading in readings] == [path.name for path in forms]
    assert [file for file, found in rules.items() if "FORM-022" in found] == ["壊れ.xlsx"]
    assert sum(bool(reading.form) for reading in readings) == len(forms) - 1


def test_old_xls__is_never_read_in_this_process(tmp_path, monkeypatch):
    """It is what can end a process; the .xlsx beside it needs none of its own."""
    old = tmp_path / "古い.xls"
    old.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600))
    monkeypatch.setattr(office_forms, "read_safely", reading_process)

    assert office_forms.read_forms([old]) != [os.getpid()]
    assert office_forms.read_forms([tmp_path / "新しい.xlsx"]) == [os.getpid()]


def test_memory_error__is_a_finding(tmp_path, monkeypatch):
    def exhausted(*_):
        raise MemoryError

    monkeypatch.setattr(office_forms, "read_form", exhausted)

    (reading,) = office_forms.read_forms([tmp_path / "大きい.xlsx"])
    assert [f.rule for f in reading.findings] == ["FORM-022"]
    assert "メモリー" in reading.findings[0].message


def test_document__is_one_json_document(prefecture):
    document = json.loads(b"".join(merged(prefecture).text()))

    assert list(document) == ["figures", "totals", "completeness", "findings"]


def test_findings__at_hand_are_bounded_and_the_rest_is_told(prefecture, monkeypatch):
    """The counts are whole; the JSON has them all."""
    monkeypatch.setattr("juso.services.tally.many.MOST", 2)
    for path in prefecture.glob("*/月次報告/*/W*.xlsx"):
        path.write_bytes(b"x")
    many = merged(prefecture)

    assert len(many.overview.findings) == 2
    assert many.overview.counts[Severity.ERROR] == 12
    assert many.overview.left_out[0].startswith("指摘は全部で")
    assert len(many.document()["findings"]) == many.overview.counts.total()
