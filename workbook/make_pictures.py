"""Draws README's pictures from a demo office: `make pictures` (needs LibreOffice and poppler)."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

PICTURES = Path(__file__).parent / "pictures"
# picture, file in the demo (newest match), page, and how much of its height to keep
SHOWN = (
    ("支援台帳", "juso-demo/支援台帳.xlsx", 3, 0.62),
    ("点検結果", "juso-demo_誤りの例/出力/点検/点検結果_*.xlsx", 1, 0.75),
    ("つなぎボード", "juso-demo_誤りの例/出力/要対応/つなぎボード_*.xlsx", 1, 0.5),
    ("名寄せ", "juso-demo_誤りの例/出力/名寄せ/名寄せ_*.xlsx", 1, 0.5),
    ("受付票", "juso-demo/受付票/受付票_新規_*.xlsx", 1, 0.8),
    ("受付票のアセスメント", "juso-demo/受付票/受付票_新規_*.xlsx", 3, 0.8),
    ("引継ぎパック", "juso-demo/出力/引継ぎ/引継ぎパック_*.docx", 1, 1.0),
    ("月次報告", "juso-demo/月次報告/*/W1_*.xlsx", 2, 0.75),
    ("月次統合", "juso-demo/出力/集計/月次統合_*.xlsx", 2, 0.75),
    ("差戻し", "juso-demo_誤りの例/出力/差戻し/差戻し_W2_*.xlsx", 1, 0.6),
    ("突合", "juso-demo_誤りの例/出力/突合/突合_*.xlsx", 1, 0.5),
    ("次第", "juso-demo/出力/次第/次第_SK-*.docx", 1, 0.8),
    ("会議録", "juso-demo/出力/会議録/会議録_SK-*.docx", 1, 1.0),
    ("実施状況報告書", "juso-demo/出力/報告書/実施状況報告書_*評価版.docx", 9, 1.0),
)
WIDTH = 900  # pixels


def draw(name: str, source: Path, page: int, keep: float) -> None:
    """One page of a file as a PNG of README's width."""
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation=file://{folder}/profile"
        convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder]
        subprocess.run([*convert, source], check=True, capture_output=True)
        pdf = Path(folder) / f"{source.stem}.pdf"
        pages = ["-f", str(page), "-l", str(page), "-singlefile"]
        subprocess.run(
            ["pdftoppm", "-r", "110", "-png", *pages, pdf, pdf.with_suffix("")], check=True
        )
        with Image.open(pdf.with_suffix(".png")) as image:
            part = image.crop((0, 0, image.width, round(image.height * keep)))
            size = (WIDTH, round(part.height * WIDTH / part.width))
            part.convert("RGB").resize(size).quantize(64).save(
                PICTURES / f"{name}.png", optimize=True
            )


def draw_window() -> None:
    """The marks of 点検 as a clerk sees them: the screenshot of the test with a real window."""
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder) / "base"
        test = ["-q", "-p", "no:cacheprovider", "tests/office/test_window.py"]
        subprocess.run([sys.executable, "-m", "pytest", *test, f"--basetemp={base}"], check=True)
        with Image.open(next(base.rglob("marks.png"))) as image:
            size = (WIDTH, round(image.height * WIDTH / image.width))
            image.convert("RGB").resize(size).quantize(64).save(
                PICTURES / "点検の印.png", optimize=True
            )


def main(root: Path) -> None:
    """All pictures, from the demo in `root`."""
    PICTURES.mkdir(exist_ok=True)
    for name, pattern, page, keep in SHOWN:
        source = max(root.glob(pattern), key=lambda path: path.stat().st_mtime)
        draw(name, source, page, keep)
    draw_window()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
