"""Which columns stand on 相談受付・申込票 and インテーク・アセスメントシート, and in what order.

Labels, choices, notes, 太枠 and required marks are the columns' own.
"""

from __future__ import annotations

from juso.core.sheet import Column, Row, column_index
from juso.koshu.case_form import FormSheet, Line, Section, Variant
from juso.koshu.sheets import Assessment, Case, FamilyMember, Problem


def _lines(row_type: type[Row], *lines: str) -> tuple[Line, ...]:
    """Lines as `"key key"`; `.` leaves a slot free, `"key / 3"` is an entry three lines tall."""
    return tuple(_line(row_type, line) for line in lines)


def _line(row_type: type[Row], line: str) -> Line:
    keys, _, tall = line.partition("/")
    slots = keys.split()
    columns = (row_type.columns[column_index(row_type, key)] for key in slots if key != ".")
    return Line(tuple(columns), len(slots), int(tall or 1))


APPLICATION = FormSheet(
    "相談受付・申込票",
    (
        Section(
            "受付",
            Case,
            _lines(
                Case, "case_no household_no", "received_on received_by", "window route", "entry"
            ),
        ),
        Section("来談者", Case, _lines(Case, "caller caller_relation", "caller_name caller_phone")),
        Section(
            "本人",
            Case,
            _lines(
                Case,
                "kana is_anonymous",
                "name sex",
                "born_on born_unknown typed_band",
                "address / 2",
                "area phone",
                "contact_care",
                "family family_count",
            ),
        ),
        Section(
            "相談の内容",
            Case,
            _lines(
                Case,
                "topics / 2",
                "main_topic",
                "complaint / 4",
                "attributes",
                "issues / 2",
                "complexities",
            ),
        ),
        Section("緊急性", Case, _lines(Case, "urgency", "first_response / 2")),
        Section(
            "申込・同意欄",
            Case,
            _lines(
                Case,
                "consent",
                "consent_on consent_method",
                "consent_agencies / 2",
                "consent_information",
                "consent_until proxy",
            ),
            notes=(
                "私は、{rules}の説明を受け、相談と支援のために必要な範囲で、下の「同意範囲」の"
                "機関と情報を共有することに同意し、相談を申し込みます。同意はいつでも取り消せます。",
            ),
            signatures=("本人署名", "代理人署名"),
            variant=Variant.CONSENT,
        ),
        Section(
            "同意がないとき",
            Case,
            _lines(Case, "consent", "consent_reason / 3"),
            notes=(
                "本人の同意がないため、この票の内容を共有できるのは、支援会議（{law}、"
                "実施計画7(3)、8(2)）に限ります。重層的支援会議には付議できません。",
            ),
            variant=Variant.NO_CONSENT,
        ),
        Section(
            "窓口の対応",
            Case,
            _lines(
                Case,
                "lead_agency lead_worker",
                "support_agencies / 2",
                "is_multi_agency not_multi_agency_reason",
                "screened_on outcome",
                "state next_on",
                "cautions",
                "note / 2",
            ),
        ),
    ),
)
INTAKE = FormSheet(
    "インテーク・アセスメントシート",
    (
        Section("アセスメントの実施", Assessment, _lines(Assessment, "assessed_on assessed_by")),
        Section(
            "生活の状況",
            Assessment,
            _lines(
                Assessment,
                "life_history / 3",
                "health / 2",
                "certificate care_level",
                "employment income_source",
                "income budgeting",
                "has_debt debt",
                "housing schooling",
                "community_ties / 2",
            ),
        ),
        Section(
            "家族構成",
            FamilyMember,
            _lines(
                FamilyMember,
                "number relation age_band lives_together occupation needs_support note",
            ),
            spare_rows=6,
            shares=(1, 2, 1, 1, 3, 1, 3),
        ),
        Section("本人の希望と強み", Assessment, _lines(Assessment, "wish / 2", "strengths / 2")),
        Section(
            "課題整理",
            Problem,
            _lines(Problem, "number issue content background own_view priority"),
            spare_rows=5,
            shares=(1, 2, 3, 3, 2, 1),
        ),
        Section("優先する課題", Assessment, _lines(Assessment, "priorities")),
        Section(
            "リスク",
            Assessment,
            _lines(
                Assessment,
                "risk_life risk_abuse risk_suicide",
                "risk_money risk_housing .",
                "risk_response / 2",
            ),
        ),
        Section(
            "見立て",
            Assessment,
            _lines(
                Assessment,
                "services / 2",
                "agencies / 2",
                "direction / 3",
                "gap / 2",
                "is_complete",
            ),
        ),
    ),
)
FORM_SHEETS = (APPLICATION, INTAKE)


def columns_of(row_type: type[Row], variant: Variant | None) -> tuple[Column, ...]:
    """The columns of a row type that one kind of form has, in the order of the form."""
    return tuple(
        column
        for sheet in FORM_SHEETS
        for section in sheet.sections_for(variant)
        if section.row_type is row_type
        for column in section.columns
    )
