"""人口当たりの率: how a count becomes one that cities and prefectures can compare."""

from __future__ import annotations

from juso.koshu.tally.values import Number

PEOPLE = 100_000
UNIT = "人口10万人・1か月当たり"


def per_100k_a_month(count: Number, population: int, months: int) -> float:
    """件数×100,000÷人口÷月数; ZeroDivisionError without people or months."""
    return count * PEOPLE / population / months
