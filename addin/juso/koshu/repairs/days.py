"""Messy dates in the register: N24 to N29, and what else stands where a day is asked for."""

from datetime import datetime
from functools import partial

from juso.core.finding import Severity
from juso.koshu.repairs.repair import Repair

NOTE, WARNING, ERROR = Severity.NOTE, Severity.WARNING, Severity.ERROR

_received = partial(Repair, sheet="相談受付簿", column="受付日")
_born = partial(Repair, sheet="相談受付簿", column="生年月日")
_next = partial(Repair, sheet="相談受付簿", column="次回予定日")
_at = partial(Repair, sheet="支援経過記録", column="日時")

_april = partial(_received, becomes="令和7年4月1日", grade=NOTE)
ERA = "文字で入力した和暦・西暦"
BORDER = "元号の変わり目"
SHORT = "年や元号のない日付"
SERIAL = "日付の通し番号"
DIGITS = "8桁・6桁の日付"

DAYS = (
    _next(
        number="N03",
        what="横線（－、ー、―など）",
        typed="－",
        becomes="",
        grade=WARNING,
        advice="分からなければ空欄にします。",
    ),
    _next(
        number="N05",
        what="不明・未定など",
        typed="未定",
        becomes="",
        grade=WARNING,
        advice="分からなければ空欄にします。",
    ),
    _received(
        number="N07",
        what="同上・〃",
        typed="同上",
        becomes="",
        grade=ERROR,
        advice="上のセルと同じ日付を入力します。",
    ),
    *(
        _april(number="N24", what=ERA, typed=typed)
        for typed in (
            *("R7.4.1", "Ｒ７．４．１", "令和7年4月1日", "令7.4.1", "㋿7年4月1日", "r7/4/1"),
            *("令和７年４月１日（火）", "R7－4－1", "2025年4月1日", "２０２５／４／１"),
            "2025-04-01 0:00",
        )
    ),
    _received(number="N24", what=ERA, typed="令和元年5月1日", becomes="令和元年5月1日", grade=NOTE),
    _born(number="N24", what=ERA, typed="S28.12.5", becomes="昭和28年12月5日", grade=NOTE),
    _received(
        number="N24",
        what="時刻の付いた日付",
        typed=datetime(2025, 4, 1, 9, 30),
        becomes="令和7年4月1日",
        grade=NOTE,
    ),
    _at(
        number="N24",
        what=ERA,
        typed="令和7年4月1日　午後1時30分",
        becomes="令和7年4月1日 13:30",
        grade=NOTE,
    ),
    _received(
        number="N24",
        what="曜日の合わない日付",
        typed="令和7年4月1日(水)",
        becomes="令和7年4月1日",
        grade=WARNING,
        proposal="令和7年4月1日",
        advice="日付と曜日のどちらが正しいかを確かめます。",
    ),
    *(
        _received(
            number="N25",
            what=BORDER,
            typed=typed,
            becomes="",
            grade=ERROR,
            proposal=meant,
            advice="正しい元号で入力し直します。",
        )
        for typed, meant in (
            ("平成31年5月1日", "令和元年5月1日"),
            ("H37.4.1", "令和7年4月1日"),
            ("令和元年4月30日", "平成31年4月30日"),
            ("令和0年5月1日", "平成30年5月1日"),
        )
    ),
    _received(
        number="N26",
        what=SHORT,
        typed="4/1",
        becomes="",
        grade=ERROR,
        advice="年から入力します。",
    ),
    _received(
        number="N26",
        what=SHORT,
        typed="7.4.1",
        becomes="令和7年4月1日",
        grade=WARNING,
        proposal="令和7年4月1日",
        advice="元号を付けて入力し直します。",
    ),
    _received(number="N26", what=SHORT, typed="28.4.1", becomes="", grade=ERROR),
    _born(
        number="N26",
        what=SHORT,
        typed="7.4.1",
        becomes="",
        grade=ERROR,
        proposal="令和7年4月1日",
        advice="昭和・平成のこともあるので、元号を付けて入力し直します。",
    ),
    _april(number="N27", what=SERIAL, typed=45748.0),
    _at(
        number="N27",
        what=SERIAL,
        typed=45748.5625,
        becomes="令和7年4月1日 13:30",
        grade=NOTE,
    ),
    _received(
        number="N28",
        what="暦にない日付",
        typed="R7.2.30",
        becomes="",
        grade=ERROR,
        advice="日付を確かめて入力し直します。",
    ),
    _received(number="N28", what="暦にない日付", typed="2025/13/1", becomes="", grade=ERROR),
    _april(number="N29", what=DIGITS, typed="20250401"),
    _april(number="N29", what=DIGITS, typed=20250401.0),
    _april(number="N29", what=DIGITS, typed="R070401"),
    _received(
        number="N29",
        what=DIGITS,
        typed="070401",
        becomes="",
        grade=ERROR,
        advice="和暦か西暦か分からないので、元号か4桁の西暦で入力します。",
    ),
    _received(number="N29", what=DIGITS, typed=70401.0, becomes="", grade=ERROR),
)
