"""juso: the add-in behind Koshu City's shared support workbook (重層的支援体制整備事業)."""

__version__ = "2026.4"
