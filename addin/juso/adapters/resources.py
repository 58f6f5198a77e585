"""Files that come with the product: in the wheel under `_data`, in a checkout at the top."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

PACKAGE = Path(__file__).parents[1]


def resource(*names: str) -> Path:
    """The path of a packaged file, e.g. resource("templates", "次第_支援会議.docx")."""
    packed = PACKAGE / "_data"
    root = packed if packed.is_dir() else PACKAGE.parents[1]
    return root.joinpath(*names)


@dataclass(frozen=True, slots=True)
class Templates:
    """The Word templates: an office's own where it has changed one, else those of the product."""

    own: Path | None = None

    @classmethod
    def of(cls, office: Path) -> Templates:
        """Those in force in an office's folder: what it changed lies in 様式."""
        return cls(office / "様式")

    def find(self, name: str) -> Path:
        """The template of this name."""
        changed = self.own / name if self.own else None
        return changed if changed and changed.is_file() else resource("templates", name)
