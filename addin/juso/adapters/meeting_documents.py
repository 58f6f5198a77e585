"""次第 and 会議録 as Word files: filled in, searched for identifiers, and only then put in place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from juso.adapters.resources import Templates
from juso.adapters.share import all_or_none, file_name, save_new
from juso.adapters.word import document_text, render
from juso.core.finding import Finding
from juso.koshu.config import Config
from juso.koshu.identifier_scan import Hit, scan
from juso.koshu.identifiers import Identifier
from juso.koshu.rules.naming_rules import item_names_nobody
from juso.services.collecting.stamp import case_stamp, whole_stamp
from juso.services.meeting.agenda_model import Agenda
from juso.services.meeting.heading import publisher_of
from juso.services.meeting.minutes_model import Minutes
from juso.services.meeting.placeholder import context

CASE_RECORD = "案件別記録.docx"


@dataclass(frozen=True, slots=True)
class Written:
    """Files made, places printed as 【未入力】, and MTG-006 for each file that was stopped."""

    paths: tuple[Path, ...] = ()
    blanks: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class _Paper:
    """A document to be made: what is filled into which template, and how it is known again."""

    template: Path
    values: dict[str, Any]
    target: Path
    stamp: Mapping[str, str] = field(default_factory=dict)


class _IdentifiesError(Exception):
    """Stops a file that would identify somebody before it is moved into place."""

    def __init__(self, hits: Sequence[Hit]) -> None:
        super().__init__()
        self.hits = hits


def write_agenda(agenda: Agenda, config: Config, folder: Path, templates: Templates) -> Written:
    """次第_JU-R7-03.docx with its attachments; nothing while a text of it identifies somebody."""
    if _identifies(agenda.findings):
        return Written()
    template = templates.find(f"次第_{agenda.meeting}.docx")
    target = folder / f"{file_name(f'次第_{agenda.meeting_no}')}.docx"
    return _write(_Paper(template, context(agenda), target), config, agenda.identifiers)


def write_minutes_files(
    minutes: Minutes, config: Config, folder: Path, templates: Templates
) -> Written:
    """会議録_JU-R7-03.docx and one 案件別記録 per case; nothing while a text identifies somebody."""
    if _identifies(minutes.findings):
        return Written()
    publisher = {"発行者": publisher_of(config)}
    whole = _Paper(
        templates.find(f"会議録_{minutes.meeting}.docx"),
        context(minutes) | publisher,
        folder / f"{file_name(f'会議録_{minutes.meeting_no}')}.docx",
        whole_stamp(minutes),
    )
    records = [
        _Paper(
            templates.find(CASE_RECORD),
            context(record) | publisher,
            folder / f"{file_name(record.file_stem)}.docx",
            case_stamp(record, minutes.meeting_no),
        )
        for record in minutes.records
    ]
    return _together(_write(p, config, minutes.identifiers) for p in (whole, *records))


def _identifies(findings: Iterable[Finding]) -> bool:
    return any(finding.rule == item_names_nobody.id for finding in findings)


def _together(parts: Iterable[Written]) -> Written:
    made: list[Written] = []
    with all_or_none() as paths:
        for part in parts:
            made.append(part)
            paths.extend(part.paths)
    return Written(
        tuple(path for part in made for path in part.paths),
        tuple(blank for part in made for blank in part.blanks),
        tuple(finding for part in made for finding in part.findings),
    )


def _write(paper: _Paper, config: Config, identifiers: Sequence[Identifier]) -> Written:
    blanks: list[str] = []

    def make(part: Path) -> None:
        author = publisher_of(config)
        blanks.extend(render(paper.template, paper.values, part, author, paper.stamp))
        if hits := scan(document_text(part), identifiers):
            raise _IdentifiesError(hits)

    try:
        path = save_new(paper.target, make)
    except _IdentifiesError as stopped:
        return Written(findings=(_stopped(paper.target.name, stopped.hits),))
    return Written((path,), tuple(f"{path.name}：{blank}" for blank in blanks))


def _stopped(name: str, hits: Sequence[Hit]) -> Finding:
    kinds = "、".join(dict.fromkeys(str(hit.kind) for hit in hits))
    return Finding(
        rule=item_names_nobody.id,
        severity=item_names_nobody.severity,
        file=name,
        sheet="",
        cell="",
        key=Path(name).stem,
        column="",
        value=hits[0].text,
        message=(
            f"個人を特定できる情報（{kinds}）「{hits[0].text}」が{len(hits)}か所にあるため、{name} を出力しませんでした。"
            "会議案件などの記載を仮名や続柄に書き換えて、もう一度お試しください。"
        ),
        basis=item_names_nobody.basis,
    )
