"""Which check is asked of which form: by itself, against its past, the others, the register."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from juso.core.calendar import FiscalYear
from juso.core.finding import Finding, Severity
from juso.koshu.settings import Settings
from juso.koshu.tally.reading import FormReading
from juso.services.tally.background import Background
from juso.services.tally.between import check_between
from juso.services.tally.odd_months import check_months
from juso.services.tally.plausibility import check_outliers
from juso.services.tally.register_checks import check_sites
from juso.services.tally.relation_checks import check_relations


def check_forms(
    forms: Mapping[str, FormReading],
    year: FiscalYear,
    background: Background,
    told: Iterable[Finding],
) -> list[Finding]:
    """X, Y, Z, B and V-T of the forms that count; a figure already `told` is not also odd."""
    register = background.register
    settings = register.settings if register else Settings()
    found: list[Finding] = []
    for code, reading in forms.items():
        found += check_relations(reading, background.before.get(code))
    spoken = {f.key for f in (*told, *found) if f.severity is not Severity.NOTE}
    for code, reading in forms.items():
        before = background.before.get(code)
        found += check_months(reading, before, settings)
        found += check_outliers(reading, before, settings, spoken)
    found += check_between(forms, year, register, settings)
    if register:
        found += check_sites(register)
    return found
