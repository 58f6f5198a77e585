"""An office in which a few cases may be one person or one household, each for another reason."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from juso.adapters.office import new_office
from juso.adapters.office_writer import write_office
from juso.core.calendar import FiscalYear
from juso.core.sheet import Row
from juso.koshu.codes import CaseState, Caution, Complexity, Family, Issue, Relation, Sex, Window
from juso.koshu.config import Config
from juso.koshu.sheets import Case, FamilyMember


def case(number: int, name: str, kana: str, born_on: date, **facts: object) -> Case:
    """A case with its own household unless told."""
    usual = {
        "case_no": f"R7-{number:04}",
        "household_no": f"S{number:04}",
        "received_on": date(2025, 6, 1),
        "window": Window.ELDERLY,
        "state": CaseState.SUPPORTING,
        "sex": Sex.FEMALE,
    }
    return Case(name=name, kana=kana, born_on=born_on, **(usual | facts))


ROWS: tuple[Row, ...] = (
    case(1, "髙橋 花子", "たかはし はなこ", date(1943, 3, 2), address="塩山上於曽1085-1"),
    case(
        2,
        "高橋　花子",
        "タカハシ　ハナコ",
        date(1938, 3, 2),
        window=Window.HARDSHIP,
        address="勝沼町勝沼5番地",
        phone="0553-00-1234",
    ),
    case(
        3, "乙川 一郎", "おとかわ いちろう", date(1970, 5, 5), address="勝沼町菱山7", sex=Sex.MALE
    ),
    case(4, "乙川 梅", "おとかわ うめ", date(1941, 6, 6), address="甲州市勝沼町菱山7番地"),
    case(
        5,
        "丙山 桜",
        "へいやま さくら",
        date(1990, 1, 1),
        address="大和町初鹿野77",
        phone="090-0000-7777",
        cautions=(Caution.PROTECTED,),
    ),
    case(
        6,
        "丙山 桜",
        "へいやま さくら",
        date(1990, 1, 1),
        address="大和町初鹿野77",
        phone="090-0000-7777",
        window=Window.CHILDREN,
    ),
    case(
        7,
        "丁田 実",
        "ていだ みのる",
        date(1970, 2, 2),
        window=Window.DISABILITY,
        family=Family.AGED_PARENT_AND_CHILD,
        issues=(Issue.HIKIKOMORI,),
        complexities=(Complexity.HIKIKOMORI,),
        sex=Sex.MALE,
    ),
    FamilyMember(
        case_no="R7-0007",
        number=2,
        relation=Relation.MOTHER,
        age_band="80代",
        lives_together=True,
    ),
)


def office_with_pairs(folder: Path) -> Path:
    """The office, closed."""
    with new_office(folder, Config(FiscalYear(2025), id="0123456789ab")) as office:
        write_office(office, ROWS)
    return folder
