"""Once with eyes and a mouse: a real window, a click on a button, the coloured cells on screen."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from PIL import Image

from juso.core.sheet import column_index
from juso.koshu.sheets import Case
from office.place import Place, wait_for
from office.soffice import missing
from office.stand_in import StandIn

pytestmark = pytest.mark.office
SCREEN = (1280, 800)
PROGRAMS = ("Xvfb", "xdotool", "import")  # the last one is ImageMagick's
ERROR = (0xF4, 0xA5, 0x8A)  # the fill of a cell with 要修正


def _missing() -> str:
    if reason := missing():
        return reason
    absent = [name for name in PROGRAMS if shutil.which(name) is None]
    return f"{', '.join(absent)} not installed" if absent else ""


@pytest.fixture(scope="module")
def display(tmp_path_factory) -> Iterator[str]:
    """A screen nobody sees."""
    if reason := _missing():
        pytest.skip(reason)
    number = tmp_path_factory.mktemp("screen") / "number"
    with number.open("w") as file:
        size = f"{SCREEN[0]}x{SCREEN[1]}x24"
        screen = subprocess.Popen(
            ["Xvfb", "-displayfd", str(file.fileno()), "-screen", "0", size],
            pass_fds=[file.fileno()],
            stderr=subprocess.DEVNULL,
        )
    try:
        yield f":{wait_for(lambda: number.read_text().strip())}"
    finally:
        screen.terminate()
        screen.wait(10)


class Screen:
    """What is on the display, and a mouse."""

    def __init__(self, display: str, folder: Path) -> None:
        self.folder = folder
        self.environment = {**os.environ, "DISPLAY": display}
        self.seen: dict[tuple[int, ...], int] = {}

    def _run(self, *command: str) -> None:
        subprocess.run(command, env=self.environment, check=True, capture_output=True)

    def click(self, x: int, y: int) -> None:
        self._run("xdotool", "mousemove", str(x), str(y), "click", "1")

    def colours(self, name: str) -> dict[tuple[int, ...], int]:
        """How many pixels have each colour in a screenshot, which is kept in the test's folder."""
        path = self.folder / f"{name}.png"
        self._run("import", "-window", "root", str(path))
        picture = Image.open(path).convert("RGB")
        self.seen = {colour: n for n, colour in picture.getcolors(SCREEN[0] * SCREEN[1])}
        return self.seen


def button_centre(document) -> tuple[int, int]:
    """Where the first push button of a document's first sheet is on the screen."""
    form = document.Sheets.getByIndex(0).DrawPage.Forms.getByIndex(0)
    view = document.CurrentController.getControl(form.getByIndex(0))
    context = view.getAccessibleContext()
    place, size = context.getLocationOnScreen(), context.getSize()
    return place.X + size.Width // 2, place.Y + size.Height // 2


def to_front(document) -> None:
    window = document.CurrentController.Frame.ContainerWindow
    window.setPosSize(0, 0, *SCREEN, 15)
    window.toFront()
    document.CurrentController.Frame.activate()


def test_a_click_colours_the_cells_on_the_screen(display, small_office, tmp_path):
    """Mouse → VBA → request → worker → 点検結果 and the marks, seen in a screenshot."""
    folder = shutil.copytree(small_office, tmp_path / "事業所")
    screen = Screen(display, tmp_path)
    with StandIn(tmp_path / "standin", display=display) as office:
        book = office.open(folder / "支援台帳.xlsx")
        sheet = book.sheets["相談受付簿"]
        sheet.range((5, column_index(Case, "window") + 1)).value = "水道"
        with Place(office, tmp_path, ["check"]) as place:
            place.start_worker()
            to_front(place.build)
            place.build.CurrentController.setActiveSheet(place.build.Sheets.getByIndex(0))
            for _ in range(4):  # a click on a window not yet drawn goes nowhere
                screen.click(*button_centre(place.build))
                with suppress(AssertionError):
                    wait_for(lambda: "要求 " in place.said(), 5)
                    break

            to_front(book.impl.document)
            sheet.activate()
            sheet.range("A5").select()
            wait_for(lambda: screen.colours("marks").get(ERROR, 0) > 200)
            assert "完了" in place.said()
            assert any("点検しました" in str(word) for word in office.clerk.statuses)
    assert len(screen.seen) > 50  # not an empty screen
