"""引継ぎパック as a Word file: filled in, searched for telephone numbers and addresses, put in place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from juso.adapters.meeting_documents import Written
from juso.adapters.resources import Templates
from juso.adapters.share import file_name, save_new
from juso.adapters.word import document_text, render
from juso.core.errors import JusoError
from juso.koshu.identifier_scan import scan
from juso.services.handover import HandoverPack
from juso.services.handover.discretion import NEVER
from juso.services.meeting.placeholder import context

TEMPLATE = "引継ぎパック.docx"


def write_handover(pack: HandoverPack, today: date, folder: Path, templates: Templates) -> Written:
    """引継ぎパック_機関_日付.docx, named after nobody.

    JusoError, and no file, when a telephone number or an address stands in the finished document.
    """
    blanks: list[str] = []

    def make(part: Path) -> None:
        blanks.extend(render(templates.find(TEMPLATE), context(pack), part, pack.publisher))
        found = [hit for hit in scan(document_text(part), pack.identifiers) if hit.kind in NEVER]
        if found:
            kinds = "、".join(dict.fromkeys(str(hit.kind) for hit in found))
            raise JusoError(
                f"引継ぎパックに{kinds}とみられる記載「{found[0].text}」が{len(found)}か所あるため、"
                "出力しませんでした。支援台帳のその記載か、様式を直して、もう一度お試しください。"
            )

    name = file_name(f"引継ぎパック_{pack.agency}_{today:%Y%m%d}")
    path = save_new(folder / f"{name}.docx", make)
    return Written((path,), tuple(blanks))
