"""Many offices for the bench: a few invented ones, stamped out until there are enough."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import cycle, islice
from pathlib import Path

COMMENT_AT = 20  # in a zip's end record without a comment: where its length stands
END_OF_ZIP = 22


def stamped(folder: Path, samples: Sequence[Path], count: int) -> Path:
    """`count` offices whose forms all differ in their bytes, each office one municipality."""
    patterns = [
        (
            (sample / "juso.toml").read_text(encoding="utf-8"),
            {
                path.relative_to(sample): path.read_bytes()
                for path in sorted(sample.glob("月次報告/*/*.xlsx"))
            },
        )
        for sample in samples
    ]
    for number, (toml, forms) in enumerate(islice(cycle(patterns), count)):
        office = folder / f"{number:05}"
        for name, content in forms.items():
            path = office / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(with_comment(content, f"{number:05}"))
        named = toml.replace("甲州市", f"第{number}市", 1).replace("19213", f"{number:05}")
        (office / "juso.toml").write_text(named, encoding="utf-8")
    return folder


def with_comment(workbook: bytes, comment: str) -> bytes:
    """A zip that says something at its end, which no reader of workbooks looks at."""
    end = workbook[-END_OF_ZIP:]
    if not end.startswith(b"PK\x05\x06"):
        raise ValueError("この zip には注釈があります。")
    text = comment.encode()
    return workbook[:-END_OF_ZIP] + end[:COMMENT_AT] + len(text).to_bytes(2, "little") + text
