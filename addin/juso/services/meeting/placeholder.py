"""Placeholders of the Word templates: a model's field declares the Japanese tag it fills.

The data given to Word and the list in templates/README.md both read the same declarations:
`place: Annotated[str | None, Tag("場所")]` fills {{ 場所 }}.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, is_dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, get_args, get_origin, get_type_hints


@dataclass(frozen=True, slots=True)
class Tag:
    """The name a field has in a template; `note` says what stands there."""

    name: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Placeholder:
    """One name a template may use: 案件票.件名."""

    name: str
    note: str
    repeats: bool  # a list, for a `for`


def context(model: Any) -> Any:
    """A model as the templates see it: texts by tag, nested models and lists of them."""
    if isinstance(model, tuple):
        return [context(part) for part in model]
    if is_dataclass(model):
        kind: type = type(model)
        return {tag.name: context(getattr(model, key)) for key, tag, _ in _tags(kind)}
    return model


def placeholders(model: type, prefix: str = "") -> Iterator[Placeholder]:
    """Every name a model fills; the names in a part carry the part's own name before theirs."""
    for _, tag, hint in _tags(model):
        yield Placeholder(f"{prefix}{tag.name}", tag.note, get_origin(hint) is tuple)
        if (part := _part(hint)) is not None:
            yield from placeholders(part, f"{prefix}{tag.name}.")


@cache
def _tags(model: type) -> tuple[tuple[str, Tag, Any], ...]:
    """Field, tag and type of every field that fills a placeholder."""
    hints = get_type_hints(model, include_extras=True)
    return tuple(
        (key, hint.__metadata__[0], hint.__origin__)
        for key, hint in hints.items()
        if get_origin(hint) is Annotated
    )


def _part(hint: Any) -> type | None:
    """The model class in `X`, `X | None` or `tuple[X, ...]`."""
    parts = get_args(hint) if isinstance(hint, UnionType) or get_origin(hint) is tuple else (hint,)
    return next((p for p in parts if isinstance(p, type) and is_dataclass(p)), None)
