"""The clerk of the tests: sees the status bar and the dialogs of every process, and answers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

CLERK = "JUSO_UNO_CLERK"  # tells a program where the clerk keeps notes
CAUTIOUS = {
    "ok": "ok",
    "ok_cancel": "cancel",
    "yes_no": "no",
    "yes_no_cancel": "cancel",
    "input": "",
}


class Clerk:
    """What was shown, kept in a folder that a program in another process can be told of.

    A dialog never waits: it takes the next of the answers set, or the cautious one.
    """

    def __init__(self, folder: Path) -> None:
        self._shown, self._answers = folder / "shown.jsonl", folder / "answers.json"

    @property
    def statuses(self) -> list[str | bool]:
        """Everything the status bar said, oldest first; False where it was given back."""
        return [what["status"] for what in self._all() if "status" in what]

    @property
    def alerts(self) -> list[dict[str, Any]]:
        """Every dialog: prompt, title, buttons, mode and the answer it got."""
        return [what for what in self._all() if "prompt" in what]

    def will_answer(self, *answers: str) -> None:
        """Set what the next dialogs are answered with."""
        self._answers.write_text(json.dumps(answers), encoding="utf-8")

    def forget(self) -> None:
        """Begin afresh."""
        self._shown.unlink(missing_ok=True)
        self._answers.unlink(missing_ok=True)

    def see(self, status: str | bool) -> None:
        """Look at the status bar."""
        self._note({"status": status})

    def answer(self, prompt: str, title: str | None, buttons: str, mode: str | None) -> str:
        """Look at a dialog and press a button."""
        first, *rest = self._prepared() or [CAUTIOUS[buttons]]
        self.will_answer(*rest)
        self._note(
            {"prompt": prompt, "title": title, "buttons": buttons, "mode": mode, "answer": first}
        )
        return first

    def _prepared(self) -> list[str]:
        if not self._answers.exists():
            return []
        return list(json.loads(self._answers.read_text(encoding="utf-8")))

    def _note(self, what: dict[str, Any]) -> None:
        with self._shown.open("a", encoding="utf-8") as file:
            file.write(json.dumps(what, ensure_ascii=False) + "\n")

    def _all(self) -> list[dict[str, Any]]:
        if not self._shown.exists():
            return []
        lines = self._shown.read_text(encoding="utf-8").splitlines()
        return [json.loads(line) for line in lines]
