"""What is wrong with a Word template, in one sentence that names the file and the tag."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from docx.opc.exceptions import OpcError
from jinja2.exceptions import SecurityError, TemplateError, TemplateSyntaxError, UndefinedError
from lxml.etree import LxmlError

from juso.adapters.docx_package import document_text
from juso.core.errors import JusoError

_TAG = re.compile(r"\{[{%#].*?[}%#]\}")
_SHOWN = 60


@contextmanager
def opening(template: Path) -> Iterator[None]:
    """Turn whatever python-docx says of a damaged or other file into a JusoError."""
    try:
        yield
    except (OpcError, LxmlError, AttributeError, LookupError, ValueError) as error:
        raise _fault(template, "", "は Word の文書（.docx）として読めません", error) from error


@contextmanager
def explained(template: Path) -> Iterator[None]:
    """Turn whatever a template can do wrong while it is filled into a JusoError."""
    try:
        yield
    except TemplateSyntaxError as error:
        raise _fault(template, _near(error), "の書き方が正しくありません", error) from error
    except UndefinedError as error:
        reason = "の名前は使えません。README の一覧にある名前に直してください"
        raise _fault(template, _tag_with(template, error), reason, error) from error
    except SecurityError as error:
        reason = "の式は安全のため使えません。名前だけの差し込みに直してください"
        raise _fault(template, _tag_with(template, error), reason, error) from error
    except LxmlError as error:
        reason = "繰り返しや条件のタグの置き場所が正しくありません。行の繰り返しは {%tr … %}、段落は {%p … %} で囲んでください"
        raise _fault(template, "", reason, error) from error
    except (
        TemplateError,
        ArithmeticError,
        AttributeError,
        LookupError,
        TypeError,
        ValueError,
    ) as error:
        raise _fault(template, "", "の差し込みの式を計算できません", error) from error


def _fault(template: Path, tag: str, reason: str, error: Exception) -> JusoError:
    where = f"「{tag}」" if tag else ""
    detail = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
    return JusoError(
        f"テンプレート {template.name} {where}{reason}（{detail[:120]}）。"
        "Word で直すか、もとのテンプレートに戻してください。"
    )


def _near(error: TemplateSyntaxError) -> str:
    """The text of the paragraph a syntax error stands in, else of the one before it."""
    lines = [line.strip() for line in getattr(error, "docx_context", ())]
    place = min(error.lineno - 1, 3)
    candidates = [*reversed(lines[: place + 1]), *lines[place + 1 :]]
    return next((line[:_SHOWN] for line in candidates if line), "")


def _tag_with(template: Path, error: Exception) -> str:
    """The first tag of the template that holds the name an error complains of."""
    names = re.findall(r"'([^']+)'", str(error))
    text = document_text(template)
    for name in reversed(names):
        for tag in _TAG.findall(text):
            if name in tag:
                return str(tag)
    return names[-1] if names else ""
