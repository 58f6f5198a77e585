"""Makes the Word templates of the three meetings and of the 引継ぎパック: `PYTHONPATH=addin python templates/make_templates.py`.

What the city decides by (steps, check-boxes, kinds of business) comes from juso.koshu.meetings;
the wording around it is in the files beside this one and may also be edited in Word.
"""

from __future__ import annotations

import sys
from pathlib import Path

from agenda_template import agenda
from handover_template import handover
from look import save
from minutes_template import case_record, minutes

from juso.koshu.meetings import PAPERS
from juso.services.handover import HandoverPack
from juso.services.meeting.agenda_model import Agenda
from juso.services.meeting.minutes_model import CaseRecord, Minutes
from juso.services.meeting.placeholder import placeholders

FOLDER = Path(__file__).parent
LISTED = "<!-- 差し込みの一覧：make_templates.py がつくります -->"


def placeholder_list() -> str:
    """The tables of templates/README.md: every name a template may use."""
    parts = []
    for heading, model in (
        ("次第_*.docx", Agenda),
        ("会議録_*.docx（ほかに {{ 発行者 }}）", Minutes),
        ("案件別記録.docx（ほかに {{ 発行者 }}）", CaseRecord),
        ("引継ぎパック.docx", HandoverPack),
    ):
        parts += [f"### {heading}", "", "| 差し込み | 内容 |", "|---|---|"]
        for placeholder in placeholders(model):
            repeats = "（繰り返し）" if placeholder.repeats else ""
            parts.append(f"| {placeholder.name} | {repeats}{placeholder.note} |")
        parts.append("")
    return "\n".join(parts)


def write_list(readme: Path) -> None:
    """Renew the list in the README, leaving the text before it alone."""
    text = readme.read_text(encoding="utf-8").partition(LISTED)[0]
    readme.write_text(f"{text}{LISTED}\n\n{placeholder_list()}", encoding="utf-8", newline="\n")


def make(folder: Path) -> list[Path]:
    """All templates, written into a folder."""
    documents = {f"次第_{paper.meeting}.docx": agenda(paper) for paper in PAPERS}
    documents |= {f"会議録_{paper.meeting}.docx": minutes(paper) for paper in PAPERS}
    documents["案件別記録.docx"] = case_record()
    documents["引継ぎパック.docx"] = handover()
    for name, document in documents.items():
        save(document, folder / name)
    return [folder / name for name in documents]


if __name__ == "__main__":
    make(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
    write_list(FOLDER / "README.md")
