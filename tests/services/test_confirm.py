"""確認済みにする: what is confirmed stays so until a value its rule read changes."""

from datetime import date, datetime, timedelta
from enum import Enum

import pytest

from juso.core.calendar import FiscalYear
from juso.core.finding import Severity
from juso.core.sheet import column_index
from juso.core.watched_row import columns_read
from juso.koshu.codes import (
    Attribute,
    CaseState,
    Consent,
    ConsentMethod,
    Counting,
    DecisionState,
    Issue,
    Meeting,
    Outcome,
    PlanState,
    Progress,
    ReferralKind,
    Window,
)
from juso.koshu.confirmation import LASTS_DAYS, Reason
from juso.koshu.register import register_of
from juso.koshu.rules import RULES
from juso.koshu.sheets import (
    Assessment,
    Case,
    Contact,
    Decision,
    FamilyMember,
    MeetingRecord,
    Plan,
    PlanLine,
    Referral,
)
from juso.services.check import check
from juso.services.confirm import confirm, left_beside, with_confirmations
from juso.services.confirmed_list import confirmed_list
from juso.services.sample.simulate import simulate

TODAY = date(2026, 3, 31)
WHO = "窓口 太郎"
WHY = "訪問で確認"
APRIL = date(2025, 4, 10)

ANONYMOUS = Case(
    case_no="R7-0001", received_on=APRIL, is_anonymous=True, name="架空 花子", phone="0553-00-0000"
)
COMPLEX = Case(case_no="R7-0002", received_on=APRIL, issues=(Issue.DEMENTIA_CARE, Issue.HIKIKOMORI))
STALE = Case(case_no="R7-0003", received_on=date(2026, 1, 1), state=CaseState.SUPPORTING)
INFORMED = Case(
    case_no="R7-0004",
    received_on=APRIL,
    window=Window.ELDERLY,
    attributes=(Attribute.CHILDREN,),
    outcome=Outcome.INFORMED,
)
ORAL = Plan(
    plan_no="P-R7-0001-1",
    case_no="R7-0001",
    made_on=APRIL,
    consent_on=APRIL,
    consent_method=ConsentMethod.ORAL,
    state=PlanState.RUNNING,
)
OVERDUE = PlanLine(plan_no="P-R7-0001-1", number=1, due_on=APRIL, progress=Progress.RUNNING)
MOVED = Referral(referral_no="H-R7-0001", kind=ReferralKind.HANDOVER, referred_on=APRIL)
UNRECEIVED = Referral(
    referral_no="H-R7-0002", case_no="R7-0001", referred_on=APRIL, to_agency="社協"
)


def checked(rules, *rows, today=TODAY):
    """A register of these rows, and what the named rules find in it."""
    book = register_of(rows, today)
    wanted = [rule for rule in RULES if rule.id in rules.split()]
    found = check(book, "支援台帳.xlsx", rules=wanted)
    return book, [finding for finding in found if finding.rule in rules]


def reason_for(finding, text=WHY):
    """A clerk's reason on the row of a 点検結果 that shows this finding."""
    f = finding
    return Reason(f.rule, f.sheet, f.key, f.column, f.message, text, f.cell)


def confirmed(rules, *rows, today=TODAY, text=WHY, history=()):
    """The entries that come of confirming everything the named rules find."""
    book, findings = checked(rules, *rows, today=today)
    done = confirm([reason_for(f, text) for f in findings], findings, book, WHO, today, history)
    assert done.refused == ()
    return list(done.confirmations)


def told(rules, memo, *rows, today=TODAY):
    book, findings = checked(rules, *rows, today=today)
    return with_confirmations(findings, memo, book)


def in_short(findings):
    return [f"{f.cell} {f.severity}" for f in findings]


def test_confirmed__is_a_note_that_says_why_when_and_who():
    memo = confirmed("REF-007", MOVED)
    (before,) = checked("REF-007", MOVED)[1]
    (after,) = told("REF-007", memo, MOVED)

    assert after.severity is Severity.NOTE
    assert after.message == (
        f"{before.message}（確認済み：理由「訪問で確認」 令和8年3月31日 窓口 太郎）"
    )
    assert (after.rule, after.cell, after.key, after.value) == (
        before.rule,
        before.cell,
        before.key,
        before.value,
    )


def test_changed__comes_back_and_says_what_from_what_to_what():
    memo = confirmed("REF-007", MOVED)
    (after,) = told("REF-007", memo, MOVED.replace(follow_up_on=date(2025, 5, 1)))

    assert after.severity is Severity.WARNING
    assert after.message.endswith(
        "確認済みでしたが、その後「フォロー予定日」が空欄から「2025/5/1」に変わりました。"
        "もう一度確かめてください。"
    )


READS = {
    "CASE-005": (ANONYMOUS, "匿名 氏名 ふりがな 住所 電話"),
    "CASE-007": (INFORMED, "スクリーニング結果 受付窓口 対象属性 ケース番号"),
    "CASE-010": (COMPLEX, "課題区分 多機関協働該当 非該当の理由"),
    "CASE-012": (STALE, "状態 ケース番号 受付日"),
    "PLAN-012": (ORAL, "本人同意日 作成日 同意方法 状態 ケース番号"),
    "PLAN-007": (OVERDUE, "期日 進捗"),
    "REF-002": (UNRECEIVED, "受領日 結果 依頼日 引継先機関"),
    "REF-007": (MOVED, "種別 フォロー予定日"),
    "REF-007 late": (MOVED.replace(follow_up_on=TODAY), "種別 依頼日 フォロー予定日"),
}


def with_another(row, column):
    """The row with something else in one cell."""
    value = row[column_index(type(row), column.key)]
    more = _other(column.kind, value)
    return row.replace(**{column.key: (*value, more) if column.many else more})


def _other(kind, value):
    if issubclass(kind, Enum):
        return next(
            member for member in kind if member is not value and member not in (value or ())
        )
    if kind in (date, datetime):
        return value + timedelta(1) if value else kind(2025, 12, 24)
    if kind is bool:
        return not value
    return f"{value or ''}別" if kind is str else kind((value or 0) + 1)


CELLS = [
    pytest.param(rule, row, column, reads.split(), id=f"{rule} {column.label}")
    for rule, (row, reads) in READS.items()
    for column in row.columns
]


@pytest.mark.parametrize(("rule", "row", "column", "reads"), CELLS)
def test_any_cell__brings_a_finding_back_if_and_only_if_its_rule_reads_it(rule, row, column, reads):
    """Every column of a row is changed in turn; what is still found then is looked at."""
    findings = told(rule, confirmed(rule, row), with_another(row, column))

    is_number = column.unique or (type(row) is PlanLine and column.key in ("plan_no", "number"))
    if column.label in reads or is_number:
        assert all(f.severity is Severity.WARNING for f in findings)
    else:
        assert [f.severity for f in findings] == [Severity.NOTE]


@pytest.mark.parametrize("rule", READS)
def test_any_cell__some_change_leaves_the_finding_with_a_sentence(rule):
    """So that the test above does not pass because every change made the finding go away."""
    row = READS[rule][0]
    memo = confirmed(rule, row)
    after = [f for column in row.columns for f in told(rule, memo, with_another(row, column))]

    assert any("確認済みでしたが、その後「" in finding.message for finding in after)


def test_days__may_pass_but_not_for_ever():
    """CASE-012 counts days: its message is another one every morning."""
    memo = confirmed("CASE-012", STALE)
    last = TODAY + timedelta(LASTS_DAYS)

    assert in_short(told("CASE-012", memo, STALE, today=TODAY + timedelta(1))) == ["AY2 参考"]
    assert in_short(told("CASE-012", memo, STALE, today=last)) == ["AY2 参考"]
    (late,) = told("CASE-012", memo, STALE, today=last + timedelta(1))
    assert late.severity is Severity.WARNING
    assert late.message.endswith("その後30日が過ぎました。もう一度確かめてください。")


def test_another_sheet__shows_in_the_message():
    """The number of family members stands on another sheet; the old sentence is quoted."""
    case = Case(case_no="R7-0001", received_on=APRIL, family_count=3)
    asked = Assessment(case_no="R7-0001")
    memo = confirmed("ASMT-020", case, asked, FamilyMember(case_no="R7-0001"))
    (after,) = told("ASMT-020", memo, case, asked)

    assert after.severity is Severity.WARNING
    assert "その後指摘の内容が変わりました（前の指摘「世帯人数は3人ですが、" in after.message


def test_errors__are_never_confirmed():
    """Neither by a reason nor by an entry somebody wrote into the store."""
    rows = (Case(case_no="R7-0001", received_on=APRIL, state=CaseState.SUPPORTING),)
    book, findings = checked("CASE-011", *rows)
    done = confirm([reason_for(findings[0])], findings, book, WHO, TODAY, ())
    forged = [*confirmed("REF-007", MOVED)]
    forged = [type(e)(**{**_fields(e), **_place(findings[0])}) for e in forged]

    assert done.confirmations == ()
    assert done.refused == (
        "「相談受付簿」のR7-0001「次回予定日」（CASE-011）は要修正のため、"
        "理由があっても確認済みにできません。セルを直してください。",
    )
    assert with_confirmations(findings, forged, book) == findings


def _fields(entry):
    return {name: getattr(entry, name) for name in type(entry).__dataclass_fields__}


def _place(finding):
    names = ("rule", "sheet", "key", "column", "message")
    return {"values": {}} | {name: getattr(finding, name) for name in names}


def test_two_remarks_on_one_cell__are_confirmed_each_for_itself():
    """CASE-015 may find a closing day both too early and followed by contacts."""
    rows = (
        Case(case_no="R7-0001", received_on=APRIL, closed_on=date(2025, 4, 1)),
        Contact(case_no="R7-0001", at=datetime(2025, 5, 1, 9, 0), counting=Counting.COUNTED),
    )
    book, findings = checked("CASE-015", *rows)
    assert len(findings) == 2
    one = confirm([reason_for(findings[0])], findings, book, WHO, TODAY, ()).confirmations
    two = confirm([reason_for(findings[1])], findings, book, WHO, TODAY, one).confirmations

    after = with_confirmations(findings, one, book)
    assert [f.severity for f in after] == [Severity.NOTE, Severity.WARNING]
    assert after[1] == findings[1]
    after = with_confirmations(findings, [*one, *two], book)
    assert [f.severity for f in after] == [Severity.NOTE, Severity.NOTE]


def test_lines_of_one_plan__are_confirmed_each_for_itself():
    """The lines of a plan share its number, and here the day that has passed."""
    lines = (OVERDUE, OVERDUE.replace(number=2))
    book, findings = checked("PLAN-007", *lines)
    memo = confirm([reason_for(findings[1])], findings, book, WHO, TODAY, ()).confirmations

    assert in_short(told("PLAN-007", memo, *lines)) == ["J2 要確認", "J3 参考"]
    moved = (OVERDUE.replace(number=3), *reversed(lines))
    assert in_short(told("PLAN-007", memo, *moved)) == ["J2 要確認", "J3 参考", "J4 要確認"]


def test_lines_of_one_plan__whose_rows_moved_are_not_mixed_up():
    """The reason was typed for row 3, where another line stands by now."""
    _, (_, second) = checked("PLAN-007", OVERDUE, OVERDUE.replace(number=2))
    book, findings = checked("PLAN-007", OVERDUE.replace(number=2))
    done = confirm([reason_for(second)], findings, book, WHO, TODAY, ())

    assert done.confirmations == ()
    assert "いまの点検にはありません" in done.refused[0]


def test_second_run__stores_nothing_twice():
    book, findings = checked("REF-007", MOVED)
    memo = confirmed("REF-007", MOVED)
    again = confirm([reason_for(findings[0])], findings, book, WHO, TODAY, memo)
    shown = with_confirmations(findings, memo, book)
    once_more = confirm([reason_for(shown[0])], findings, book, WHO, TODAY, memo)

    assert (again.confirmations, again.refused) == ((), ())
    assert (once_more.confirmations, once_more.refused) == ((), ())


def test_a_new_reason__takes_the_place_of_the_old():
    book, findings = checked("REF-007", MOVED)
    memo = confirmed("REF-007", MOVED)
    memo += confirm(
        [reason_for(findings[0], "来月から訪問予定")], findings, book, "窓口 次郎", TODAY, memo
    ).confirmations

    assert (
        "理由「来月から訪問予定」 令和8年3月31日 窓口 次郎"
        in told("REF-007", memo, MOVED)[0].message
    )
    assert len(memo) == 2


def test_an_old_list__does_not_confirm_a_value_that_changed_since():
    """The reason is still written in yesterday's 点検結果; nobody has looked at the new value."""
    memo = confirmed("REF-007", MOVED)
    _, (old,) = checked("REF-007", MOVED)
    later = MOVED.replace(follow_up_on=date(2025, 12, 1))
    book, findings = checked("REF-007", later)
    from_old = confirm([reason_for(old)], findings, book, WHO, TODAY, memo)
    (shown,) = with_confirmations(findings, memo, book)
    from_new = confirm([reason_for(shown)], findings, book, WHO, TODAY, memo)

    assert from_old.confirmations == ()
    assert "点検結果をつくった後で内容が変わりました" in from_old.refused[0]
    assert in_short(told("REF-007", [*memo, *from_new.confirmations], later))[0].endswith("参考")


def test_an_old_list__serves_the_next_morning():
    """The days counted have grown since the list was made; nothing else has changed."""
    _, (yesterday,) = checked("CASE-012", STALE)
    tomorrow = TODAY + timedelta(1)
    book, findings = checked("CASE-012", STALE, today=tomorrow)
    done = confirm([reason_for(yesterday)], findings, book, WHO, tomorrow, ())

    assert [entry.message for entry in done.confirmations] == [findings[0].message]


def test_an_old_list__with_another_sentence_is_refused():
    case, asked = Case(case_no="R7-0001", family_count=3), Assessment(case_no="R7-0001")
    _, (old,) = checked("ASMT-020", case, asked, FamilyMember(case_no="R7-0001"))
    book, findings = checked("ASMT-020", case, asked)
    done = confirm([reason_for(old)], findings, book, WHO, TODAY, ())

    assert done.confirmations == ()
    assert "内容が変わりました" in done.refused[0]


def test_two_reasons_for_one_finding__are_refused_and_the_same_one_twice_is_not():
    book, findings = checked("REF-007", MOVED)
    reasons = [reason_for(findings[0], text) for text in (WHY, "電話で確認した")]
    two = confirm(reasons, findings, book, WHO, TODAY, ())
    same = confirm([reasons[0]] * 2, findings, book, WHO, TODAY, ())

    assert two.confirmations == ()
    assert two.refused == (
        "「つなぎ・引継票」のH-R7-0001「フォロー予定日」（REF-007）に理由が2つ"
        "（「訪問で確認」「電話で確認した」）あります。1つにしてください。",
    )
    assert len(same.confirmations) == 1


def test_refused__every_reason_has_a_sentence_and_the_good_ones_are_taken():
    rows = (MOVED, MOVED.replace(referral_no="H-R7-0002"), MOVED.replace(referral_no="H-R7-0003"))
    book, findings = checked("REF-007", *rows)
    gone = Reason("REF-007", "つなぎ・引継票", "H-R7-0009", "フォロー予定日", "…", WHY, "Q9")
    done = confirm(
        [reason_for(findings[0]), reason_for(findings[1], "OK"), gone],
        findings,
        book,
        WHO,
        TODAY,
        (),
    )

    assert [entry.key for entry in done.confirmations] == ["H-R7-0001"]
    assert [sentence.split("「フォロー予定日」（REF-007）")[0] for sentence in done.refused] == [
        "「つなぎ・引継票」のH-R7-0002",
        "「つなぎ・引継票」のH-R7-0009",
    ]


def test_taken_back__comes_back_plain_and_can_be_confirmed_again():
    book, findings = checked("REF-007", MOVED)
    memo = confirmed("REF-007", MOVED)
    (shown,) = with_confirmations(findings, memo, book)
    back = confirm([reason_for(shown, "取消")], findings, book, "窓口 次郎", TODAY, memo)
    memo += back.confirmations

    assert with_confirmations(findings, memo, book) == findings
    memo += confirmed("REF-007", MOVED, history=memo)
    assert [e.reason for e in memo] == [WHY, "", WHY]
    assert in_short(with_confirmations(findings, memo, book))[0].endswith("参考")


def test_taken_back__also_after_a_value_changed():
    memo = confirmed("REF-007", MOVED)
    later = MOVED.replace(follow_up_on=date(2025, 12, 1))
    book, findings = checked("REF-007", later)
    memo += confirm(
        [reason_for(findings[0], "取消")], findings, book, WHO, TODAY, memo
    ).confirmations

    assert with_confirmations(findings, memo, book) == findings


def test_taken_back__what_was_never_confirmed_is_refused():
    book, findings = checked("REF-007", MOVED)
    done = confirm([reason_for(findings[0], "取消")], findings, book, WHO, TODAY, ())

    assert (done.confirmations, len(done.refused)) == ((), 1)
    assert "確認済みではない" in done.refused[0]


def test_a_finding_without_a_cell__is_not_confirmed():
    """Its heading is gone, so nobody can say which cell it is about."""
    book, findings = checked("REF-007", MOVED)
    book.tables[Referral].positions.pop("follow_up_on")
    findings = check(book, "支援台帳.xlsx", rules=[r for r in RULES if r.id == "REF-007"])
    assert [f.cell for f in findings] == [""]
    done = confirm([reason_for(findings[0])], findings, book, WHO, TODAY, ())

    assert (done.confirmations, len(done.refused)) == ((), 1)
    assert "セルの場所が分からず" in done.refused[0]


def test_figures_of_forms__rest_on_their_own_cell():
    """A finding of no rule on rows: its value is what it was confirmed on."""
    book, (finding,) = checked("REF-007", MOVED)
    figure = _figure(finding, "13")
    memo = confirm([reason_for(figure)], [figure], book, WHO, TODAY, ()).confirmations
    (same,) = with_confirmations([figure], memo, book)
    (other,) = with_confirmations([_figure(finding, "14")], memo, book)

    assert same.severity is Severity.NOTE
    assert "その後「4月」が「13」から「14」に変わりました" in other.message


def _figure(finding, value):
    facts = {"rule": "TALLY-101", "sheet": "月次", "cell": "E5", "key": "W1/A01/R7.4"}
    return type(finding)(**{**_fields(finding), **facts, "column": "4月", "value": value})


def test_nothing_is_looked_up__without_an_entry_at_the_place():
    """A check with thousands of findings pays nothing for what nobody confirmed."""
    book, findings = checked("REF-007 REF-002", MOVED)
    memo = confirmed("CASE-012", STALE)
    book.rows = lambda _: pytest.fail("rows were looked up")

    assert with_confirmations(findings, (), book) == findings
    assert with_confirmations(findings, memo, book) == findings


def test_renamed_heading__keeps_what_was_confirmed():
    """An entry with a heading the register does not have any more still holds."""
    memo = confirmed("REF-007", MOVED)
    memo = [type(e)(**{**_fields(e), "values": {**e.values, "旧見出し": "x"}}) for e in memo]

    assert in_short(told("REF-007", memo, MOVED))[0].endswith("参考")


@pytest.fixture(scope="module")
def year():
    """A sample year half a year later: much is overdue by then."""
    return simulate(FiscalYear(2025), 60, 1)


def doubts(findings):
    return [finding for finding in findings if finding.severity is Severity.WARNING]


@pytest.mark.parametrize("days", [0, 1, LASTS_DAYS])
def test_sample__everything_confirmed_holds_while_nothing_is_changed(year, days):
    """Whatever its rule says, also of days that have passed."""
    today = date(2026, 9, 30)
    book = register_of(year, today)
    findings = check(book, "支援台帳.xlsx")
    reasons = [reason_for(f) for f in doubts(findings)]
    memo = confirm(reasons, findings, book, WHO, today, ()).confirmations
    later = register_of(year, today + timedelta(days))
    after = check(later, "支援台帳.xlsx")

    assert len(memo) == len(reasons) > 30
    new = {(f.rule, f.cell) for f in doubts(after)} - {(f.rule, f.cell) for f in doubts(findings)}
    back = {(f.rule, f.cell) for f in doubts(with_confirmations(after, memo, later))}
    assert back == new


def test_sample__every_rule_can_be_watched(year):
    """No rule asks of a row what only the row itself can give."""
    book = register_of(year, date(2026, 9, 30))
    for rule in RULES:
        for row in book.rows(rule.row_type)[:20]:
            columns_read(rule, row, book)


def test_list__gives_the_whole_history_newest_first():
    memo = confirmed("PLAN-007", OVERDUE)
    memo += confirmed("PLAN-007", OVERDUE, text="取消", history=memo)

    newest, oldest = confirmed_list(memo)

    assert "PLAN-007：（取消し）" in newest
    assert oldest.startswith(
        f"令和8年3月31日　{WHO}　プラン明細　P-R7-0001-1（1）「期日」PLAN-007：{WHY}　（指摘："
    )


def test_oral_consent__is_taken_to_be_fixed_by_a_written_one_in_the_case():
    """The rule looks at the case too: what it says there makes the finding go."""
    memo = confirmed("PLAN-012", ORAL)
    case = Case(case_no="R7-0001", consent=Consent.WRITTEN)

    assert told("PLAN-012", memo, case, ORAL) == []


def test_left__refused_reasons_go_beside_their_findings_once_more():
    book, findings = checked("REF-007 CASE-012", MOVED, STALE)
    stale, moved = findings if findings[0].rule == "CASE-012" else reversed(findings)
    reasons = [reason_for(stale, "済み"), reason_for(moved, "電話で家族に確認")]
    done = confirm(reasons, findings, book, WHO, TODAY, ())

    assert [reason.reason for reason in done.left] == ["済み"]
    assert left_beside([moved, stale], done.left) == ["", "済み"]


def test_left__two_reasons_for_one_finding_are_both_kept():
    book, findings = checked("REF-007", MOVED)
    reasons = [reason_for(findings[0], text) for text in ("訪問で確認", "電話で確認")]
    done = confirm(reasons, findings, book, WHO, TODAY, ())

    assert left_beside(findings, done.left) == ["訪問で確認／電話で確認"]


def test_left__nothing_beside_another_remark_and_no_personal_number():
    book, findings = checked("REF-007", MOVED)
    (finding,) = findings
    other = reason_for(finding)
    reasons = [
        Reason(other.rule, other.sheet, other.key, other.column, "前の指摘", WHY, other.cell),
        reason_for(finding, "個人番号 123456789018 を確認"),
    ]
    for reason in reasons:
        done = confirm([reason], findings, book, WHO, TODAY, ())
        assert len(done.left) == 1
        assert left_beside(findings, done.left) == [""]


MEETINGS = [
    MeetingRecord(
        meeting_no=f"JU-{year.short}-01", kind=Meeting.PLAN_CONFERENCE, held_on=year.first_day
    )
    for year in (FiscalYear(2023), FiscalYear(2024))
]


def test_sheet_as_a_whole__is_confirmed_too():
    """What is said of no row stays confirmed, each year by itself."""
    book, findings = checked("MTG-014", *MEETINGS)
    first, second = findings
    done = confirm([reason_for(first)], findings, book, WHO, TODAY, ())

    assert (first.cell, first.key, first.column) == ("", "", "")
    assert done.refused == ()
    after = with_confirmations(findings, done.confirmations, book)
    assert [f.severity for f in after] == [Severity.NOTE, Severity.WARNING]
    assert second.message in after[1].message


def test_rule_on_two_sheets__is_confirmed_where_it_was_found():
    """What the rule read is that of its check on this sheet."""
    meeting = MEETINGS[1].replace(held_on=date(2026, 3, 1))
    undone = Decision(
        meeting_no=meeting.meeting_no, decision_no="JU-R6-01-01", state=DecisionState.OPEN
    )
    memo = confirmed("MTG-008", meeting, undone)

    assert {tuple(entry.values) for entry in memo} == {
        ("会議番号", "決定番号", "担当者", "期限", "状態")
    }
    assert in_short(told("MTG-008", memo, meeting, undone)) == ["F2 参考", "G2 参考"]
