"""What the city asks of the register: every rule, in the order of the sheets."""

from juso.core.rule import Rule, rules_in
from juso.koshu.rules import (
    agenda_rules,
    assessment_rules,
    attendance_rules,
    case_rules,
    contact_rules,
    decision_rules,
    evaluation_rules,
    intake_rules,
    meeting_rules,
    naming_rules,
    plan_decision_rules,
    plan_line_rules,
    plan_rules,
    referral_rules,
    yearly_rules,
)
from juso.koshu.rules.cell_rules import CELL_RULES, CellRule

__all__ = ["CATALOGUE", "CELL_RULES", "RULES", "CellRule"]

RULES: tuple[Rule, ...] = rules_in(
    intake_rules,
    case_rules,
    assessment_rules,
    plan_rules,
    plan_decision_rules,
    plan_line_rules,
    evaluation_rules,
    referral_rules,
    contact_rules,
    meeting_rules,
    yearly_rules,
    agenda_rules,
    naming_rules,
    attendance_rules,
    decision_rules,
)
CATALOGUE: tuple[CellRule | Rule, ...] = (*CELL_RULES, *RULES)
"""Everything `juso check` may say, for the printed catalogue."""
