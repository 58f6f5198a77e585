"""Every name of an agency leads to its 略称, unless two agencies share it."""

from juso.koshu.agencies import AGENCIES
from juso.koshu.agency_names import agency_names
from juso.koshu.codes import AgencyKind
from juso.koshu.sheets import Agency


def agency(short_name, name="", other_names=None):
    """A row of 関係機関マスタ."""
    return Agency(
        agency_no="Z01",
        name=name,
        short_name=short_name,
        kind=AgencyKind.OTHER,
        other_names=other_names,
    )


def test_names__are_full_short_and_other_ones():
    """正式名, 略称 and each 別名."""
    names = agency_names([agency("社協", "甲州市社会福祉協議会", "市社協、協議会")])

    assert names == dict.fromkeys(("社協", "甲州市社会福祉協議会", "市社協", "協議会"), "社協")


def test_shared_name__leads_nowhere_unless_it_is_a_short_name():
    """包括 may be either; 東 is the short name of one and only another's other name."""
    names = agency_names([agency("東", other_names="包括"), agency("西", other_names="包括、東")])

    assert names == {"東": "東", "西": "西"}


def test_agency_without_a_short_name__has_no_names():
    """A row that is not filled in yet offers nothing to choose."""
    assert agency_names([agency("", "無名の機関")]) == {}


def test_agencies_of_an_empty_office__are_all_known_by_their_full_names():
    """What the product fills in can be typed in full."""
    names = agency_names(AGENCIES)

    assert {names[a.name] for a in AGENCIES} == {a.short_name for a in AGENCIES}
