"""How alike two texts are, from RapidFuzz."""

from __future__ import annotations

from juso.services.matching.likeness import Similar


def similar() -> Similar:
    """The comparison of 名寄せ: a swap of neighbouring letters counts as one."""
    from rapidfuzz.distance import OSA

    return OSA.normalized_similarity
