"""Cells composed of fragments: two cells rarely read alike."""

from __future__ import annotations

from juso.koshu.codes import Issue
from juso.services.sample.issue_text import IssueText
from juso.services.sample.issues_care import CARE_TEXTS
from juso.services.sample.issues_family import FAMILY_TEXTS
from juso.services.sample.issues_health import HEALTH_TEXTS
from juso.services.sample.issues_life import LIFE_TEXTS
from juso.services.sample.issues_money import MONEY_TEXTS

ISSUE_TEXTS: dict[Issue, IssueText] = {
    **HEALTH_TEXTS,
    **CARE_TEXTS,
    **FAMILY_TEXTS,
    **MONEY_TEXTS,
    **LIFE_TEXTS,
}
"""Every 課題区分 → its fragments."""
