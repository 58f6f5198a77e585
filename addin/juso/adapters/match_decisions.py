"""保管/名寄せ.jsonl, to which decisions are only ever added."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, fields
from datetime import date
from pathlib import Path
from typing import Any

from juso.adapters.jsonl_store import Stored, append_lines, read_lines
from juso.adapters.office import Office
from juso.koshu.match_decision import MatchDecision, Verdict

STORE = "名寄せ.jsonl"
REST = "ほかの判断は生きています。なくなった判断の組は、次の名寄せでもう一度並びます。"
TEXTS = [f.name for f in fields(MatchDecision) if f.name not in ("verdict", "at", "values")]


Decisions = Stored[MatchDecision]


def store_of(office: Office) -> Path:
    """Where the office keeps its decisions."""
    return office.folder / "保管" / STORE


def read_decisions(office: Office) -> Decisions:
    """All decisions of the office; none where nothing was ever decided.

    JusoError when the file is there and cannot be opened.
    """
    return Stored(*read_lines(store_of(office), _entry, REST))


def append_decisions(office: Office, decisions: Iterable[MatchDecision]) -> None:
    """Add decisions at the end, all of them or none; what is there is never rewritten.

    JusoError when somebody else holds the file or it cannot be written.
    """
    append_lines(store_of(office), map(_line, decisions))


def _line(decision: MatchDecision) -> dict[str, Any]:
    return {
        **asdict(decision),
        "verdict": str(decision.verdict),
        "at": decision.at.isoformat(),
        "values": dict(decision.values),
    }


def _entry(line: Any) -> MatchDecision:
    """One line of the store; fields a later version may have added are passed over."""
    texts = {name: line[name] for name in TEXTS}
    values = dict(line["values"])
    if not all(isinstance(text, str) for text in (*texts.values(), *values, *values.values())):
        raise ValueError(line)
    at, verdict = date.fromisoformat(line["at"]), Verdict(line["verdict"])
    return MatchDecision(**texts, verdict=verdict, at=at, values=values)
