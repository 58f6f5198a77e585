"""Whose work is in the zip and under which licence, with the licences' own words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from email.message import Message
from pathlib import Path
from zipfile import ZipFile

from packing.wheels import Missing, metadata, version_of

HERE = Path(__file__).parent / "licences"
SUPPLIED = {"docxtpl": "LGPL-2.1.txt"}  # wheels that name a licence and do not bring its words
WORDS = re.compile(r"(licen[cs]e|copying|notice|authors)", re.IGNORECASE)
HEADING = (
    "この製品に入っている部品と、その使用許諾です。部品は作者が配ったままのものです。\r\n"
    "ただし xlwings は、マクロ・アドイン・DLL・PRO の部分を除いてあります（BSD 3-Clause の部分だけ）。\r\n\r\n"
    "部品\t版\t使用許諾\t作者のページ\r\n"
)


def licences(wheels: Iterable[Path]) -> dict[str, bytes]:
    """LICENSES/: 一覧.txt, and a folder for each package with the texts its wheel brings.

    Missing where a wheel brings none and none is kept here.
    """
    parts: dict[str, bytes] = {}
    rows = set()
    for wheel in wheels:
        facts = metadata(wheel)
        name = str(facts["Name"])
        texts = dict(_texts(wheel, name))
        if not texts:
            raise Missing(
                f"{wheel.name} に使用許諾の文がありません。addin/packing/licences に加えてください。"
            )
        folder = f"LICENSES/{name}-{version_of(wheel)}"
        parts |= {f"{folder}/{file}": data for file, data in texts.items()}
        rows.add(f"{name}\t{version_of(wheel)}\t{licence_name(facts)}\t{_page(facts)}\r\n")
    table = HEADING + "".join(sorted(rows, key=str.lower))
    return parts | {"LICENSES/一覧.txt": table.encode("utf-8-sig")}


def licence_name(facts: Message) -> str:
    """The licence's name as the metadata gives it: expression, one-line field or classifier."""
    for field in ("License-Expression", "License"):
        text = str(facts.get(field) or "").strip()
        if text and "\n" not in text:
            return text
    classifiers = (str(c) for c in facts.get_all("Classifier", []))
    found = [c.rpartition(" :: ")[2] for c in classifiers if c.startswith("License ::")]
    return "、".join(found) or "同封の文のとおり"


def _page(facts: Message) -> str:
    if page := facts.get("Home-page"):
        return str(page)
    links = (str(line).partition(", ") for line in facts.get_all("Project-URL", []))
    named = {label.lower(): link for label, _, link in links}
    wanted = ("homepage", "source", "source code", "repository", "github")
    return next(
        (named[label] for label in wanted if label in named), next(iter(named.values()), "")
    )


def _texts(wheel: Path, name: str) -> Iterator[tuple[str, bytes]]:
    """The licence files of a wheel, under a path below its folder."""
    with ZipFile(wheel) as package:
        names = package.namelist()
        in_info = [n for n in names if ".dist-info/" in n and _is_text(n)]
        for path in in_info or [n for n in names if _is_text(n)]:
            inner = path.partition(".dist-info/")[2] or path
            yield inner.removeprefix("licenses/"), package.read(path)
        if not in_info and name in SUPPLIED:
            yield SUPPLIED[name], (HERE / SUPPLIED[name]).read_bytes()


def _is_text(name: str) -> bool:
    return bool(WORDS.search(Path(name).name)) and not name.endswith((".py", ".pyc", "/"))
