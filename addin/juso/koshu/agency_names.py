"""Every name by which 関係機関マスタ calls an agency, and the short name that other sheets use."""

from __future__ import annotations

import re
from collections.abc import Iterable

from juso.koshu.sheets import Agency


def agency_names(agencies: Iterable[Agency]) -> dict[str, str]:
    """正式名, 略称 and 別名 of the agencies to their 略称.

    A name that two agencies share leads to neither, unless it is the 略称 of one.
    """
    named = [agency for agency in agencies if agency.short_name]
    names: dict[str, set[str]] = {}
    for agency in named:
        for name in (agency.name or "", *re.split("[、，,]", agency.other_names or "")):
            names.setdefault(name.strip(), set()).add(agency.short_name)
    names.pop("", None)
    other = {name: short for name, found in names.items() if len(found) == 1 for short in found}
    return other | {agency.short_name: agency.short_name for agency in named}
