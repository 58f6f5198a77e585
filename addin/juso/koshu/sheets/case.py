"""T01 相談受付簿: one row per person and consultation, shared by the four windows."""

from datetime import date, datetime

from juso.core.calendar import age
from juso.core.sheet import Row, column
from juso.koshu.choices import AGENCY, AREA
from juso.koshu.codes import (
    AgeBand,
    Attribute,
    Caller,
    CaseState,
    Caution,
    ClosingReason,
    Complexity,
    Consent,
    ConsentMethod,
    Entry,
    Family,
    Issue,
    Outcome,
    Route,
    Sex,
    SharedInformation,
    SuspensionReason,
    Topic,
    Urgency,
    Window,
)

MAIN_ATTRIBUTE = {
    Window.ELDERLY: Attribute.ELDERLY,
    Window.DISABILITY: Attribute.DISABILITY,
    Window.CHILDREN: Attribute.CHILDREN,
    Window.HARDSHIP: Attribute.HARDSHIP,
}
"""主な対象区分（実施計画7(1)の表）。"""

_MAIN = (
    'IF({受付窓口}="介護","高齢",IF({受付窓口}="障害","障害",'
    'IF({受付窓口}="子育て","こども","困窮")))'
)
_FIELDS = "+".join(
    f'SIGN(SUMPRODUCT(ISNUMBER(SEARCH(一覧_課題区分,{{課題区分}}))*(分野_課題区分="{a}")))'
    for a in MAIN_ATTRIBUTE.values()
)


class Case(Row, sheet="相談受付簿"):
    """相談の受付から終結まで、1人1相談を1行で管理する。"""

    case_no: str = column(
        "ケース番号",
        unique=True,
        pattern=r"R\d{1,2}-\d{4}",
        example="R7-0001",
        note="年度と4桁の通し番号です。他の行と重ならない番号を付けてください。",
    )
    household_no: str = column(
        "世帯番号",
        pattern=r"S\d{4}",
        example="S0001",
        note="同じ世帯の人には同じ番号を付けます（8050、ダブルケア等）。",
    )
    received_on: date = column("受付日", national=True)
    window: Window = column("受付窓口", national=True)
    received_by: str = column("受付者", note="職名と氏名を入力してください。")
    route: Route = column("相談経路", national=True)
    entry: Entry = column("相談の入り方", basis="実施計画5(2)")
    caller: Caller = column("来談者区分", national=True)
    caller_name: str | None = column("来談者氏名", when="来談者区分が本人でないとき", is_name=True)
    caller_relation: str | None = column("来談者続柄", when="来談者区分が本人でないとき")
    caller_phone: str | None = column("来談者電話")
    is_anonymous: bool = column("匿名", note="匿名の相談は○にし、氏名等は入力しません。")
    name: str | None = column(
        "氏名", when="匿名でないとき", note="入力どおりに保存します。", is_name=True
    )
    kana: str | None = column("ふりがな", when="氏名を入力したとき", is_name=True, is_kana=True)
    sex: Sex = column("性別", national=True)
    born_on: date | None = column(
        "生年月日", when="匿名でないとき（不明のときは次の列を○）", any_era=True
    )
    born_unknown: bool = column("生年月日不明")
    age_at_intake: int | None = column(
        "年齢(受付時)",
        computed=True,
        formula='=IF(OR({生年月日}="",{受付日}=""),"",DATEDIF({生年月日},{受付日},"Y"))',
    )
    typed_band: AgeBand | None = column(
        "年代", note="生年月日があれば空欄で構いません。匿名のときは推定の年代を選びます。"
    )
    address: str | None = column("住所", when="匿名でないとき")
    area: str = column("地区", choices=AREA)
    phone: str | None = column("電話")
    contact_care: str | None = column(
        "連絡方法の注意", note="郵送不可、折返し不可など。「知られない」相談で特に大切です。"
    )
    family: Family = column("世帯構成")
    family_count: int | None = column("世帯人数", unit="人")
    topics: tuple[Topic, ...] = column("相談内容", national=True)
    main_topic: Topic = column("一番困っていること", national=True)
    complaint: str = column("主訴(本人の言葉)", width=30)
    attributes: tuple[Attribute, ...] = column("対象属性")
    is_off_attribute: bool = column(
        "属性外受付",
        computed=True,
        formula=f'=IF({{ケース番号}}="","",IF(ISNUMBER(SEARCH({_MAIN},{{対象属性}})),"","○"))',
    )
    issues: tuple[Issue, ...] = column("課題区分", basis="実施計画4(2)")
    complexities: tuple[Complexity, ...] = column("複合課題類型", optional=True)
    field_count: int | None = column(
        "関与分野数", computed=True, formula=f'=IF({{課題区分}}="","",{_FIELDS})'
    )
    urgency: Urgency = column("緊急度", basis="実施計画8(2)")
    first_response: str | None = column("緊急の内容・初動", when="緊急度が即日又は3日以内のとき")
    consent: Consent = column("同意状況", basis="実施計画4(3)③、7(2)")
    consent_on: date | None = column("同意日", when="同意があるとき")
    consent_method: ConsentMethod | None = column("同意方法", when="同意があるとき")
    proxy: str | None = column("代理人氏名・続柄", when="代理人・保護者の同意のとき", is_name=True)
    consent_agencies: tuple[str, ...] = column(
        "同意範囲(機関)", optional=True, choices=AGENCY, when="同意があるとき"
    )
    consent_information: tuple[SharedInformation, ...] = column(
        "同意範囲(情報)", optional=True, when="同意があるとき"
    )
    consent_until: date | None = column("同意期限")
    consent_reason: str | None = column("不同意・未確認の理由", when="同意がないとき")
    screened_on: date | None = column("スクリーニング日", when="受付から14日以内")
    outcome: Outcome | None = column("スクリーニング結果", when="受付から14日以内")
    lead_agency: str = column("主担当機関", choices=AGENCY)
    lead_worker: str = column("担当者")
    support_agencies: tuple[str, ...] = column(
        "副担当機関",
        optional=True,
        choices=AGENCY,
        when="多機関協働のとき、又は2分野以上にわたるとき",
        basis="実施計画4(3)①",
    )
    is_multi_agency: bool = column(
        "多機関協働該当", note="課題が2分野以上にわたるときに検討します。"
    )
    not_multi_agency_reason: str | None = column(
        "非該当の理由", when="2分野以上で多機関協働にしないとき"
    )
    state: CaseState = column("状態")
    last_contact_on: date | None = column("最終接触日", computed=True)
    next_on: date | None = column("次回予定日", when="終結・中断でないとき", basis="実施計画4(1)①")
    closed_on: date | None = column("終結日", when="状態が終結のとき")
    closing_reason: ClosingReason | None = column("終結理由", when="状態が終結のとき")
    suspended_on: date | None = column("中断日", when="状態が中断のとき")
    suspension_reason: SuspensionReason | None = column("中断理由", when="状態が中断のとき")
    reopened_from: str | None = column(
        "再開元ケース番号", refers="相談受付簿", when="終結・中断したケースの再開のとき"
    )
    cautions: tuple[Caution, ...] = column("取扱注意", optional=True)
    note: str | None = column("備考", width=24)
    updated_by: str | None = column("更新者", computed=True)
    updated_at: datetime | None = column("更新日時", computed=True)
    version: int | None = column("版", computed=True)

    @property
    def age(self) -> int | None:
        """Completed years at intake, None where the birthday is not known."""
        return None if self.born_on is None else age(self.born_on, self.received_on)

    @property
    def age_band(self) -> AgeBand:
        """年代: from the birthday, else as typed, else 不明."""
        if self.born_on is None:
            return self.typed_band or AgeBand.UNKNOWN
        return AgeBand.of(self.age)

    @property
    def off_attribute(self) -> bool:
        """属性外受付: the window's main group is not among the person's (実施計画5(1))."""
        return MAIN_ATTRIBUTE[self.window] not in self.attributes

    @property
    def fields(self) -> int:
        """関与分野数: how many of the four fields the issues touch (その他 is none)."""
        return len({issue.attribute for issue in self.issues} - {Attribute.OTHER})
