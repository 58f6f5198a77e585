"""What the city asks of the register: every rule, in the order of the sheets."""

from juso.core.rule import Rule, rules_in
from juso.koshu.rules import (
    assessment_rules,
    case_rules,
    evaluation_rules,
    intake_rules,
    plan_decision_rules,
    plan_line_rules,
    plan_rules,
    referral_rules,
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
)
CATALOGUE: tuple[CellRule | Rule, ...] = (*CELL_RULES, *RULES)
"""Everything `juso check` may say, for the printed catalogue."""
