"""Title, period and place of the plan among others (実施計画1, 2, 4, 10)."""

from __future__ import annotations

from datetime import date

from juso.core.calendar import FiscalYear

TITLE = "甲州市重層的支援体制整備事業 実施計画"
FIRST_YEAR = FiscalYear(2025)
LAST_YEAR = FiscalYear(2029)
PERIOD = (date(2025, 4, 1), date(2030, 3, 31))  # 10(1)
PROGRAM_STARTED_ON = date(2022, 4, 1)  # 1「本市では令和4年度から実施」
PROMOTION_COMMITTEE = "地域福祉推進委員会"  # 10(2): receives each year's 実施状況
COMMUNITY_WELFARE_PLAN = "第4次甲州市地域福祉計画"
BASIC_POLICY = "すべての市民にとって、「解決できる」を実感できる支援体制の整備を行います。"  # 4
