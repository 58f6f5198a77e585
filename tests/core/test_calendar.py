"""Fiscal years, months and era dates."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juso.core.calendar import (
    ERAS,
    FiscalYear,
    Month,
    NotADateError,
    add_months,
    age,
    days,
    era_date,
    era_month,
    era_of,
    parse_date,
    short_date,
)

# From the first day of the solar calendar to the last two-digit year of 令和.
ERA_DAYS = st.dates(date(1873, 1, 1), date(2117, 12, 31))
REIWA_YEARS = st.integers(2019, 2058).map(FiscalYear)  # 令和元年度 to 40年度
MONTHS = st.integers(12, 9999 * 12 - 1).map(Month.of_index)
FULL_WIDTH = str.maketrans("0123456789.RHSTM", "０１２３４５６７８９．ＲＨＳＴＭ")


@given(st.dates())
def test_fiscal_year__holds_its_own_days(day):
    """Every day lies in its own fiscal year and in no neighbour of it."""
    year = FiscalYear.of(day)

    assert day in year
    assert day not in FiscalYear(year.year + 1)
    assert day not in year.previous


@given(st.integers(2, 9998).map(FiscalYear))
def test_fiscal_year__is_twelve_months_in_a_row(year):
    """April to March, from the first to the last day without a gap."""
    months = year.months

    assert [month.month for month in months] == [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3]
    assert [m.index - months[0].index for m in months] == list(range(12))
    assert months[0].first_day == year.first_day
    assert months[-1].last_day == year.last_day
    assert {month.fiscal_year for month in months} == {year}


@given(REIWA_YEARS)
def test_fiscal_year__reads_what_it_writes(year):
    """令和7年度, R7 and 2025 are one year."""
    assert FiscalYear.parse(str(year)) == year
    assert FiscalYear.parse(year.short) == year
    if year.year < 2100:
        assert FiscalYear.parse(str(year.year)) == year


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("R7", 2025),
        ("令和元年度", 2019),
        ("令和７年", 2025),
        ("ｒ７年度", 2025),
        ("令 7 年度", 2025),
        ("2025年度", 2025),
    ],
)
def test_fiscal_year__is_read_in_any_spelling(text, expected):
    """What people write on folders and forms."""
    assert FiscalYear.parse(text) == FiscalYear(expected)


@pytest.mark.parametrize("text", ["", "7", "R0", "令和", "H31", "1925", "R7.4", "来年度"])
def test_fiscal_year__is_not_guessed(text):
    """A bare 7 could be any era's."""
    with pytest.raises(ValueError):
        FiscalYear.parse(text)


def test_fiscal_year__is_printed_as_the_city_does():
    """The first year is 元年; years sort."""
    assert str(FiscalYear(2019)) == "令和元年度"
    assert str(FiscalYear(2025)) == "令和7年度"
    assert FiscalYear(2025).short == "R7"
    assert FiscalYear(2024) < FiscalYear(2025)


@given(st.integers(12, 9999 * 12))
def test_month_index__is_a_bijection(index):
    """Index to month to index, one after the other."""
    month = Month.of_index(index)

    assert month.index == index
    assert Month.of_index(month.index) == month
    assert 1 <= month.month <= 12


@given(MONTHS)
def test_month__follows_and_precedes(month):
    """next and previous undo each other; a month's last day touches the next month."""
    assert month.next.previous == month
    assert month.last_day + timedelta(days=1) == month.next.first_day
    assert Month.of(month.last_day) == month
    assert month.first_day in month
    assert month.next.first_day not in month


@given(st.integers(2019 * 12 + 4, 2100 * 12 - 1).map(Month.of_index))
def test_month__reads_what_it_writes(month):
    """R7.4, 令和7年4月 and 2025-04 are one month."""
    assert Month.parse(str(month)) == month
    assert Month.parse(era_month(month)) == month
    assert Month.parse(f"{month.year}-{month.month:02}") == month


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ｒ７．４", (2025, 4)),
        ("令和7年12月末", (2025, 12)),
        ("2026年3月分", (2026, 3)),
        ("R元.5", (2019, 5)),
    ],
)
def test_month__is_read_in_any_spelling(text, expected):
    """The 提出対象月 of a form."""
    assert Month.parse(text) == Month(*expected)


@pytest.mark.parametrize("text", ["", "4月", "R7.13", "R7.0", "2025-00", "R7", "7.4"])
def test_month__is_not_guessed(text):
    """No year, no month 13."""
    with pytest.raises(ValueError):
        Month.parse(text)


def test_month__has_the_label_of_a_form():
    """4月 heads a column; 令和 begins within 2019-05."""
    assert Month(2025, 4).label == "4月"
    assert str(Month(2025, 4)) == "R7.4"
    assert era_month(Month(2019, 4)) == "平成31年4月"
    assert era_month(Month(2019, 5)) == "令和元年5月"


@given(ERA_DAYS)
def test_era_date__reads_what_it_writes(day):
    """parse ∘ format is the identity, in words, in short and in full width."""
    assert parse_date(era_date(day)) == day
    assert parse_date(era_date(day, weekday=True)) == day
    assert parse_date(short_date(day)) == day
    assert parse_date(short_date(day).translate(FULL_WIDTH)) == day


@given(st.dates(date(1000, 1, 1)))
def test_western_date__reads_what_people_write(day):
    """2025/4/1, 2025年4月1日, 2025-04-01 and 20250401."""
    assert parse_date(f"{day.year}/{day.month}/{day.day}") == day
    assert parse_date(f"{day.year}年{day.month}月{day.day}日") == day
    assert parse_date(day.isoformat()) == day
    assert parse_date(f"{day:%Y%m%d}".zfill(8)) == day


@pytest.mark.parametrize(
    ("name", "first", "before"),
    [(era[0], era[2], ERAS[i + 1][0]) for i, era in enumerate(ERAS[:-1])],
)
def test_era__changes_on_its_first_day(name, first, before):
    """2019-05-01 is 令和元年, the day before is still 平成31年."""
    assert era_of(first) == (name, 1)
    assert era_of(first - timedelta(days=1))[0] == before


def test_era__does_not_reach_before_the_solar_calendar():
    """明治6年 is the first year whose dates are ours."""
    assert era_date(date(1873, 1, 1)) == "明治6年1月1日"
    with pytest.raises(ValueError):
        era_of(date(1872, 12, 31))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("R7.4.1", date(2025, 4, 1)),
        ("Ｒ７．４．１", date(2025, 4, 1)),
        ("令和 7年 4月 1日(火)", date(2025, 4, 1)),
        ("㋿元.5.1", date(2019, 5, 1)),
        ("令7/4/1", date(2025, 4, 1)),
        ("昭和20年8月15日", date(1945, 8, 15)),
        ("t15.12.24", date(1926, 12, 24)),
        ("2024-02-29", date(2024, 2, 29)),
        ("R7－4ー1", date(2025, 4, 1)),
        ("R7・4・1", date(2025, 4, 1)),
        ("R070401", date(2025, 4, 1)),
        ("令和7年4月1日火曜日", date(2025, 4, 1)),
        ("令和7年5月5日（月・祝）", date(2025, 5, 5)),
        ("2025/4/1 0:00", date(2025, 4, 1)),
        ("2025-04-01T00:00:00", date(2025, 4, 1)),
        ("2025/4/10", date(2025, 4, 10)),
    ],
)
def test_date__is_read_in_any_spelling(text, expected):
    """What clerks and contractors type."""
    assert parse_date(text) == expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("4/1", "年がないため、日付として読めません"),
        ("4月1日", "年がないため、日付として読めません"),
        (
            "7.4.1",
            "元号がないため、日付として読めません（「令和7年4月1日」か「2007年4月1日」ですか）",
        ),
        ("25.4.1", "（「平成25年4月1日」か「2025年4月1日」ですか）"),
        (
            "070401",
            "和暦か西暦か分からず、日付として読めません（「令和7年4月1日」か「2007年4月1日」",
        ),
        ("令和7年4月", "何日かがないため、日付として読めません"),
        ("2025/4/1 9:00", "読めません"),
        ("未定", "読めません"),
        ("", "読めません"),
        ("R7.2.29", "暦にない"),
        ("2025/13/1", "暦にない"),
        ("平成31年5月1日", "「令和元年5月1日」ではありませんか"),
        ("令和元年4月30日", "「平成31年4月30日」ではありませんか"),
        ("令和0年5月1日", "令和の期間にない日付です（「平成30年5月1日」"),
        ("H37.4.1", "平成の期間にない日付です（「令和7年4月1日」"),
        ("昭和64年1月8日", "（「平成元年1月8日」"),
        ("M5.1.1", "明治の期間にない日付です"),
    ],
)
def test_date__is_refused_with_a_reason(text, reason):
    """Nothing is guessed, and a wrong era is answered with the right one."""
    with pytest.raises(NotADateError, match=re.escape(reason)):
        parse_date(text)


SEPARATORS = st.sampled_from([("年", "月", "日"), (".", ".", ""), ("/", "/", ""), ("-", "-", "")])


@given(st.dates(date(1912, 7, 30), date(2040, 12, 31)), SEPARATORS, st.integers(0, 2), st.data())
def test_era_date__of_any_day_is_read_in_any_spelling(day, separators, spelling, data):
    """Name or letter, 元 or 1, any separators, blanks, width and weekday: always that day."""
    name, year = era_of(day)
    letters = next(era[1] for era in ERAS if era[0] == name)
    era = data.draw(st.sampled_from([name, *letters, letters[1].lower()]))
    typed = data.draw(st.sampled_from([str(year), f"{year:02}", *(["元"] if year == 1 else [])]))
    first, second, last = separators
    text = f"{era}{typed}{first}{day.month}{second}{day.day:0{spelling}}{last}"
    weekday = data.draw(st.sampled_from(["", "（{}）", "({}曜)", "{}曜日"]))
    text += weekday.format("月火水木金土日"[day.weekday()])
    text = data.draw(st.sampled_from([text, text.translate(FULL_WIDTH), f"　{text} "]))

    assert parse_date(text) == day


@given(st.dates(date(1912, 7, 30), date(2040, 12, 31)), st.sampled_from([era[0] for era in ERAS]))
def test_era_date__of_another_era_is_refused_with_the_right_one(day, era):
    """平成37年 is 令和7年: the day meant is proposed, never taken."""
    name, _ = era_of(day)
    year = day.year - next(first for n, _, first in ERAS if n == era).year + 1
    if era in (name, "明治") or not 0 <= year < 100:
        return

    with pytest.raises(NotADateError) as refusal:
        parse_date(f"{era}{year}年{day.month}月{day.day}日")

    assert (refusal.value.repair, refusal.value.meant) == ("N25", day)


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.integers(-600, 600))
def test_add_months__keeps_the_day_or_takes_the_last(day, months):
    """The month is exact; the day only shrinks to a month's end."""
    found = add_months(day, months)

    assert Month.of(found).index - Month.of(day).index == months
    assert found.day == day.day or (found.day < day.day and found == Month.of(found).last_day)


@given(st.dates(date(1900, 1, 1), date(2026, 3, 31)), st.dates(date(1900, 1, 1), date(2026, 3, 31)))
def test_age__grows_by_one_at_the_birthday(born, on):
    """Completed years: never ahead of the birthday, never a whole year behind it."""
    years = age(born, on)

    assert add_months(born, 12 * years) <= on + timedelta(days=1)
    assert add_months(born, 12 * (years + 1)) >= on


def test_age__counts_completed_years():
    """The day before the birthday is still the old age."""
    assert age(date(1950, 5, 2), date(2025, 5, 1)) == 74
    assert age(date(1950, 5, 2), date(2025, 5, 2)) == 75


def test_days__include_both_ends():
    """Across a month's end."""
    assert list(days(date(2025, 4, 29), date(2025, 5, 1))) == [
        date(2025, 4, 29),
        date(2025, 4, 30),
        date(2025, 5, 1),
    ]
    assert list(days(date(2025, 5, 1), date(2025, 4, 30))) == []
