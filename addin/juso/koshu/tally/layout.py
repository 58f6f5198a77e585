"""The rows of one version of one form, and every way by which one of them is called."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from juso.core.cells import fold
from juso.core.codelist import CodeList
from juso.koshu import codes
from juso.koshu.tally.item import FORM_VERSION, TallyItem
from juso.koshu.tally.items import items_by_code
from juso.koshu.tally.label_spellings import OTHER_NAMES, label_keys
from juso.koshu.tally.versions import OLD_VERSIONS, old_items

GROUP = re.compile(r"^(?:[A-Z]|S\d{2})[ 　]")
BRACKETS = re.compile(r"[（(][^（）()]*[）)]$")


@dataclass(frozen=True, slots=True)
class Layout:
    """One version of a form; `names` and `groups` are by the keys of `label_keys`."""

    form: str
    version: str
    items: Mapping[str, TallyItem]  # by 項目コード
    plain: Mapping[str, str]  # a code in capitals -> the code
    names: Mapping[str, tuple[str, ...]]  # a row's name -> the codes it can mean
    groups: Mapping[str, str]  # a heading above rows -> the group as the form calls it
    order: Mapping[str, int]

    def called(self, text: str) -> frozenset[str]:
        """The codes of the rows a name can mean."""
        return frozenset(c for key in label_keys(text) for c in self.names.get(key, ()))

    def group(self, text: str) -> str:
        """The group whose heading a text is; '' for another text."""
        return next((g for key in label_keys(text) if (g := self.groups.get(key))), "")


@cache
def layout(form_code: str, version: str = FORM_VERSION) -> Layout:
    """The rows of a form; an unknown version is taken for today's. KeyError for another form."""
    old = version in OLD_VERSIONS
    items = old_items(form_code, version) if old else items_by_code(form_code)
    return Layout(
        form_code,
        version if old else FORM_VERSION,
        items,
        {fold(code).upper(): code for code in items},
        _names(items),
        _groups(items),
        {code: place for place, code in enumerate(items)},
    )


def _names(items: Mapping[str, TallyItem]) -> dict[str, tuple[str, ...]]:
    """Every key with the codes it can mean; the form's own label comes before any other name."""
    found: dict[str, tuple[str, ...]] = {}
    for code, item in items.items():
        for key in label_keys(item.label):
            found[key] = (*found.get(key, ()), code)
    more: dict[str, list[str]] = {}
    for code, item in items.items():
        names = (*OTHER_NAMES.get(item.label, ()), *_list_names().get(item.label, ()))
        for key in {key for name in names for key in label_keys(name)}:
            if key not in label_keys(item.label):
                more.setdefault(key, []).append(code)
    return found | {key: (*found.get(key, ()), *codes) for key, codes in more.items()}


@cache
def _list_names() -> dict[str, tuple[str, ...]]:
    """Other names of the choices that are rows of a form."""
    lists = [kind for kind in vars(codes).values() if isinstance(kind, type)]
    members = [m for kind in lists if issubclass(kind, CodeList) for m in kind]
    return {str(member): member.aliases for member in members if member.code and member.aliases}


def _groups(items: Mapping[str, TallyItem]) -> dict[str, str]:
    named: dict[str, set[str]] = {}
    for group in dict.fromkeys(item.group for item in items.values()):
        plain = GROUP.sub("", group)
        last = plain.rpartition("：")[2]
        for text in (group, plain, last, BRACKETS.sub("", plain), BRACKETS.sub("", last)):
            for key in label_keys(text):
                named.setdefault(key, set()).add(group)
    own = {key for item in items.values() for key in label_keys(item.label)}
    return {
        key: next(iter(groups))
        for key, groups in named.items()
        if len(groups) == 1 and key not in own
    }
