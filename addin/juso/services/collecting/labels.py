"""The names of columns and of fields as people retype them: 「結 論 ：」, 【結論】, 〆切, 要旨."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from juso.core.cells import fold

_NOTE = re.compile(r"\([^()]*\)$")
_ORNAMENT = re.compile(r"^[\W\d_]+|[\W_]+$")


def bare(text: str) -> str:
    """A name without spaces, width, brackets, numbering, a note behind it and a colon."""
    name = _ORNAMENT.sub("", fold(text))
    return _ORNAMENT.sub("", _NOTE.sub("", fold(text))) or name


@dataclass(frozen=True, slots=True)
class Named:
    """Which label each of several texts is ('' for none), and how those near one were read."""

    labels: list[str]
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of one kind of table, each with other words that mean just it."""

    words: Mapping[str, tuple[str, ...]]
    near: float = 0.6  # as difflib measures it

    def exact(self, text: str) -> str:
        """The label that a text is, apart from how it is set; '' for none."""
        name = bare(text)
        return next((label for label in self.words if bare(label) == name), "")

    def named(self, texts: Sequence[str]) -> Named:
        """Labels as written, else in other words, else a near word where only one can be meant.

        A label may be found twice; the caller says what that means.
        """
        named = Named([self.exact(text) for text in texts])
        for near in (False, True):
            for place, label in self._only(texts, named.labels, near=near):
                named.labels[place] = label
                if near:
                    named.notes.append(f"「{texts[place].strip()}」を「{label}」と読みました。")
        return named

    def _only(
        self, texts: Sequence[str], found: Sequence[str], *, near: bool
    ) -> list[tuple[int, str]]:
        """Texts and labels of which neither could be another."""
        missing = [label for label in self.words if label not in found]
        pairs = [
            (place, label)
            for place, text in enumerate(texts)
            if not found[place] and bare(text)
            for label in missing
            if self._may_be(bare(text), label, near=near)
        ]
        places, labels = [p for p, _ in pairs], [label for _, label in pairs]
        return [(p, n) for p, n in pairs if places.count(p) == 1 == labels.count(n)]

    def _may_be(self, name: str, label: str, *, near: bool) -> bool:
        if near:
            return SequenceMatcher(None, name, bare(label)).ratio() >= self.near
        return name in map(bare, self.words[label])


DECISIONS = Labels(
    {
        "決定番号": ("番号", "No"),
        "決定事項": ("内容", "決定内容", "決定"),
        "担当機関": ("担当課", "担当部署"),
        "担当者": ("担当",),
        "期限": ("期日", "〆切", "〆切日", "締切", "締切日", "締め切り", "期限日", "いつまで"),
        "報告方法": ("報告",),
    }
)
OPINIONS = Labels(
    {
        "機関": ("機関名", "発言者"),
        "主な意見": ("意見", "発言", "意見要旨", "発言要旨", "主な発言", "意見等"),
    }
)
ITEMS = Labels({"案件": ("案件番号", "議題"), "結論": ("結果", "審議結果")})
FACTS = Labels(
    {
        "件名": (),
        "説明要旨": (),
        "結論": ("結果", "審議結果"),
        "結論の要旨": (),
        "次回再付議": (),
    },
    near=0.55,
)
HEAD = Labels({"守秘義務の確認": ()})
