"""Invented addresses and telephone numbers: the place names are real, no such 番地 exists."""

from __future__ import annotations

from random import Random

OAZA = {
    "塩山中央": ("塩山上於曽", "塩山下於曽", "塩山上塩後", "塩山下塩後", "塩山赤尾", "塩山千野"),
    "塩山東部": ("塩山熊野", "塩山牛奥", "塩山西野原", "塩山西広門田", "塩山三日市場"),
    "塩山北部": ("塩山小屋敷", "塩山藤木", "塩山竹森", "塩山上萩原", "塩山中萩原", "塩山下小田原"),
    "勝沼": (
        "勝沼町勝沼",
        "勝沼町等々力",
        "勝沼町菱山",
        "勝沼町綿塚",
        "勝沼町小佐手",
        "勝沼町休息",
    ),
    "大和": ("大和町初鹿野", "大和町日影", "大和町鶴瀬"),
}
AREA_WEIGHTS = {"塩山中央": 34, "塩山東部": 18, "塩山北部": 17, "勝沼": 22, "大和": 6, "市外": 3}
OUTSIDE = "市外（所在は整理番号{}で別に管理）"
SHELTERED = "非公開（支援措置のため別に管理）"


def area(rng: Random) -> str:
    """One of the areas of the 設定 sheet, by how many people live there."""
    return rng.choices(list(AREA_WEIGHTS), list(AREA_WEIGHTS.values()))[0]


def address(rng: Random, where: str, taken: set[str]) -> str:
    """An address nobody else in the sample has, in an area or as OUTSIDE or SHELTERED."""
    if where == SHELTERED:
        return SHELTERED
    while (found := _address(rng, where)) in taken:
        pass
    taken.add(found)
    return found


def _address(rng: Random, where: str) -> str:
    if where not in OAZA:
        return where.format(rng.randint(1000, 9999))
    branch = f"{rng.randint(1, 19)}" if rng.random() < 0.3 else ""
    return f"甲州市{rng.choice(OAZA[where])}{rng.randint(9001, 9899)}番地{branch}"


def home_phone(rng: Random) -> str:
    """A number of the area code in a block that is not given out."""
    return f"0553-00-{rng.randint(0, 9999):04d}"


def mobile_phone(rng: Random) -> str:
    """A mobile number in a block that is not given out."""
    return f"090-0000-{rng.randint(0, 9999):04d}"
