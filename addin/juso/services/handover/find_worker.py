"""The worker a command names; whoever is nobody, or two persons, is answered with what to type."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from juso.core.errors import JusoError
from juso.koshu.identifiers import fold_text
from juso.koshu.register import Register
from juso.services.handover.worker import Worker, bare_key
from juso.services.todo.owners import is_open

MOST_NAMES = 8  # a message lists
NEAR = 0.5  # half of the characters are the same
NO_NAME = (
    "引継ぎパックをつくる担当者が分かりません。担当者の氏名を指定してください。"
    "「相談受付簿」の行から始めたときは、その行の「担当者」を入力してください。"
)


def find_worker(
    register: Register, everybody: Sequence[Worker], name: str | None, agency: str | None = ""
) -> Worker:
    """The one of `everybody` who is called so; `agency` is a short name, full name or 別名.

    JusoError that says what to type where it is nobody, or not one person.
    """
    key = bare_key(name or "")
    if name is None or not key:
        raise JusoError(NO_NAME)
    place = _agency(register, everybody, agency) if agency and agency.strip() else ""
    known = [w for w in everybody if place in ("", w.agency)]
    found = [w for w in known if w.key == key]
    found = [w for w in found if w.agency] or found
    if not found:
        elsewhere = [str(w) for w in everybody if w.key == key and w.agency]
        raise JusoError(_nobody(name, place, elsewhere or _near(register, known, key)))
    if len(found) > 1:
        raise JusoError(
            f"「{name}」という担当者は、{'と'.join(w.agency for w in found)}にいます。"
            f"`--agency {found[0].agency}` のように、機関も指定してください。"
        )
    return found[0]


def _near(register: Register, known: Sequence[Worker], key: str) -> list[str]:
    """Whose name is like it, else those who lead open cases."""
    names = {w.key: str(w) for w in known}
    near = [*(k for k in names if k in key or key in k), *get_close_matches(key, names, 5, NEAR)]
    leads = {bare_key(c.lead_worker or "") for c in register.cases if is_open(c)}
    return [names[k] for k in dict.fromkeys(near)] or [names[k] for k in names if k in leads]


def _nobody(name: str, place: str, near: Sequence[str]) -> str:
    where = f"{place}の" if place else ""
    more = "ほか" if len(near) > MOST_NAMES else ""
    hint = f"台帳にいるのは、{'、'.join(near[:MOST_NAMES])}{more}です。" if near else ""
    return (
        f"「{name}」という{where}担当者は、支援台帳の担当者・対応者などの欄にありません。"
        f"{hint}氏名を確かめてください。"
    )


def _agency(register: Register, everybody: Iterable[Worker], name: str) -> str:
    names = {fold_text(w.agency): w.agency for w in everybody if w.agency}
    for agency in register.agencies:
        others = re.split("[、，,]", agency.other_names or "")
        for word in (*others, agency.name, agency.short_name):
            if word and agency.short_name:
                names[fold_text(word)] = agency.short_name
    wanted = fold_text(name)
    if wanted in names:
        return names[wanted]
    near = [*(k for k in names if wanted in k), *get_close_matches(wanted, names, 3)]
    shown = list(dict.fromkeys(names[k] for k in near))[:MOST_NAMES]
    hint = f"近いものは、{'、'.join(shown)}です。" if shown else ""
    raise JusoError(
        f"「{name}」という機関は「関係機関マスタ」にありません。{hint}"
        "略称を確かめて、指定し直してください。"
    )
