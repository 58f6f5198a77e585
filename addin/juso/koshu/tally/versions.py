"""Older versions of the forms: which of their rows are today's.

Version 2024 is the trial version (試行版) of 令和6年度, before the plan began: a consultation by the
person themselves was one row, e-mail and letters were two, a withdrawn referral and a request for
the agenda were not asked, so that the row of the staff still had the code H04.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from juso.core.cells import fold
from juso.koshu.tally.item import FORM_VERSION, Form, TallyItem
from juso.koshu.tally.items import form as form_of


@dataclass(frozen=True, slots=True)
class OldVersion:
    """What differs from today, by 項目コード; a row that is not named is the same."""

    name: str
    added: Mapping[str, tuple[str, ...]]  # today's row -> the rows of then that make it up
    split: Mapping[str, tuple[str, ...]]  # a row of then -> today's rows, which it does not tell
    labels: Mapping[str, str]  # rows of then that had another name, or that today has not
    not_asked: frozenset[str]  # today's rows nobody was asked for


TRIAL = OldVersion(
    "2024",
    added={"H05": ("H04",), "C05": ("C05", "C09")},
    split={"B31": ("B31", "B32", "B33")},
    labels={"H04": "相談員の実人員（月末）", "C05": "メール・SNS", "C09": "手紙", "B31": "本人"},
    not_asked=frozenset({"F06", "H04"}),
)
OLD_VERSIONS = {version.name: version for version in (TRIAL,)}


def old_version(name: str) -> OldVersion | None:
    """The older version of this name; None for today's and for one nobody knows."""
    return OLD_VERSIONS.get(fold(name))


@cache
def old_items(form_code: str, version: str) -> dict[str, TallyItem]:
    """The rows of a form of then by the code they had; KeyError for an unknown version."""
    old = OLD_VERSIONS[version]
    sources = {code: today for today, codes in old.added.items() for code in codes}
    gone = {code for codes in (*old.split.values(), old.added, old.not_asked) for code in codes}
    items = {item.code: item for item in form_of(form_code).items}
    found: dict[str, TallyItem] = {}
    for code in items:
        for then in _codes_of_then(old, code):
            if code not in gone or then in sources or then in old.split:
                item = replace(items[sources.get(then, code)], code=then)
                found[then] = replace(item, label=old.labels.get(then, item.label))
    return found


def _codes_of_then(old: OldVersion, code: str) -> tuple[str, ...]:
    if code in old.added:
        return old.added[code]
    return (code,)


def only_today(form_code: str, version: str) -> frozenset[str]:
    """Codes that tell today's form from one of then."""
    return frozenset(i.code for i in form_of(form_code).items) - set(old_items(form_code, version))


def old_form(form: Form, version: str) -> Form:
    """The form as it was handed out then."""
    if version == FORM_VERSION:
        return form
    return replace(form, items=tuple(old_items(form.code, version).values()))
