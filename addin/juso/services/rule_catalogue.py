"""点検規則: every rule the product checks by, sheet by sheet, as clerks read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from juso.core.finding import Severity
from juso.core.rule import Rule, RuleLike
from juso.koshu.confirmation import MIN_REASON
from juso.koshu.rules import CELL_RULES, RULES
from juso.koshu.rules.case_form_rules import CASE_FORM_RULES
from juso.koshu.rules.case_intake_rules import CASE_INTAKE_RULES
from juso.koshu.rules.collect_rules import COLLECT_RULES
from juso.koshu.rules.waiting_rules import WAITING_RULES
from juso.koshu.sheets import SHEETS
from juso.services.repair_catalogue import repair_lines
from juso.services.rule_entry import HEADINGS, Entry
from juso.services.rule_facts import columns_seen, grades, settings_asked
from juso.services.tally_catalogue import (
    COMPARED_ABOUT,
    COMPARED_HEADINGS,
    TALLY_ABOUT,
    TALLY_HEADINGS,
    compared_entries,
    tally_entries,
)

TITLE = "点検規則"
ABOUT = (
    "点検（juso check）や取込みで確かめる決まりの一覧です。"
    "「点検結果」の「規則」の番号（例：CASE-011）で引くことができます。"
)
MEANINGS = {
    Severity.ERROR: "直すまで、会議への付議・月次の締め・報告書の作成に進めません。",
    Severity.WARNING: (
        "確かめてください。そのままでよいときは、「点検結果」の「対応」に理由を"
        f"（{MIN_REASON}字以上で）書き、［確認済みにする］（juso confirm）を押すと進めます。"
        "指摘のもとになった値が変わると、もう一度出ます。"
    ),
    Severity.NOTE: "お知らせです。直さなくても進めます。",
}
SETTINGS = (
    "「設定」の欄にある日数などは、台帳の「設定」シートで変えられます（括弧内は標準の値です）。"
)
GRADES = "重要度が2つある規則は、内容によって、又は会議録が確定するまでは、後の重要度になります。"
REPAIR_HEADINGS = ("番号", "重要度", "書き方", "読み方の例", "設定", "直し方")


@dataclass(frozen=True, slots=True)
class Section:
    """The rules on one sheet or one kind of file."""

    title: str
    about: str
    entries: tuple[Entry, ...]
    headings: tuple[str, ...] = HEADINGS


def sections() -> tuple[Section, ...]:
    """Everything there is to say, sheets in their order, then files and documents."""
    return tuple(_sections())


def _sections() -> Iterator[Section]:
    yield Section("すべてのシート", "どのシートのセルと見出しにも共通です。", _plain(CELL_RULES))
    for row_type in SHEETS:
        found = [rule for rule in RULES if rule.row_type is row_type]
        if found:
            about = (row_type.__doc__ or "").splitlines()[0]
            entries = map(_entry, sorted(found, key=lambda rule: rule.id))
            yield Section(row_type.sheet, about, tuple(entries))
    yield Section("受付票", "窓口から届く受付票を点検するとき。", _plain(CASE_FORM_RULES))
    yield Section("受付票の取込み", "受付票を台帳に取り込むとき。", _plain(CASE_INTAKE_RULES))
    yield Section("次第の作成", "次第をつくるとき。", _plain(WAITING_RULES))
    yield Section("会議録の取込み", "会議録の書き込みを台帳に取り込むとき。", _plain(COLLECT_RULES))
    yield Section("月次報告", TALLY_ABOUT, tuple(tally_entries()), TALLY_HEADINGS)
    yield Section("月次報告の比べ方", COMPARED_ABOUT, tuple(compared_entries()), COMPARED_HEADINGS)
    about = "決められた書き方でない値の読み方。台帳では CELL-001～CELL-009 として知らせます。"
    yield Section("書き方の読み替え", about, tuple(_repairs()), REPAIR_HEADINGS)


def _plain(rules: Iterable[RuleLike]) -> tuple[Entry, ...]:
    return tuple(Entry(r.id, (r.severity,), r.statement, "", "", r.basis) for r in rules)


def _entry(rule: Rule) -> Entry:
    reads = "シート全体" if rule.is_of_sheet else "、".join(columns_seen(rule))
    numbers = (f"{t.label}（{t.value}{t.unit}）" for t in settings_asked(rule))
    return Entry(rule.id, grades(rule), rule.statement, reads, "、".join(numbers), rule.basis)


def _repairs() -> Iterator[Entry]:
    for line in repair_lines():
        grades = (line.grade,) if line.grade else ()
        yield Entry(line.number, grades, line.what, line.examples, "", line.advice)


def as_markdown() -> str:
    """The catalogue as a page: `workbook/点検規則.md`."""
    found = sections()
    lines = [f"# {TITLE}", "", ABOUT, ""]
    lines += [f"- **{severity}** {meaning}" for severity, meaning in MEANINGS.items()]
    lines += [f"- {GRADES}", f"- {SETTINGS}", ""]
    lines += [f"| 対象 | {' | '.join(map(str, Severity))} |", "|---|--:|--:|--:|"]
    for section in found:
        counts = [sum(severity in e.grades[:1] for e in section.entries) for severity in Severity]
        lines.append(f"| {section.title} | {' | '.join(map(str, counts))} |")
    for section in found:
        lines += ["", f"## {section.title}", "", section.about, "", *_table(section)]
    return "\n".join(lines) + "\n"


def _table(section: Section) -> Iterator[str]:
    """A table without the columns that stand empty in all of its rows."""
    rows = [section.headings, *(entry.cells for entry in section.entries)]
    kept = [i for i in range(len(HEADINGS)) if any(row[i] for row in rows[1:])]
    for number, row in enumerate(rows):
        yield f"| {' | '.join(row[i].replace('|', '｜') for i in kept)} |"
        if number == 0:
            yield "|" + "---|" * len(kept)
