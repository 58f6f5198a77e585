"""What a command gives back, whichever door it was called through."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from juso.core.finding import Finding, Severity


@dataclass(frozen=True, slots=True)
class Result:
    """What a command did: files made, findings, one closing sentence, the JSON document."""

    sentence: str
    made: Sequence[Path] = ()
    findings: list[Finding] = field(default_factory=list)
    document: Callable[[], dict[str, Any]] = dict  # made only for --json
    text: Callable[[], Iterable[bytes]] | None = None  # the same in pieces, where it is large
    table: Sequence[tuple[str, Path]] = ()  # kind and file, for the closing table of demo
    lines: Sequence[str] = ()  # said before the sentence
    is_amiss: bool = False  # something has to be put right though no finding says so (doctor)


def listed(findings: Sequence[Finding]) -> Callable[[], dict[str, Any]]:
    """The JSON document of a check."""
    return lambda: {"findings": [finding.to_json() for finding in findings]}


def counts(findings: Iterable[Finding]) -> dict[Severity, int]:
    """How many findings there are of each severity, none left out."""
    found = dict.fromkeys(Severity, 0)
    for finding in findings:
        found[finding.severity] += 1
    return found


def count_sentence(findings: Iterable[Finding], opening: str) -> str:
    """What was done, and how many findings came of it."""
    return counted_sentence(counts(findings), opening)


def counted_sentence(found: Mapping[Severity, int], opening: str) -> str:
    """The same of findings that were counted already."""
    if not any(found.values()):
        return f"{opening}直すところはありませんでした。"
    numbers = "、".join(f"{severity} {found.get(severity, 0)}件" for severity in Severity)
    return f"{opening}{numbers}です。"
