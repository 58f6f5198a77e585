"""世帯番号 of a 受付票: which household a case goes into, and what is said of the number it names."""

from __future__ import annotations

from juso.core.finding import Finding
from juso.koshu.register import Register
from juso.koshu.rules import case_intake_rules as rules
from juso.koshu.sheets import Case
from juso.services.receiving.form import HOUSEHOLD_NO, Form
from juso.services.receiving.numbers import Numbers


def household_of(
    form: Form, case: Case, register: Register, numbers: Numbers
) -> tuple[str, list[Finding]]:
    """Of a new case: the one it names if the register has it, else the remembered or a new one."""
    named = case.household_no
    if named and (others := register.cases_of_household.get(named)):
        message = (
            f"世帯番号「{named}」（{others[0].case_no} の世帯）と書かれているため、その世帯に入れます。"
            "同じ世帯かを確かめ、違うときは台帳で世帯番号を直してください。"
        )
        return named, [form.remark(rules.NAMED_HOUSEHOLD, message, case, HOUSEHOLD_NO)]
    number = form.household_no or numbers.next_household()
    return number, unknown_household(form, case, register, f"新しい番号 {number} を付けます")


def unknown_household(form: Form, case: Case, register: Register, instead: str) -> list[Finding]:
    """What is said of a number that the register does not have; nothing where it has it."""
    named = case.household_no
    if not named or named in register.cases_of_household:
        return []
    message = (
        f"世帯番号「{named}」は台帳にないため、{instead}。"
        "台帳にある世帯のときは、取り込んだ後に台帳で直してください。"
    )
    return [form.remark(rules.NO_HOUSEHOLD, message, case, HOUSEHOLD_NO)]
