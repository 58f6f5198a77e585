"""点検規則 of the monthly forms: the rules, and every comparison as left side, sign, right side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from juso.koshu.settings import THRESHOLDS
from juso.koshu.tally.between_sides import between_comparisons
from juso.koshu.tally.comparison import Comparison, Part, comparisons, side_text
from juso.koshu.tally.item import TallyItem
from juso.koshu.tally.items import FORMS, items_by_code
from juso.koshu.tally.plausibility import DESCRIBED
from juso.koshu.tally.relation import Missing, When
from juso.koshu.tally.relations import RULE_BY_ID, TALLY_RULES
from juso.services.rule_entry import Entry

TALLY_ABOUT = (
    "月次報告を取り込むとき。番号は市の参考資料の規則の番号です（V-T01～V-T14、X・Y・Z・B・N）。"
)
TALLY_HEADINGS = ("規則", "重要度", "決まり", "番号", "設定", "根拠")
COMPARED_ABOUT = (
    "数と数の比べ方。左辺が「関係と右辺」のとおりでないときに知らせます。欠けている数（空欄、不詳、"
    f"誤り）があるときは、「{Missing.NOT_COMPARED}」はその月を比べず、"
    f"「{Missing.ALL_MISSING}」は一部が欠けていても、ある数だけで比べます。"
    "前月は、4月では前年度の様式の3月です（前年度の様式がなければ比べません）。"
    "前月や累計との違いが1か月だけで、その月を除くとつながるときは、要確認とします。"
)
COMPARED_HEADINGS = ("規則", "重要度", "左辺", "関係と右辺", "欠けているとき", "根拠")
YEAR = "（年計）"
SITE = re.compile(r"-S\d\d")
Items = Mapping[str, TallyItem]


def tally_entries() -> Iterator[Entry]:
    """Every rule once, with the numbers by which an officer looks it up."""
    labels = {t.key: f"{t.label}（{t.value}{t.unit}）" for t in THRESHOLDS}
    for rule in TALLY_RULES:
        settings = "、".join(labels[key] for key in rule.settings)
        yield Entry(rule.id, (rule.severity,), rule.statement, rule.tag, settings, rule.basis)


def compared_entries() -> Iterator[Entry]:
    """Every comparison once, in the order of the rules."""
    lines = [*_within(), *_between(), *_described()]
    yield from sorted(lines, key=lambda entry: entry.rule)


def _within() -> Iterator[Entry]:
    """The relations within a form, each as the first form or site has it."""
    seen: set[tuple[str, str, str]] = set()
    for form in FORMS:
        items = items_by_code(form.code)
        for compared in comparisons(form.code):
            left, right = (_side(side, items) for side in (compared.left, compared.right))
            line = compared.rule.id, left, f"{compared.operator.code}{right}"
            if line not in seen:
                seen.add(line)
                past, basis = _past(compared, items), compared.rule.basis
                grade = (compared.severity,)
                yield Entry(line[0], grade, left, line[2], f"{compared.missing}{past}", basis)


def _past(compared: Comparison, items: Items) -> str:
    """What stands for the month before April."""
    parts = (part for side in (compared.left, compared.right) for part in side)
    before = [code for part in parts if part.when is When.BEFORE for code in part.codes]
    if not before:
        return ""
    return "（4月は比べない）" if items[before[0]].cumulative else "（4月は前年度の3月と比べる）"


def _side(side: tuple[Part, ...], items: Items) -> str:
    """As a message has it, but every summand with its label; R02-S08 is R02 at every site."""
    words = [side_text((part,), items) for part in side]
    signs = ("－" if part.sign < 0 else "＋" for part in side)
    text = "".join(sign + word for sign, word in zip(signs, words, strict=True))
    return SITE.sub("", text.removeprefix("＋"))


def _between() -> Iterator[Entry]:
    for compared in between_comparisons():
        year = YEAR if compared.is_yearly else ""
        yield Entry(
            compared.rule.id,
            (compared.severity,),
            f"{compared.left_text}{year}",
            f"{compared.operator.code}{compared.right_text}{year}",
            str(Missing.NOT_COMPARED),
            compared.rule.basis,
        )


def _described() -> Iterator[Entry]:
    for number, line in DESCRIBED.items():
        rule = RULE_BY_ID[number]
        yield Entry(number, (rule.severity,), line.left, line.right, line.missing, rule.basis)
