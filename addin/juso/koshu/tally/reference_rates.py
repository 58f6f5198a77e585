"""生活困窮者自立支援: the figures the ministry publishes of other bodies, to compare rates with."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache

from juso.core.calendar import FiscalYear
from juso.koshu.tally.rate import per_100k_a_month

SOURCE = "厚生労働省「生活困窮者自立支援制度 支援状況調査」の自治体別集計表"
HOW = "人口10万人・1か月当たりの率は、件数と人口から計算しました（件数×100,000÷人口÷12）。"
NATION, YAMANASHI, KOFU = "全国", "山梨県", "甲府市"
WITHOUT_KOFU = FiscalYear(2019)  # 甲府市 became a 中核市 and reports for itself
NOTES = (
    "山梨県の値は、令和元年度から甲府市を除いたものです。福祉事務所を置く市の分は県の値に含まれます（甲州市だけの値は公表されていません）。",
    "令和2・3年度は、新型コロナウイルス感染症の影響で、新規相談と住居確保給付金が大きく増えた年です。",
)


@dataclass(frozen=True, slots=True)
class Published:
    """One body in one fiscal year; None where a figure is not published."""

    year: FiscalYear
    body: str
    population: int
    consultations: int | None  # 新規相談受付件数
    plans: int | None  # プラン作成件数
    work_support: int | None  # 就労支援対象者数
    housing_benefit: int | None  # 住居確保給付金
    temporary_stay: int | None  # 一時生活支援
    household_budget: int | None  # 家計改善支援
    work_preparation: int | None  # 就労準備支援
    work_training: int | None  # 就労訓練事業
    work_guidance: int | None  # 自立相談支援機関による就労支援
    welfare_loan: int | None  # 生活福祉資金貸付
    joint_work_support: int | None  # 生活保護受給者等就労自立促進事業
    employed: int | None  # 就労者数
    employed_with_plan: int | None  # うちプラン作成者分
    earning_more: int | None  # 増収者数
    earning_more_with_plan: int | None  # うちプラン作成者分

    @property
    def name(self) -> str:
        """As a table calls it: 山梨県（甲府市を除く）."""
        left_out = self.body == YAMANASHI and self.year >= WITHOUT_KOFU
        return f"{self.body}（{KOFU}を除く）" if left_out else self.body

    def rate(self, measure: str) -> float | None:
        """One of the counts per 100,000 people and month; None where it is not published."""
        count: int | None = getattr(self, measure)
        return None if count is None else per_100k_a_month(count, self.population, 12)


@dataclass(frozen=True, slots=True)
class Compared:
    """Which published count stands beside an item of the form; `caution` where they may differ."""

    item: str
    measure: str
    caution: str = ""


CAUTION = "国の調査と数え方が同じかを確かめてから比べてください"
COMPARED = (
    Compared("I401", "consultations"),
    Compared("I402", "plans"),
    Compared("I403", "work_support"),
    Compared("I404", "employed", CAUTION),
    Compared("I405", "earning_more", CAUTION),
    Compared("I409", "housing_benefit", CAUTION),
    Compared("I410", "household_budget", CAUTION),
    Compared("I411", "work_preparation", CAUTION),
    Compared("I412", "temporary_stay", CAUTION),
)


@cache
def published() -> tuple[Published, ...]:
    """All published figures, oldest first within a body."""
    return tuple(_published(line) for line in _TABLE.split("\n") if line)


def _published(line: str) -> Published:
    year, body, *counts = line.split()
    numbers = dict(zip(_MEASURES, (None if c == "-" else int(c) for c in counts), strict=True))
    return Published(FiscalYear(int(year)), body, **numbers)  # type: ignore[arg-type]


def years_of(body: str) -> tuple[Published, ...]:
    """One body from its first published year to its last; KeyError for one that is not here."""
    found = tuple(entry for entry in published() if entry.body == body)
    if not found:
        raise KeyError(body)
    return found


def latest(body: str) -> Published:
    """The last published year of a body."""
    return years_of(body)[-1]


_MEASURES = [field.name for field in fields(Published)][2:]
_TABLE = """
2017 全国 128066211 229685 71293 31912 5539 17155 9466 3146 389 28173 4454 14745 25332 17958 6390 4414
2018 全国 127907086 237665 77265 33969 5283 16641 11722 4082 488 31162 4225 16466 25001 16333 9031 5079
2019 全国 127707259 248398 79429 35431 5310 15273 14091 4621 531 32181 3934 17379 25212 16717 8650 4890
2020 全国 127443563 786163 139060 76100 46574 12266 18973 4695 340 56431 47364 27110 20659 14502 11902 5924
2021 全国 126654244 555779 146719 79365 45919 10918 20692 4463 304 58384 55448 24861 23100 17633 18052 9887
2022 全国 125927902 353095 100457 57720 27057 10877 16859 4819 265 45430 15230 19216 21286 16619 13783 8376
2023 全国 125416877 293455 93282 45141 14246 11341 18977 5314 283 39527 7764 16710 20212 16194 10597 6617
2024 全国 124885175 302828 89492 41050 8980 11323 20573 5435 299 33942 5530 16878 18643 14931 8919 5217
2017 山梨県 849784 1140 382 - 82 - 33 - - - - - - - - -
2018 山梨県 844717 1148 455 - 45 - 19 - - - - - - - - -
2019 山梨県 648701 988 314 - 15 - 21 - - - - - - - - -
2020 山梨県 643995 3070 494 - 84 - 20 - - - - - - - - -
2021 山梨県 632320 2117 435 - 101 - 17 - - - - - - - - -
2022 山梨県 630091 2370 388 - 50 - 18 - - - - - - - - -
2023 山梨県 626222 977 362 - 26 - 25 - - - - - - - - -
2024 山梨県 621542 1035 320 162 15 20 34 27 2 95 8 90 91 67 41 26
2019 甲府市 190122 221 76 - 21 - 17 - - - - - - - - -
2020 甲府市 188774 501 68 - 53 - 3 - - - - - - - - -
2021 甲府市 188774 366 200 - 170 - 2 - - - - - - - - -
2022 甲府市 186249 359 205 - 162 - 14 - - - - - - - - -
2023 甲府市 186393 229 91 - 63 - 4 - - - - - - - - -
2024 甲府市 184827 169 83 75 47 23 11 0 0 1 10 7 16 15 16 16
2024 いわき市 306714 334 145 56 14 19 2 1 0 64 3 36 87 58 6 4
2024 一宮市 378496 647 130 109 30 9 11 6 0 99 0 38 54 54 2 2
2024 三重県 1757527 3851 1031 363 72 1 294 80 1 328 112 179 170 132 55 30
2024 下関市 247000 713 49 14 2 2 8 12 0 30 16 9 11 9 6 3
2024 佐世保市 236906 740 196 54 25 0 0 0 1 29 6 31 23 21 10 4
2024 島根県 454603 1045 314 76 3 2 169 55 3 36 63 6 53 21 31 10
2024 徳島県 710012 1107 461 102 18 0 145 52 0 85 53 38 58 22 49 9
2024 福井市 255949 605 39 20 10 0 7 1 0 21 0 17 12 11 6 3
2024 福井県 496441 788 239 92 19 20 78 39 0 67 16 39 51 25 34 12
2024 福山市 458192 562 75 32 11 0 15 2 0 2 3 26 19 18 12 10
2024 盛岡市 280286 1004 112 75 18 0 51 20 0 84 12 53 40 34 8 4
2024 福島市 267924 871 49 12 9 0 34 3 0 12 0 12 5 5 3 3
"""
