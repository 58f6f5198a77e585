"""次第: order, pseudonyms, what may not reach a meeting, and what a 案件票 shows."""

import re

import pytest

from juso.core.calendar import FiscalYear
from juso.core.errors import JusoError
from juso.core.finding import Finding
from juso.core.sheet import Row, blank
from juso.core.table import Table
from juso.koshu.config import Config
from juso.koshu.register import Register
from juso.services.meeting.agenda_model import Agenda, CaseSheet
from juso.services.meeting.placeholder import context
from juso.services.prepare_agenda import prepare_agenda
from juso.services.write_minutes import write_minutes
from meeting_register import meeting_register

CONFIG = Config(FiscalYear(2025))
JU, SK, TN = "JU-R7-03", "SK-R7-05", "TN-R7-02"


def prepare(meeting_no: str, *replacing: tuple[str, str]) -> Agenda:
    return prepare_agenda(meeting_register(replacing=replacing), meeting_no, CONFIG)


def short(findings: tuple[Finding, ...]) -> list[str]:
    return [f"{f.rule} {f.severity} {f.sheet} {f.cell} {f.value}" for f in findings]


def sheet(agenda: Agenda, item: str) -> CaseSheet:
    return next(s for s in agenda.sheets if s.item == item)


def lines(agenda: Agenda) -> list[str]:
    """The order of business as it is printed."""
    return [
        f"{b.number}{b.heading}{b.minutes} {' '.join(f'{x.mark}{x.item}{x.subject}' for x in b.lines)}"
        for b in agenda.business
    ]


def test_prepare_agenda__plan_conference():
    """Urgent first, then 再付議; the case without consent is left out, its letter stays unused."""
    assert lines(prepare(JU)) == [
        "(1)支援計画の適切性の協議（各15分） ア案件5Dさん（30代・女性）世帯 イ案件1Aさん（80代・女性）世帯",
        "(2)支援終結時の評価（15分） ア案件3Cさん（20代・男性）世帯",
        "(3)社会資源の充足状況の把握と開発に向けた検討（15分） ア案件4夕方以降の移動手段の不足",
    ]


def test_prepare_agenda__findings_of_the_plan_conference():
    """No consent, oral consent, an agency outside the scope, an earlier decision kept back."""
    assert short(prepare(JU).findings) == [
        "MTG-002 要修正 会議案件 D5 R7-0021",
        "MTG-002 要確認 会議案件 D8 R7-0033",
        "MTG-005 要修正 会議出席 C8 教育委員会",
        "MTG-002 要確認 決定事項 C3 JU-R7-02-02",
    ]


def test_prepare_agenda__nothing_of_a_case_without_consent():
    """Neither the agenda, nor a case sheet, nor the list of open decisions names the case."""
    everything = str(context(prepare(JU)))

    assert "R7-0021" not in everything
    assert "家計の立て直し" not in everything
    assert "JU-R7-02-02" not in everything
    assert "JU-R7-02-01" in everything


def test_prepare_agenda__a_case_named_only_by_its_plan():
    """Leaving ケース番号 empty and giving a plan does not open a way around the consent."""
    agenda = prepare(
        JU,
        (
            "| 未確認（働きかけ中） | | | | | | 自立相談支援 |",
            "| 同意なし（拒否） | | | | | | 自立相談支援 |",
        ),
        (
            "| R7-0012 | P-R7-0012-1 | | | 地域包括支援センター | 壬生 | 親子それぞれ",
            "| | P-R7-0012-1 | | | 地域包括支援センター | 壬生 | 親子それぞれ",
        ),
        ("| 同意あり（書面） | 2025-05-12 |", "| 同意撤回 | 2025-05-12 |"),
    )

    assert "案件1" not in {s.item for s in agenda.sheets}
    assert "MTG-002 要修正 会議案件 D4 " in short(agenda.findings)


@pytest.mark.parametrize(
    ("replacing", "expected"),
    [
        (("R7-0040 | P-R7-0040-1 | E-R7", " | P-R7-0099-1 | E-R7"), "MTG-002 要修正 会議案件 D6 "),
        (
            ("R7-0040 | P-R7-0040-1 | E-R7", "R7-0099 | P-R7-0040-1 | E-R7"),
            "MTG-002 要修正 会議案件 D6 R7-0099",
        ),
    ],
)
def test_prepare_agenda__a_case_that_cannot_be_found(replacing, expected):
    """An individual case whose consent cannot be looked up is not put before the conference."""
    agenda = prepare(
        JU,
        replacing,
        ("E-R7-0040-1 | P-R7-0040-1 | R7-0040", "E-R7-0041-1 | P-R7-0040-1 | R7-0040"),
    )

    assert expected in short(agenda.findings)
    assert "案件3" not in {s.item for s in agenda.sheets}


def test_prepare_agenda__another_persons_plan():
    """The plan of somebody else is not printed on a case's sheet."""
    agenda = prepare(
        JU,
        (
            "| R7-0012 | P-R7-0012-1 | | | 地域包括支援センター | 壬生 | 親子それぞれ",
            "| R7-0012 | P-R7-0033-1 | | | 地域包括支援センター | 壬生 | 親子それぞれ",
        ),
    )

    assert sheet(agenda, "案件1").plan is None


def test_prepare_agenda__support_conference():
    """A 支援会議 takes cases without consent, urgent ones first, and says nothing is to be got."""
    agenda = prepare(SK)

    assert lines(agenda) == [
        "(1)緊急性がある事案への対応（20分） ア案件2Bさん（年代不明・性別不明）",
        "(2)気になる事案の情報提供・情報共有（各15分） ア案件4Dさん（30代・女性）世帯 イ案件1Aさん（50代・男性）",
        "(3)見守りと支援方針の理解（15分） ア案件3Cさん（50代・男性）世帯",
    ]
    assert agenda.findings == ()
    assert agenda.title == "甲州市支援会議（社会福祉法第106条の6）"
    assert "正当な理由がなく" in agenda.notice
    assert agenda.handling == "取扱注意・会議後回収"


def test_prepare_agenda__liaison_committee_holds_no_case():
    """庁内連携委員会 has no case sheets, and an item about a case is refused."""
    agenda = prepare(
        TN,
        (
            "| TN-R7-02 | 2 | 4課の連携・役割分担 | |",
            "| TN-R7-02 | 2 | 4課の連携・役割分担 | R7-0012 |",
        ),
    )

    assert agenda.sheets == ()
    assert lines(agenda) == ["(1)実施状況の確認・評価（30分） ア案件1令和7年度第1四半期の実施状況"]
    assert short(agenda.findings) == ["MTG-002 要修正 会議案件 D14 R7-0012"]
    assert agenda.handling == agenda.notice == ""


def test_prepare_agenda__unknown_meeting():
    """The sentence says which meeting numbers there are."""
    with pytest.raises(JusoError, match=r"JU-R7-99.*JU-R7-02、JU-R7-03、SK-R7-05、TN-R7-02"):
        prepare("JU-R7-99")


def test_prepare_agenda__identifying_title():
    """A name in 件名 and a phone number in 論点 are named with their cells."""
    agenda = prepare(
        SK,
        ("長くひきこもる方への関わり方", "甲野一郎の件"),
        ("各機関の情報を共有したい", "0553-00-2102へ電話した"),
    )

    assert [(f.rule, f.cell, f.column) for f in agenda.findings] == [
        ("MTG-006", "K9", "付議の理由・論点"),
        ("MTG-006", "J11", "件名"),
    ]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("丁田健の件", ["J11"]),
        ("テイダ・ケン、ていだけんの件", ["J11"]),
        ("電話0553(00)4004の件", ["J11"]),
        ("健康と上於曽の健やかな暮らし", []),
    ],
)
def test_prepare_agenda__somebody_of_another_meeting(typed, expected):
    """Name, ふりがな and phone of a case no 支援会議 was about; parts of its name are words."""
    agenda = prepare(SK, ("長くひきこもる方への関わり方", typed))

    assert [f.cell for f in agenda.findings if f.rule == "MTG-006"] == expected


def test_prepare_agenda__attendee_with_the_name_of_a_case():
    """Who sits at the meeting may stand in its papers, whoever else has that name."""
    agenda = prepare(
        SK, ("長くひきこもる方への関わり方", "丁田健の報告"), ("未広　九 |", "丁田　健 |")
    )

    assert [f for f in agenda.findings if f.rule == "MTG-006"] == []


def test_prepare_agenda__over_time():
    """Items and fixed steps longer than the meeting are 要確認 at its end."""
    agenda = prepare(JU, ("2025-07-10 | 13:30 | 15:30", "2025-07-10 | 13:30 | 14:30"))

    found = [f for f in agenda.findings if f.rule == "MTG-016"]
    assert short(tuple(found)) == ["MTG-016 要確認 会議台帳 F3 14:30:00"]
    assert "計（60分）" in found[0].message
    assert "15分超えます" in found[0].message


def test_prepare_agenda__different_times_per_item():
    """Items of different length print their own minutes."""
    agenda = prepare(JU, ("承認 | 15 | 3日以内", "承認 | 25 | 3日以内"))

    business = agenda.business[0]
    assert (business.minutes, [line.minutes for line in business.lines]) == (
        "",
        ["（25分）", "（15分）"],
    )
    assert agenda.total == "（計70分）"


def test_case_sheet__is_pseudonymous():
    """Names, addresses and neighbours in the case file are replaced, 取扱注意 contacts left out."""
    found = sheet(prepare(JU), "案件1").person

    assert [line.content for line in found.history] == [
        "自宅（［住所］）を訪問。世帯員には会えなかった。",
        "長男と玄関先で話した。隣の〇〇さんから野菜をもらうという。",
        "家計表を一緒に付けることになった。",
    ]
    assert found.wish == "住み慣れた家でAさんらしく暮らしたい。"
    assert found.members == "子（50代・同居・支援が必要）"


def test_case_sheet__leaving_agencies():
    """An agency the consent does not reach is told to leave, on the sheet of that case only."""
    agenda = prepare(JU)

    assert sheet(agenda, "案件1").person.leaving == "教育委員会"
    assert sheet(agenda, "案件5").person.leaving == ""


def test_case_sheet__protected_person():
    """支援措置: no area, and no school or company by name anywhere on the sheet."""
    agenda = prepare(
        SK,
        ("保育所からの連絡で来所。", "架空小学校と090-0000-3303に連絡。大和町初鹿野7703から転居。"),
        ("同居していた配偶者からの暴力がある。", "大和のひかり保育園に配偶者が来る。"),
    )
    found = sheet(agenda, "案件4").person

    assert found.area == "（支援措置のため記載しない）"
    assert found.history[0].content == "［勤務先・学校］と［電話番号］に連絡。［住所］から転居。"
    assert found.problems[0].content == "［地区］［勤務先・学校］に配偶者が来る。"
    assert not re.search("小学校|保育園|大和|0000", str(context(agenda.sheets)))


def test_case_sheet__within_the_consent():
    """Without 家族 and 支援経過 in the 同意範囲 a 重層的支援会議 sees neither."""
    agenda = prepare(JU, ("基本情報、健康・障害、家族、支援経過", "基本情報"))
    found = sheet(agenda, "案件1").person

    assert (found.members, found.history) == ("（同意の範囲外のため記載しない）", ())
    assert found.history_note == "（同意の範囲外のため記載しない）"


def test_prepare_agenda__open_decisions():
    """Unfinished decisions of earlier meetings of the same kind, overdue ones marked."""
    found = prepare(JU).open_decisions

    assert [(d.number, d.origin, d.content, d.state) for d in found] == [
        (
            "JU-R7-02-01",
            "第2回　案件1",
            "Aさん親子の支援計画に、二つの窓口の役割分担を書き加える。",
            "進行（期限超過）",
        ),
        ("JU-R7-02-03", "第2回", "案件票の記入例を各窓口に配る。", "未"),
    ]


def test_prepare_agenda__statistics_only():
    """A meeting set to L2 shows neither pseudonyms nor case sheets."""
    agenda = prepare(
        SK, ("要保護児童対策地域協議会 | 非公開 | L1", "要保護児童対策地域協議会 | 非公開 | L2")
    )

    assert agenda.sheets == ()
    assert {line.subject for b in agenda.business for line in b.lines} == {"個別案件"}


def test_prepare_agenda__a_meeting_without_items():
    """A meeting that has nothing on its agenda yet still has one, with the business of the plan."""
    agenda = prepare(
        JU,
        ("| JU-R7-03 | 1 | 支", "| JU-R7-04 | 1 | 支"),
        ("| JU-R7-03 | 2 | 支", "| JU-R7-04 | 2 | 支"),
        ("| JU-R7-03 | 3 | 支", "| JU-R7-04 | 3 | 支"),
        ("| JU-R7-03 | 4 | 社", "| JU-R7-04 | 4 | 社"),
        ("| JU-R7-03 | 5 | 支", "| JU-R7-04 | 5 | 支"),
    )

    assert [b.lines for b in agenda.business] == [(), (), ()]
    assert (agenda.sheets, agenda.total) == ((), "")


@pytest.mark.parametrize(
    "row_type", sorted(meeting_register().tables, key=lambda t: t.sheet), ids=lambda t: t.sheet
)
def test_papers__of_a_register_with_an_empty_column(row_type: type[Row]):
    """Whatever column of a faulty register is empty, agenda and minutes are made or refused."""
    whole = meeting_register()
    made = 0
    for column in (c for c in row_type.columns if not c.computed):
        rows = [row.replace(**{column.key: blank(column)}) for row in whole.rows(row_type)]
        positions = whole.tables[row_type].positions
        tables = {**whole.tables, row_type: Table(row_type, rows, positions)}
        register = Register(tables, whole.today, whole.settings)
        for meeting_no in (JU, SK, TN):
            try:
                prepare_agenda(register, meeting_no, CONFIG)
                write_minutes(register, meeting_no, CONFIG)
            except JusoError:
                assert column.key in ("meeting_no", "kind")
            made += 1

    assert made >= 3 * 7


def test_case_sheet__a_protected_persons_school_among_the_agencies():
    """Under 支援措置 an agency that is a school or nursery is not named on the case's sheet."""
    agenda = prepare(
        JU,
        (
            "こども家庭センター、DV被害者支援担当、教育委員会",
            "こども家庭センター、ぶどう坂こども園",
        ),
        ("| 教育委員会 | | | 未着手 |", "| 架空小学校 | | | 未着手 |"),
    )
    found = sheet(agenda, "案件5")

    assert found.person.consent_agencies == "こども家庭センター、［学校・勤務先等］"
    assert found.person.leaving == "教育委員会"
    assert [task.agency for task in found.plan.tasks] == ["DV被害者支援担当", "［学校・勤務先等］"]


def test_case_sheet__a_protected_persons_school_in_the_record():
    """A school of the 関係機関マスタ is hidden whole, whatever its name is made of."""
    text = "桃の里中学校と連絡した。"
    masters = "関係機関マスタ\n| 機関コード | 正式名 | 略称 |\n| P01 | 甲州市立桃の里中学校 | 桃の里中学校 |\n"
    register = meeting_register(masters, replacing=(("保育所からの連絡で来所。", text),))
    agenda = prepare_agenda(register, SK, CONFIG)

    assert sheet(agenda, "案件4").person.history[0].content == "［学校・勤務先等］と連絡した。"
