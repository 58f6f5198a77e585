"""資料表6: what a check finds and was confirmed with a reason, so that readers know why it stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from juso.core.finding import Finding
from juso.koshu.amount import HIDDEN, Amount
from juso.koshu.confirmation import Confirmation
from juso.koshu.identifier_scan import scan
from juso.koshu.identifiers import (
    Identifier,
    IdentifierKind,
    fold_text,
    identifiers_of,
    workplaces_of,
)
from juso.koshu.posts import POSTS
from juso.koshu.register import Register
from juso.koshu.rules import CATALOGUE
from juso.koshu.tally.relations import TALLY_RULES
from juso.services.confirmation_memo import Memo
from juso.services.handover.worker import Worker, workers
from juso.services.report.blocks import Columns, table
from juso.services.report.cells import cell
from juso.services.report.data import ReportData
from juso.services.report_model import Block, Line
from juso.services.tally.memo import TallyMemo

LEFT_OUT = "理由に個人が分かる記載があるため省略"
MOST_NUMBERS = 12  # of rows one reason is given for
NUMBER = re.compile(r"[A-Z]{0,2}-?R\d{1,2}-\d{2,5}|(?<![A-Z\d])S\d{4}(?!\d)")
KANJI = re.compile("[一-龠々]")
STATEMENTS: Mapping[str, str] = {r.id: r.statement for r in chain(TALLY_RULES, CATALOGUE)}


def confirmed_by(memo: Memo, findings: Iterable[Finding]) -> tuple[Confirmation, ...]:
    """The entries that hold, one for each finding they speak of."""
    said = (memo.about(finding) for finding in findings)
    return tuple(found.entry for found in said if found and not found.change)


def confirmed_tallies(memo: Memo, findings: Iterable[Finding]) -> tuple[Confirmation, ...]:
    """The same of the monthly forms, with what 突合 found and no check of the forms speaks of."""
    found = confirmed_by(memo, findings)
    more = memo.compared_with_register() if isinstance(memo, TallyMemo) else ()
    return (*found, *(entry for entry in more if entry not in found))


def confirmed_table(data: ReportData) -> Iterable[Block]:
    """資料表6: how many findings of each rule were confirmed, and why; most first.

    Reasons that name anybody are left out; the numbers of rows stand in the internal edition only.
    """
    by_rule: dict[str, list[Confirmation]] = {}
    for entry in data.confirmed:
        by_rule.setdefault(entry.rule, []).append(entry)
    ranked = sorted(by_rule.items(), key=lambda item: (-len(item[1]), item[0]))
    public = Columns(("規則", "内容", "件数", "理由"), (22, 53, 15, 75))
    internal = Columns(("規則", "内容", "件数", "理由", "番号"), (21, 48, 12, 60, 24))
    names = Names(data) if ranked else None
    yield table(
        "資料表6",
        public if data.is_public else internal,
        [_line(data, rule, entries, names) for rule, entries in ranked if names],
        "点検で要確認となり、確かめた理由を記録して、そのままにしているものです。",
    )


def _line(data: ReportData, rule: str, entries: Sequence[Confirmation], names: Names) -> Line:
    told = Counter(LEFT_OUT if names.stand_in(e.reason) else e.reason for e in entries)
    statement = STATEMENTS.get(rule, "")
    if data.is_public:
        hides = len(entries) < data.threshold
        number = cell(HIDDEN if hides else Amount.of(len(entries)), data.wording)
        return Line((rule, statement, number, "／".join(told)))
    reasons = "／".join(f"{reason}（{times}件）" for reason, times in told.most_common())
    return Line((rule, statement, len(entries), reasons, _rows(entries)))


def _rows(entries: Iterable[Confirmation]) -> str:
    keys = list(dict.fromkeys(entry.key for entry in entries if entry.key))
    more = [f"ほか{len(keys) - MOST_NUMBERS}件"] if len(keys) > MOST_NUMBERS else []
    return "\n".join([*keys[:MOST_NUMBERS], *more])


class Names:
    """What no reason may say: who a person is, and in a public edition which row is meant.

    In a public edition no surname or given name may stand there either, whatever follows it.
    """

    def __init__(self, data: ReportData) -> None:
        book = data.register
        self.is_public = data.is_public
        family = (workplaces_of(members) for members in book.family_of.values())
        persons = (identifiers_of(case, "") for case in book.cases)
        self.identifiers = tuple(chain(chain.from_iterable(persons), chain.from_iterable(family)))
        self.staff = _staff(book)
        self.parts = _parts(self.identifiers, workers(book))

    def stand_in(self, reason: str) -> bool:
        """Whether a reason names a resident, a worker, a place that tells who it is, or a row."""
        key = fold_text(reason)
        if self.is_public and (NUMBER.search(key.upper()) or any(p in key for p in self.parts)):
            return True
        has_worker = self.staff is not None and self.staff.search(key)
        return bool(has_worker or scan(reason, self.identifiers, places=True))


def _parts(residents: Iterable[Identifier], staff: Iterable[Worker]) -> frozenset[str]:
    """Surnames and given names; not those of one character or in kana: they stand in any text."""
    names = {i.key for i in residents if i.kind is IdentifierKind.NAME_PART}
    names |= {fold_text(part) for worker in staff for part in worker.name.split()}
    return frozenset(name for name in names if len(KANJI.findall(name)) > 1)


def _staff(book: Register) -> re.Pattern[str] | None:
    """The workers' whole names, and their surnames before a post: 山田相談員."""
    known = workers(book)
    whole = {w.key for w in known if len(w.key) > 2}
    surnames = {fold_text(w.name.split()[0]) for w in known if len(w.name.split()) > 1}
    posts = "|".join(re.escape(fold_text(post)) for post in POSTS)
    parts = [*map(re.escape, sorted(whole))]
    parts += [f"{re.escape(name)}(?:{posts})" for name in sorted(surnames)]
    return re.compile("|".join(parts)) if parts else None
