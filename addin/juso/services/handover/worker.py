"""Who is meant by 担当者: one name at one agency, however it was typed in a cell."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

from juso.koshu.identifiers import fold_text
from juso.koshu.posts import POSTS
from juso.koshu.register import Register
from juso.koshu.sheets import PlanLine

SEVERAL = re.compile("[、，,・／/;；\n]")
ALIKE = 0.75  # one of four characters differs

_POSTS = sorted(map(fold_text, POSTS), key=len, reverse=True)


@dataclass(frozen=True, slots=True)
class Worker:
    """Somebody at an agency; `key` is the name as names are compared."""

    name: str
    agency: str
    key: str

    def __str__(self) -> str:
        return f"{self.name}（{self.agency}）"

    def holds(self, agency: str | None, cell: str | None) -> bool:
        """Whether a cell of that agency names them; where no agency is given, the name decides."""
        return (not agency or agency == self.agency) and self.key in keys_in(cell)


@cache
def keys_in(cell: str | None) -> frozenset[str]:
    """The names in a cell, folded and without posts; the first of three words may be a post."""
    found = set()
    for part in SEVERAL.split(cell or ""):
        words = part.split()
        found |= {bare_key("".join(words)), bare_key("".join(words[1:] if words[2:] else words))}
    return frozenset(found - {""})


def bare_key(name: str) -> str:
    """A name folded, without the posts before it; what is nothing but a post stays."""
    key = fold_text(name)
    while post := next((p for p in _POSTS if key.startswith(p) and key != p), ""):
        key = key.removeprefix(post)
    return key


def workers(register: Register) -> list[Worker]:
    """Everybody the register names as in charge of something, once per agency.

    A name is shown as it is written most often.
    """
    typed: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for (agency, cell), times in Counter(_signatures(register)).items():
        for part in SEVERAL.split(cell or ""):
            if key := bare_key(part):
                typed[agency or "", key][_without_post(part)] += times
    return [
        Worker(names.most_common(1)[0][0], agency, key)
        for (agency, key), names in sorted(typed.items())
    ]


def _without_post(name: str) -> str:
    words = name.split()
    while len(words) > 1 and fold_text(words[0]) in _POSTS:
        words = words[1:]
    whole = " ".join(words)
    post = next((p for p in POSTS if whole.startswith(p) and whole != p), "")
    return whole.removeprefix(post).strip()


def _signatures(register: Register) -> Iterator[tuple[str | None, str | None]]:
    yield from ((c.lead_agency, c.lead_worker) for c in register.cases)
    yield from ((c.agency, c.worker) for c in register.contacts)
    yield from ((p.made_at, p.made_by) for p in register.plans)
    yield from ((line.agency, line.worker) for line in register.rows(PlanLine))
    yield from ((r.from_agency, r.from_worker) for r in register.referrals)
    yield from ((r.to_agency, r.to_worker) for r in register.referrals)
    yield from ((d.agency, d.worker) for d in register.decisions)


def other_spellings(everybody: Sequence[Worker], worker: Worker) -> tuple[str, ...]:
    """Names that may mean the same person and are not counted: a surname alone, one character
    off, or the same name at another agency.
    """
    here = [w for w in everybody if w.agency == worker.agency and w.key != worker.key]
    elsewhere = [w for w in everybody if w.key == worker.key and w.agency != worker.agency]
    found = [w.name for w in here if is_like(w.key, worker.key) and not worker.holds("", w.name)]
    return (*found, *(str(w) for w in elsewhere if w.agency))


def is_like(key: str, other: str) -> bool:
    """Whether one name is a part of the other, or they differ by about one character of four."""
    return key in other or other in key or SequenceMatcher(None, key, other).ratio() >= ALIKE
