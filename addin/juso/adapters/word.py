"""Word documents from templates that clerks edit in Word: docxtpl in a sandbox.

A value is text and nothing else: `{{`, `{%`, `&` and `<` in it are printed as typed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateRuntimeError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from juso.adapters.docx_package import check_package, document_text, write_package
from juso.adapters.template_errors import explained, opening
from juso.adapters.word_stamp import set_stamp

__all__ = ["BLANK", "document_text", "render"]

BLANK = "【未入力】"
AUTHOR = "甲州市福祉総合支援課"
STAMP = datetime(2025, 4, 1)  # documents carry no time of their own: same data, same bytes

_ILLEGAL = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class _Blank:
    """A value that is missing: false in an `if`, 【未入力】 where it is printed."""

    place: str

    def __bool__(self) -> bool:
        return False


def render(
    template: Path,
    context: Mapping[str, object],
    out: Path,
    author: str = AUTHOR,
    stamp: Mapping[str, str] | None = None,
) -> list[str]:
    """Fill a template; the places that were printed as 【未入力】.

    With a `stamp` the document is known again under any name. JusoError that names the template and the tag when it cannot be filled.
    """
    check_package(template)
    blanks: list[str] = []
    with opening(template):
        document = DocxTemplate(template)
        document.init_docx()
    with explained(template):
        document.render(_marked(context, ""), _environment(blanks), autoescape=True)
        properties = document.docx.core_properties
        properties.author = properties.last_modified_by = author
        properties.created = properties.modified = STAMP
        properties.revision = 1
        if stamp:
            set_stamp(document.docx, stamp)
        made = BytesIO()
        document.save(made)
    write_package(made.getvalue(), out)
    return list(dict.fromkeys(blanks))


def _environment(blanks: list[str]) -> ImmutableSandboxedEnvironment:
    def printed(value: Any) -> Any:
        if isinstance(value, _Blank):
            blanks.append(value.place)
            return BLANK
        if isinstance(value, dict | list):
            raise TemplateRuntimeError("a list is printed: for が必要です")
        return _as_text(str(value))

    return ImmutableSandboxedEnvironment(
        undefined=StrictUndefined, autoescape=True, finalize=printed
    )


def _as_text(value: str) -> Markup:
    """Text that neither XML nor docxtpl's own marks (`{_{`) can read as anything else."""
    plain = _ILLEGAL.sub("", value.replace("\r\n", "\n"))
    return escape(plain).replace("{", Markup("&#123;")).replace("}", Markup("&#125;"))


def _marked(value: object, place: str) -> Any:
    """The context with its missing values marked by where they stand."""
    if value is None or value == "":
        return _Blank(place)
    if isinstance(value, Mapping):
        dot = f"{place}・" if place else ""
        return {key: _marked(part, f"{dot}{key}") for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_marked(part, f"{place}（{i}）") for i, part in enumerate(value, start=1)]
    return value
