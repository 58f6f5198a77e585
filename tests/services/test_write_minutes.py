"""会議録: what stands in which record, secrecy, and what is missing."""

import pytest

from juso.core.calendar import FiscalYear
from juso.koshu.config import Config
from juso.services.meeting.minutes_model import Minutes
from juso.services.meeting.placeholder import context
from juso.services.write_minutes import write_minutes
from meeting_register import meeting_register

CONFIG = Config(FiscalYear(2025))
JU, SK, TN = "JU-R7-03", "SK-R7-05", "TN-R7-02"


def write(meeting_no: str, *replacing: tuple[str, str]) -> Minutes:
    return write_minutes(meeting_register(replacing=replacing), meeting_no, CONFIG)


def short(minutes: Minutes) -> list[str]:
    return [f"{f.rule} {f.severity} {f.sheet} {f.cell}" for f in minutes.findings]


def test_write_minutes__whole_record_has_no_detail():
    """The whole record knows a case by number, kind and conclusion only."""
    minutes = write(SK)

    assert [(i.item, str(i.kind), str(i.conclusion)) for i in minutes.items] == [
        ("案件1", "気になる事案の情報提供・情報共有", "見守り"),
        ("案件2", "緊急性がある事案への対応", "緊急対応"),
        ("案件3", "見守りと支援方針の理解", "継続"),
        ("案件4", "気になる事案の情報提供・情報共有", "情報共有のみ"),
    ]
    whole = str(context(minutes))
    for detail in ("Aさん", "単身世帯", "R7-0021", "声かけ", "安否確認"):
        assert detail not in whole


def test_write_minutes__one_record_per_case():
    """Each case has its own record; a refused case and an item without a case have none."""
    assert [r.file_stem for r in write(JU).records] == [
        "案件別記録_JU-R7-03_案件1_R7-0012",
        "案件別記録_JU-R7-03_案件3_R7-0040",
        "案件別記録_JU-R7-03_案件5_R7-0033",
    ]
    assert [d.item for d in write(JU).discussions] == ["案件4"]


def test_write_minutes__opinions_by_agency():
    """意見要旨 is split at the agency; the conclusion is ticked among the choices."""
    discussion = write(SK).records[0].discussion

    assert [(o.agency, o.text) for o in discussion.opinions] == [
        ("自立相談支援", "窓口には来るが、書類の記入は望まない。"),
        ("社会福祉協議会", "貸付の相談歴がある。"),
        ("民生委員児童委員協議会", "夜間に明かりがつかない日がある。"),
    ]
    assert discussion.choices == "□ 情報共有のみ　☑ 見守り　□ 継続審議"
    assert discussion.again_on == "令和7年9月18日（木）"


FINAL = ("2025-08-07 | 案 |", "2025-08-07 | 確定 |")
CONCLUDED = ("3日以内 | | | | | |", "3日以内 | | 再検討 | | | |")


@pytest.mark.parametrize(
    ("replacing", "expected"),
    [
        ((), "□ 適切　□ 修正のうえ適切　□ 再検討"),
        ((FINAL,), None),
        ((CONCLUDED,), "□ 適切　□ 修正のうえ適切　☑ 再検討"),
        ((CONCLUDED, FINAL), "□ 適切　□ 修正のうえ適切　☑ 再検討"),
        ((("| 5 | 支援計画の適切性の協議 |", "| 5 | |"),), None),
    ],
)
def test_write_minutes__boxes_to_tick(replacing, expected):
    """A draft offers the conclusions of the item's kind; a settled record has one or lacks it."""
    assert write(JU, *replacing).records[-1].discussion.choices == expected


def test_write_minutes__urgent_case_says_when_help_came():
    """The record of an urgent case has the first contact's time, others have none."""
    records = write(SK).records

    assert [r.first_response for r in records] == [
        "",
        "R7.6.25 11:05 訪問　同日に安否を確認した。",
        "",
        "",
    ]


def test_write_minutes__secrecy():
    """Who announced it when, and whether all confirmed it."""
    everybody = "☑ 午前10時5分、福祉総合支援課長が告知し、出席者全員が確認した。"
    assert write(SK).head.secrecy == everybody

    one_less = write(SK, ("申川　十 | 出席 | ○ | 誓約書", "申川　十 | 出席 | | "))
    assert one_less.head.secrecy.endswith("出席者6人のうち5人が確認した。")


def test_write_minutes__consent_in_a_support_conference():
    """The record says on what law no consent was needed, and what it was."""
    assert write(SK).records[0].consent == (
        "本会議での情報の共有に本人の同意を要しない（同意状況：×（同意なし））"
    )
    assert write(SK).head.basis == "社会福祉法第106条の6、実施計画8(2)"


def test_write_minutes__missing_values():
    """A draft lacks secrecy, conclusions: 要確認 until the minutes are settled, then 要修正."""
    draft = short(write(JU))
    settled = short(write(JU, ("2025-08-07 | 案 |", "2025-08-07 | 確定 |")))

    assert draft[:4] == [
        "MTG-002 要修正 会議案件 D5",
        "MTG-003 要確認 会議台帳 P3",
        "MTG-007 要確認 会議案件 P4",
        "MTG-007 要確認 会議案件 Q4",
    ]
    assert [line.replace("要確認", "要修正") for line in draft] == settled
    assert write(JU).head.is_draft
    assert write(JU).head.secrecy is None


@pytest.mark.parametrize(
    ("replacing", "expected"),
    [
        (
            ("| SK-R7-05 | 3 | SK-R7-05-04 |", "| SK-R7-05 | 9 | SK-R7-05-04 |"),
            "MTG-008 要修正 会議案件 P11",
        ),
        (
            (
                "居場所の見学の案内を手紙に添える。 | 社会福祉協議会 | 未広",
                "居場所の見学の案内を手紙に添える。 | 社会福祉協議会 | ",
            ),
            "MTG-008 要修正 決定事項 F9",
        ),
    ],
)
def test_write_minutes__decision_without_owner(replacing, expected):
    """After 継続 somebody must do something by a day; a decision needs both."""
    assert expected in short(write(SK, replacing))


def test_write_minutes__identifying_text():
    """A name in 結論の要旨, 意見要旨 or a decision is named with its cell."""
    minutes = write(
        SK,
        ("手紙と訪問を続ける。", "一郎さんに手紙を続ける。"),
        ("居場所の見学を提案できる", "甲野一郎に提案できる"),
        ("毎日の安否確認を行う。 | 地域", "隣の戊谷さんが安否を見る。 | 地域"),
    )

    assert [f.cell for f in minutes.findings if f.rule == "MTG-006"] == ["Q11", "R11", "D7"]


def test_write_minutes__somebody_of_another_meeting():
    """A case that was never before a 支援会議 is named in 結論の要旨 all the same."""
    minutes = write(SK, ("手紙と訪問を続ける。", "丁田　健さんと同じく手紙を続ける。"))

    assert [f.cell for f in minutes.findings if f.rule == "MTG-006"] == ["Q11"]


def test_write_minutes__consent_withdrawn_after_the_meeting():
    """What was discussed with consent is recorded though the consent was withdrawn since."""
    minutes = write(JU, ("| 同意あり（書面） | 2025-05-12 |", "| 同意撤回 | 2025-05-12 |"))

    assert "案件別記録_JU-R7-03_案件1_R7-0012" in {r.file_stem for r in minutes.records}
    assert short(minutes)[0] == "MTG-002 要修正 会議案件 D5"


def test_write_minutes__liaison_committee():
    """4課 with the absent one, the year's grades, decisions per item, what goes to the 推進委員会."""
    minutes = write(TN)

    assert [d.people for d in minutes.divisions] == [
        "課長　子安　一",
        "課長　戌亥　十二",
        "課長　亥口　十三",
        "出席なし",
    ]
    assert [(g.indicator[:3], g.grade) for g in minutes.grades] == [
        ("K01", "B"),
        ("K04", "C"),
        ("K09", None),
    ]
    assert [d.number for x in minutes.discussions for d in x.decisions] == [
        "TN-R7-02-01",
        "TN-R7-02-02",
    ]
    assert minutes.to_report == "つなぎの確認が遅れている窓口があり、確認の手順をそろえる。"
    assert minutes.records == ()
    assert minutes.findings == ()


def test_case_record__a_protected_persons_school():
    """Under 支援措置 the record names no school among those present, heard or in charge."""
    record = write(
        SK,
        ("| SK-R7-05 | 4 | 教育委員会 |", "| SK-R7-05 | 4 | 架空小学校 |"),
        ("教育委員会：学校への問合せも", "架空小学校：学校への問合せも"),
        (
            "| SK-R7-05 | 3 | SK-R7-05-04 | 居場所の見学の案内を手紙に添える。 | 社会福祉協議会",
            "| SK-R7-05 | 4 | SK-R7-05-04 | 居場所の見学の案内を手紙に添える。 | 架空小学校",
        ),
    ).records[3]

    hidden = "［学校・勤務先等］"
    assert record.agencies.endswith(f"社会福祉協議会、{hidden}")
    assert [opinion.agency for opinion in record.discussion.opinions] == [hidden]
    assert [decision.agency for decision in record.discussion.decisions] == [hidden]
