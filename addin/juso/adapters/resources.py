"""Files that come with the product: in the wheel under `_data`, in a checkout at the top."""

from pathlib import Path

PACKAGE = Path(__file__).parents[1]


def resource(*names: str) -> Path:
    """The path of a packaged file, e.g. resource("templates", "次第_支援会議.docx")."""
    packed = PACKAGE / "_data"
    root = packed if packed.is_dir() else PACKAGE.parents[1]
    return root.joinpath(*names)
