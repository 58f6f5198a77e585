"""Faults in single figures of the monthly forms: sums that do not agree."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from juso.core.calendar import Month
from juso.core.finding import Severity

ANY = (5, 6, 7, 8, 9, 10, 11, 12, 1, 2)
LATER = (9, 10, 11, 12, 1, 2)  # 年度累計 is well above a month's 実人数
WITH_A_PAST = (10, 11, 12, 1, 2)  # six months before them are known
MARCH = (3,)  # nothing follows that a change would put out of step


@dataclass(frozen=True, slots=True)
class MonthView:
    """The figures of one form as one month sees them."""

    figures: Mapping[tuple[str, Month], Any]
    month: Month

    def __getitem__(self, code: str) -> int:
        return int(self.figures[code, self.month])

    def before(self, code: str) -> int:
        """The month before."""
        return int(self.figures[code, self.month.previous])

    def most(self, code: str) -> int:
        """The largest figure from April on."""
        year = self.month.fiscal_year.months
        return max(int(self.figures[code, m]) for m in year if m <= self.month)

    def sum(self, code: str) -> int:
        """All figures from April on."""
        year = self.month.fiscal_year.months
        return sum(int(self.figures[code, m]) for m in year if m <= self.month)

    def year(self, code: str) -> int:
        """All figures of the year."""
        return sum(int(self.figures[code, m]) for m in self.month.fiscal_year.months)


Change = Callable[[MonthView], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class FigureFault:
    """One change of a form's figures in a month, and the row at which the rule speaks."""

    name: str
    rule: str
    form: str
    at: str
    change: Change
    months: tuple[int, ...] = ANY
    fits: Callable[[MonthView], bool] = lambda _: True
    severity: Severity = Severity.ERROR
    mess: str = ""  # number in the table of repairs
    told: int = 0  # month the finding names, where it is not the changed one
    beside: bool = False  # may share its month with a fault in other rows


def _more(*codes: str) -> Change:
    return lambda month: {code: month[code] + 1 for code in codes}


def _over(code: str, limit: str) -> Change:
    return lambda month: {code: month[limit] + 1}


SUM_FAULTS = (
    FigureFault("性別の内訳が1件多い", "TALLY-101", "W1", "A01", _more("B01")),
    FigureFault("年代の内訳が1件多い", "TALLY-102", "W1", "A01", _more("B22")),
    FigureFault("相談経路の内訳が1件多い", "TALLY-103", "W2", "A01", _more("B42")),
    FigureFault("地区の内訳が1件多い", "TALLY-104", "W2", "A01", _more("B57")),
    FigureFault("属性外相談が新規の件数より多い", "TALLY-105", "W3", "A02", _over("A02", "A01")),
    FigureFault("方法の内訳が1件多い", "TALLY-106", "W3", "A10", _more("C08")),
    FigureFault("課題区分が延べ件数より多い", "TALLY-107", "W1", "C40", _over("C40", "A10")),
    FigureFault("主たる結果が1件多い", "TALLY-108", "W3", "A01", _more("D04")),
    FigureFault(
        "継続とした件数が当月新規の継続と違う",
        "TALLY-109",
        "W2",
        "D02",
        lambda month: {"D02": month["D02"] + 1, "D01": month["D01"] - 1},
        fits=lambda month: month["D01"] > 0,
    ),
    FigureFault("月末の継続ケース数が増減と合わない", "TALLY-110", "W3", "E06", _more("E03")),
    FigureFault("終結の理由が1件多い", "TALLY-111", "W4", "E04", _more("E41")),
    FigureFault("中断の理由が1件多い", "TALLY-111", "W4", "E05", _more("E52")),
    FigureFault(
        "実人数が延べ件数より多い",
        "TALLY-112",
        "W1",
        "A11",
        _over("A11", "A10"),
        LATER,
        lambda month: month["A12"] > month["A10"],
    ),
    FigureFault(
        "実世帯数が実人数より多い",
        "TALLY-113",
        "W1",
        "A13",
        _over("A13", "A11"),
        LATER,
        lambda month: month["A14"] > month["A11"],
    ),
    FigureFault("同行のつなぎが実施件数より多い", "TALLY-114", "W4", "F03", _over("F03", "F01")),
    FigureFault("つなぎ先の内訳が1件多い", "TALLY-114", "W4", "F01", _more("F35")),
    FigureFault(
        "担当2機関以上が有効プラン数より多い", "TALLY-115", "W3", "G07", _over("G07", "G04")
    ),
    FigureFault("60日超が継続ケース数より多い", "TALLY-116", "W4", "E07", _over("E07", "E06")),
    FigureFault("困窮の新規件数が共通の項目と違う", "TALLY-117", "W4", "I401", _more("I401")),
    FigureFault("困窮のプラン件数が共通の項目と違う", "TALLY-117", "W4", "I402", _more("I402")),
    FigureFault("つなぎ元の内訳が1件多い", "TALLY-120", "M", "M01", _more("M01g")),
    FigureFault("検討ケースの内訳が1件多い", "TALLY-120", "M", "M12", _more("M12c")),
    FigureFault("会えた回数が訪問の回数より多い", "TALLY-120", "O", "O07", _over("O07", "O06")),
    FigureFault("参加実人数が延べ人数より多い", "TALLY-120", "P", "P07", _over("P07", "P06")),
    FigureFault(
        "大人と子どもの計が参加延べ人数と違う", "TALLY-120", "R", "R02-S27", _more("R52-S27")
    ),
    FigureFault("性別の計が実人数と違う", "TALLY-121", "W2", "A11", _more("I203")),
    FigureFault("障害種別の計が参加延べ人数と違う", "TALLY-121", "R", "R02-S25", _more("R33-S25")),
)
"""X01–X21: figures of one month."""

CHAIN_FAULTS = (
    FigureFault(
        "前月末の継続ケース数が前月の報告と違う",
        "TALLY-201",
        "W3",
        "E01",
        _more("E01", "E05", "E51"),
    ),
    FigureFault(
        "年度累計実人数が減っている",
        "TALLY-202",
        "W1",
        "A12",
        lambda month: {"A12": month.before("A12") - 1},
        MARCH,
        lambda month: month.before("A12") > month.most("A11"),
    ),
    FigureFault(
        "年度累計実人数が増え過ぎている",
        "TALLY-203",
        "W3",
        "A12",
        lambda month: {"A12": month.before("A12") + month["A11"] + 1},
        MARCH,
        lambda month: month.before("A12") + month["A11"] < month.sum("A11"),
    ),
    FigureFault("未確認のつなぎの残が合わない", "TALLY-204", "W2", "F04", _more("F04"), MARCH),
    FigureFault("支援中ケース数が増減と合わない", "TALLY-205", "M", "M10", _more("M10"), MARCH),
    FigureFault("受入先の登録数が増減と合わない", "TALLY-206", "P", "P11", _more("P11"), MARCH),
    FigureFault(
        "拠点の年度累計実人数が減っている",
        "TALLY-209",
        "R",
        "R04-S28",
        lambda month: {"R04-S28": month.before("R04-S28") - 1},
        MARCH,
        lambda month: month.before("R04-S28") > month.most("R03-S28"),
    ),
)
"""Y01–Y09: figures from month to month."""

ODD_FAULTS = (
    FigureFault(
        "いつもの数から大きく離れた数",
        "TALLY-301",
        "R",
        "R06-S29",
        lambda month: {"R06-S29": month["R06-S29"] + 45},
        WITH_A_PAST,
        lambda month: month["R06-S29"] + 45 < 5 * month.most("R06-S29"),
        severity=Severity.WARNING,
    ),
    FigureFault(
        "1桁多い数",
        "TALLY-305",
        "R",
        "R06-S30",
        lambda month: {"R06-S30": month["R06-S30"] * 10},
        WITH_A_PAST,
        lambda month: month.before("R06-S30") <= month["R06-S30"] < month.most("R06-S30"),
        Severity.WARNING,
    ),
)
"""Z01, Z05: figures that nothing contradicts."""

BETWEEN_FAULTS = (
    FigureFault(
        "他の窓口から受けた数がつなぎより多い",
        "TALLY-401",
        "W4",
        "B37",
        lambda month: {
            code: month[code] + 6
            for code in ("A01", "B04", "B22", "B37", "B57", "D01", "I401", "I407")
        },
        told=3,
        severity=Severity.WARNING,
        beside=True,
    ),
    FigureFault(
        "多機関協働のつなぎ元が窓口のつなぎと違う",
        "TALLY-402",
        "M",
        "M01a",
        _more("M01a", "M01"),
        severity=Severity.WARNING,
    ),
    FigureFault(
        "多機関協働へとした結果がつなぎより多い",
        "TALLY-403",
        "W2",
        "D05",
        lambda month: {"D05": month["D05"] + 1, "D01": month["D01"] - 1},
        fits=lambda month: month["D01"] > 0 and month.year("D05") == month.year("F15"),
        told=3,
        severity=Severity.WARNING,
        beside=True,
    ),
    FigureFault(
        "支援会議の出席が開催より多い",
        "TALLY-405",
        "W2",
        "H01",
        lambda month: {"H01": month["H01"] + 8},
        severity=Severity.WARNING,
        beside=True,
    ),
)
"""B1–B3, B5: forms that do not agree with another form or with the register."""
