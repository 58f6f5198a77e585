"""A–H: what all four windows count (共通の項目)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from juso.core.codelist import CodeList
from juso.koshu.codes import (
    AgeBand,
    ClosingReason,
    ContactMethod,
    Issue,
    Outcome,
    Partner,
    Program,
    Route,
    Sex,
    SuspensionReason,
    Window,
)
from juso.koshu.settings import DEFAULT_AREAS
from juso.koshu.tally.item import Kind, TallyItem

STOCK, UNIQUE = Kind.STOCK, Kind.UNIQUE


def grouped(group: str, *items: TallyItem) -> tuple[TallyItem, ...]:
    """The rows under one heading of the form."""
    return tuple(replace(item, group=group) for item in items)


def numbered(prefix: str, first: int, labels: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Codes and labels of consecutive rows: F18 生活保護, F19 成年後見 …"""
    return tuple((f"{prefix}{n:02d}", str(label)) for n, label in enumerate(labels, start=first))


def breakdown(
    group: str, members: Iterable[CodeList], note: str, unit: str = "件"
) -> tuple[TallyItem, ...]:
    """One row for each member of a code list that carries an item code."""
    return tuple(
        TallyItem(member.code, str(member), unit, note=note, group=group)
        for member in members
        if member.code
    )


RECEIVED = grouped(
    "A 相談の受付と対応",
    TallyItem(
        "A01",
        "新規相談受付件数",
        note="当月に初めて受け付けた相談。終結から6か月を超えた再相談は新規に数えます。",
        basis="実施計画7(1)",
    ),
    TallyItem(
        "A02",
        "うち属性外相談",
        note="窓口の主な対象区分以外の相談。",
        basis="実施計画3、5(1)",
    ),
    TallyItem("A03", "うち複合課題（2分野以上）", basis="実施計画4(2)①、7(2)"),
    TallyItem("A04", "うち匿名・秘匿希望", note="「知られない」相談。", basis="実施計画5(2)"),
    TallyItem("A05", "うち手続きのついで", note="「ついでに」相談。", basis="実施計画5(2)"),
    TallyItem("A06", "うちアウトリーチ等で把握", basis="実施計画7(3)"),
    TallyItem("A10", "延べ相談・対応件数", note="支援経過の件数。所内会議は数えません。"),
    TallyItem("A11", "当月実人数", "人", UNIQUE, note="当月に1回以上対応した人の数。"),
    TallyItem(
        "A12",
        "年度累計実人数",
        "人",
        UNIQUE,
        cumulative=True,
        note="4月から当月までに1回以上対応した人の数。",
    ),
    TallyItem("A13", "当月実世帯数", "世帯", UNIQUE, note="当月に1回以上対応した世帯の数。"),
    TallyItem(
        "A14",
        "年度累計実世帯数",
        "世帯",
        UNIQUE,
        cumulative=True,
        note="4月から当月までに1回以上対応した世帯の数。",
    ),
)

NEW_BY = (
    *breakdown("B 新規相談の内訳：性別", Sex, "計はA01と一致します。"),
    *breakdown("B 新規相談の内訳：年代", AgeBand, "計はA01と一致します。"),
    *breakdown("B 新規相談の内訳：相談経路", Route, "計はA01と一致します。"),
    *(
        TallyItem(code, area, note="計はA01と一致します。", group="B 新規相談の内訳：地区")
        for code, area in numbered("B", 51, DEFAULT_AREAS)
    ),
)

CONTACTED_BY = (
    *breakdown("C 延べ対応の内訳：方法", ContactMethod, "計はA10と一致します。"),
    *breakdown(
        "C 延べ対応の内訳：課題区分（複数可）",
        Issue,
        "1件の対応が複数の課題に当たるときは、それぞれに数えます。",
    ),
)

OUTCOMES = tuple(
    replace(
        row,
        kind=STOCK if row.code == Outcome.PENDING.code else Kind.FLOW,
        note={
            Outcome.CONTINUED.code: "E02と一致します。",
            Outcome.OTHER_WINDOW.code: "主たる担当が移ったもの。",
            Outcome.PENDING.code: "月末時点で結果の決まっていない件数。翌月以降に確定します。",
        }.get(row.code, "新規に受け付けた相談1件に主たる結果を1つ数えます。"),
        basis="実施計画4(1)②" if row.code == Outcome.DROPPED.code else "",
    )
    for row in breakdown("D 新規相談の主たる結果", Outcome, "")
)

CASES = (
    *grouped(
        "E 継続ケースの動き",
        TallyItem("E01", "前月末の継続ケース数", kind=STOCK, note="前月のE06と一致します。"),
        TallyItem("E02", "当月新規に継続となった数"),
        TallyItem("E03", "当月再開"),
        TallyItem("E04", "当月終結"),
        TallyItem("E05", "当月中断（中止）", basis="実施計画4(1)②"),
        TallyItem(
            "E06",
            "当月末の継続ケース数",
            kind=STOCK,
            note="E01＋E02＋E03－E04－E05。",
            basis="実施計画4(1)①",
        ),
        TallyItem(
            "E07",
            "うち最終接触から60日超",
            kind=STOCK,
            basis="実施計画4(1)①、4(3)②",
        ),
    ),
    *breakdown("E 終結の理由", ClosingReason, "計はE04と一致します。"),
    *breakdown("E 中断の理由", SuspensionReason, "計はE05と一致します。"),
)

REFERRALS = grouped(
    "F つなぎ・引継ぎ",
    TallyItem("F01", "つなぎ・引継ぎの実施件数", basis="実施計画4(1)③"),
    TallyItem("F02", "うち受領・初回接触を確認", basis="実施計画4(1)③"),
    TallyItem("F03", "うち同行で実施"),
    TallyItem(
        "F04",
        "月末時点で未確認の残",
        kind=STOCK,
        note="前月のF04＋F01－F02－F06。",
        basis="実施計画4(1)③",
    ),
    TallyItem("F05", "サービス・給付の申請につながった件数", basis="実施計画5(3)"),
    TallyItem("F06", "取消・差戻し件数", note="未確認のうち当月に取消し又は差戻しとなったもの。"),
)

REFERRED_TO = tuple(
    TallyItem(code, label, note="計はF01と一致します。", group="F つなぎ先")
    for code, label in numbered(
        "F",
        11,
        (
            *(f"{window}窓口" for window in Window),
            Program.MULTI_AGENCY,
            Program.OUTREACH,
            Program.PARTICIPATION,
            *Partner,
            "その他",
        ),
    )
)

PLANS = grouped(
    "G 支援プラン",
    TallyItem("G01", "プラン新規"),
    TallyItem("G02", "再プラン"),
    TallyItem("G03", "モニタリング実施"),
    TallyItem("G04", "有効プラン数（月末）", kind=STOCK, note="決定済みで終結していないプラン。"),
    TallyItem("G05", "うち期限設定あり", kind=STOCK, basis="実施計画4(2)③"),
    TallyItem("G06", "うち期限超過", kind=STOCK, basis="実施計画4(2)③"),
    TallyItem("G07", "うち担当2機関以上", kind=STOCK, basis="実施計画4(3)①"),
)

MEETINGS = grouped(
    "H 会議と体制",
    TallyItem("H01", "支援会議の出席回数", "回", basis="実施計画8(2)"),
    TallyItem("H02", "重層的支援会議の出席回数", "回", basis="実施計画8(1)"),
    TallyItem("H03", "個別ケース会議の開催回数", "回"),
    TallyItem("H04", "付議を依頼した件数"),
    TallyItem("H05", "相談員の実人員（月末）", "人", STOCK),
)

CORE_ITEMS = (
    *RECEIVED,
    *NEW_BY,
    *CONTACTED_BY,
    *OUTCOMES,
    *CASES,
    *REFERRALS,
    *REFERRED_TO,
    *PLANS,
    *MEETINGS,
)
