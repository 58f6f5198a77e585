"""Writes 点検規則.md, the rules of the 点検 for clerks, from the rules themselves: `make catalogue`."""

from __future__ import annotations

from pathlib import Path

from juso.services.rule_catalogue import TITLE, as_markdown

PAGE = Path(__file__).parent / f"{TITLE}.md"

if __name__ == "__main__":
    PAGE.write_text(as_markdown(), encoding="utf-8", newline="\n")
