"""資料編: definitions, the state of the data, signs, targets, and room for what is typed by hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from juso.core.finding import Finding, Severity
from juso.koshu.codes import Program
from juso.koshu.config import Wording
from juso.koshu.indicator import Indicator
from juso.koshu.indicators import INDICATORS
from juso.koshu.plan import PROMOTION_COMMITTEE
from juso.koshu.tally.core_items import CORE_ITEMS
from juso.koshu.tally.item import TallyItem
from juso.koshu.tally.program_items import (
    MULTI_AGENCY_ITEMS,
    OUTREACH_ITEMS,
    PARTICIPATION_ITEMS,
)
from juso.koshu.tally.site_items import COMMON_ITEMS
from juso.koshu.tally.window_items import WINDOW_ITEMS
from juso.services.report.blocks import Columns, table
from juso.services.report.cells import NOT_ADDED
from juso.services.report.confirmed import confirmed_table
from juso.services.report.data import Builder, ReportData, Submission
from juso.services.report.evaluation import target_cell
from juso.services.report.forms import group_name
from juso.services.report_model import Block, Line, Paragraph, Placeholder

MOST_FINDINGS = 40
INTERNAL = "庁内での確認・評価に用いるため、少数の件数も表示しています。"
PUBLIC = "少数の件数を伏せ、月別及び四半期別の件数は掲載していません。"


def counting(data: ReportData) -> Iterable[Block]:
    """How things are counted."""
    yield Paragraph(
        "「件」は相談又は対応の数、「人」は実人数又は延べ人数、「世帯」は実世帯数です。「延べ」は同じ人を対応のたびに数え、"
        "「実」は同じ人を期間中に1回だけ数えます。実人数は、月の間でも窓口の間でも足していません。"
    )
    yield Paragraph(
        "性別、年代、相談経路、地区及び主たる結果は、新規相談1件を一つの区分に計上しています。"
        "課題区分、見られた変化など「複数計上」とした表は、1件を複数の区分に計上しています。"
    )
    yield Paragraph(
        f"年度は4月から翌年3月までです。月末の値（継続ケース数等）の年度計は、{data.year}の最後の月末の値です。"
        "四捨五入のため、内訳の計が合計と一致しない場合があります。"
    )


def definitions(data: ReportData) -> Iterable[Block]:
    """資料表1: every row of the forms that has a definition; equal ones together."""
    del data
    own = tuple(i for items in WINDOW_ITEMS.values() for i in items)
    everything = (
        *CORE_ITEMS,
        *own,
        *MULTI_AGENCY_ITEMS,
        *OUTREACH_ITEMS,
        *PARTICIPATION_ITEMS,
        *COMMON_ITEMS,
    )
    yield table(
        "資料表1",
        Columns(("項目コード", "項目", "単位", "集計型", "定義"), (24, 46, 12, 14, 69)),
        _definition_lines(everything),
        "集計型は、Fが月を足すもの、Sが月末の値、Uが足すことのできない実人数です。",
    )


def _definition_lines(items: Iterable[TallyItem]) -> Iterator[Line]:
    noted = (i for i in items if i.note)
    for (_, note, unit, kind), same in groupby(
        noted, key=lambda i: (i.group, i.note, i.unit, i.kind)
    ):
        found = list(same)
        codes, label = found[0].code, found[0].label
        if len(found) > 1:
            codes, label = f"{codes}～{found[-1].code}", group_name(found[0]) or label
        yield Line((codes, label, unit, kind.value, note))


def data_state(data: ReportData) -> Iterable[Block]:
    """How complete the data are, in words."""
    missing = [s for s in data.submissions if s.count < len(s.submitted)]
    if not data.submissions:
        yield Paragraph("月次報告は提出されていません。")
    elif missing:
        names = "、".join(f"{s.name}（{len(s.submitted) - s.count}か月分）" for s in missing)
        yield Paragraph(
            f"未提出の月次報告は、{names}です。これらを含む合計は速報値で、「※」を付けています。"
        )
    else:
        yield Paragraph("全ての様式の全ての月の月次報告が提出されています。")


def submission_table(data: ReportData) -> Iterable[Block]:
    """資料表4: which months of which form came in."""
    months = [month.label for month in data.year.months]
    yield table(
        "資料表4",
        Columns(("様式", "機関", *months, "提出"), (24, 26, *[8.9] * 12, 13)),
        [_submission_line(s) for s in data.submissions],
        "○は提出、×は未提出です。",
    )


def _submission_line(submission: Submission) -> Line:
    marks = ["○" if there else "×" for there in submission.submitted]
    months = len(submission.submitted)
    return Line(
        (
            f"{submission.form} {submission.name}",
            submission.agency,
            *marks,
            *[""] * (12 - months),
            f"{submission.count}/{months}",
        )
    )


def finding_table(data: ReportData) -> Iterable[Block]:
    """資料表5: the open findings by rule; the gravest first."""
    open_ones = [f for f in data.findings if f.severity is not Severity.NOTE]
    found = Counter((f.severity, f.rule) for f in open_ones)
    first = {(f.severity, f.rule): f for f in reversed(open_ones)}
    ranked = sorted(
        found.items(), key=lambda kv: (kv[0][0] is not Severity.ERROR, -kv[1], kv[0][1])
    )
    notes = (
        "内容は、その規則の最初の指摘です。全ての指摘は、月次報告の集計結果のブックにあります。",
    )
    yield table(
        "資料表5",
        Columns(("重要度", "規則", "件数", "内容（例）"), (18, 25, 15, 107)),
        [
            Line(
                (
                    severity.value,
                    rule,
                    number,
                    "" if data.is_public else example(first[severity, rule]),
                )
            )
            for (severity, rule), number in ranked[:MOST_FINDINGS]
        ],
        *notes,
    )


def example(finding: Finding) -> str:
    """A finding's message; only its place where the cell holds text, which may name a person."""
    value = finding.value.strip().lstrip("-△").replace(",", "").replace(".", "")
    if not value or value.isdecimal():
        return finding.message
    place = " ".join(part for part in (finding.sheet, finding.cell, finding.column) if part)
    return f"{finding.file} {place} の値を確認してください。"


def costs(data: ReportData) -> Iterable[Block]:
    """資料表7: an empty table to type in."""
    del data
    yield table(
        "資料表7",
        Columns(
            ("事業", "対象経費の実支出額", "実施か所数", "配置人数", "実施期間", "備考"),
            (35, 32, 22, 22, 28, 26),
        ),
        [Line((str(program), "", "", "", "", "")) for program in Program],
        "交付金の実績報告に基づき、所管課が記入します。",
    )


def protection(data: ReportData) -> Iterable[Block]:
    """How small numbers are treated."""
    limit, mark = data.threshold, data.wording.hidden_symbol
    yield Paragraph(f"この報告書は{data.edition}です。{PUBLIC if data.is_public else INTERNAL}")
    yield Paragraph(
        f"公開する版では、人及び件数の内訳のうち{limit}未満のものを「{mark}」とし、"
        "合計との差や他の表から計算できないように、他の内訳も併せて伏せます。"
        "0件は「皆無」として表示します。"
    )
    yield Paragraph("個人が特定される内容は、いずれの版にも掲載しません。")


def signs(data: ReportData) -> Iterable[Block]:
    """資料表8."""
    yield table(
        "資料表8",
        Columns(("記号", "意味"), (25, 140)),
        [Line(pair) for pair in sign_meanings(data.wording)],
    )


def sign_meanings(wording: Wording) -> tuple[tuple[str, str], ...]:
    """The signs of the tables."""
    return (
        (wording.zero_symbol, "皆無（0件）、又は分母が0のため計算しないもの"),
        (wording.unknown_symbol, "不詳又は未提出"),
        (wording.hidden_symbol, "秘匿（少数のため伏せたもの）"),
        (NOT_ADDED.text, "足すことができないため計を示さないもの（実人数）"),
        ("△", "減少"),
        ("※", "未提出又は不詳の月を含む速報値"),
        ("皆増・皆減", "前年度又は当年度が0件のため、比率を計算しないもの"),
    )


def target_table(data: ReportData) -> Iterable[Block]:
    """資料表9: the indicators with their formulas and targets."""
    yield table(
        "資料表9",
        Columns(("番号", "指標", "単位", "算式", "根拠", "目標値"), (15, 46, 16, 54, 17, 17)),
        [_target_line(data, line) for line in INDICATORS],
        "根拠は計画の項番です。目標値の設定は任意です。",
    )


def _target_line(data: ReportData, line: Indicator) -> Line:
    better = "（低いほどよい）" if line.lower_is_better else ""
    return Line(
        (
            line.id,
            f"{line.name}{better}",
            line.unit,
            line.formula,
            line.basis,
            target_cell(data, line),
        )
    )


def members(data: ReportData) -> Iterable[Block]:
    """資料8."""
    del data
    yield Placeholder(f"{PROMOTION_COMMITTEE} 委員名簿", 6)


BUILDERS: dict[str, Builder] = {
    "算出方法": counting,
    "資料表1": definitions,
    "データの状態": data_state,
    "資料表4": submission_table,
    "資料表5": finding_table,
    "資料表6": confirmed_table,
    "資料表7": costs,
    "秘匿処理": protection,
    "資料表8": signs,
    "資料表9": target_table,
    "委員名簿": members,
}
