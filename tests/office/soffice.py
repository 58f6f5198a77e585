"""A private LibreOffice for tests: started, spoken to over UNO, stopped."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any
from uuid import uuid4

from office.uno_link import call_macro, connect, discard, load_uno, properties

PIPE = "JUSO_UNO_PIPE"  # tells the tests' sitecustomize where LibreOffice listens
RESTART = (79, 81)  # with these a LibreOffice on a new profile asks to be started again
MACRO_PACKAGE = "Calc MS Excel 2007 VBA XML"
SETTINGS = {
    ("Setup/L10N", "ooSetupSystemLocale"): "ja-JP",  # 令和 in formats, 4月1日 as a date
    ("Office.Common/Security/Scripting", "MacroSecurityLevel"): "0",
    ("Office.Common/Misc", "FirstRun"): "false",
    ("Office.Common/Misc", "UseLocking"): "false",  # a crash leaves no lock file behind
}


def missing() -> str:
    """Why tests cannot use LibreOffice here; '' when they can."""
    if _program() is None:
        return "LibreOffice (soffice.bin) is not installed"
    if shutil.which("setpriv") is None:
        return "setpriv (util-linux) is not installed"
    try:
        load_uno()
        import xlwings  # noqa: F401
    except ImportError as error:
        return f"{error.name or error} cannot be imported by this Python"
    return ""


class Soffice:
    """A LibreOffice with its profile in `folder`, which dies with the process that started it.

    It is headless unless it is given an X `display`. Its macros and the programs they start see
    `environment`, which also tells other programs where it listens.
    """

    def __init__(
        self, folder: Path, environment: Mapping[str, str] | None = None, *, display: str = ""
    ) -> None:
        self.pipe = f"juso{uuid4().hex[:12]}"
        window = {"DISPLAY": display, "SAL_USE_VCLPLUGIN": "gen"} if display else {}
        self.environment = {**(environment or {}), **window, PIPE: self.pipe}
        self._profile = folder / "profile"
        _write_settings(self._profile / "user")
        self._command = _command(self.pipe, self._profile, headless=not display)
        self._process = self._launch()
        try:
            context = self._wait(seconds=60)
        except BaseException:
            self._end()
            raise
        self.desktop = context.ServiceManager.createInstance("com.sun.star.frame.Desktop")

    def _wait(self, seconds: float) -> Any:
        end = time.monotonic() + seconds
        while True:
            try:
                return connect(self.pipe)
            except Exception as error:  # NoConnectException: it does not listen yet
                code = self._process.poll()
                if code in RESTART:
                    self._process = self._launch()
                elif code is not None or time.monotonic() > end:
                    raise RuntimeError(f"LibreOffice does not start ({code})") from error
                time.sleep(0.02)

    def _launch(self) -> subprocess.Popen[bytes]:
        inherited = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
        return subprocess.Popen(
            self._command,
            env={**inherited, **self.environment},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def open(self, path: Path, *, read_only: bool = False) -> Any:
        """The document of a workbook or add-in, shown: LibreOffice crashes on hidden ones."""
        how: dict[str, Any] = {"Hidden": False, "MacroExecutionMode": 4, "ReadOnly": read_only}
        if path.suffix == ".xlam":
            how["FilterName"] = MACRO_PACKAGE
        url = path.resolve().as_uri()
        document = self.desktop.loadComponentFromURL(url, "_blank", 0, properties(**how))
        if document is None:
            raise OSError(f"LibreOffice cannot open {path}")
        return document

    def call(self, document: Any, macro: str, *arguments: Any) -> Any:
        """What `Module.Procedure` of a document, an add-in too, returns."""
        return call_macro(document, macro, *arguments)

    def close(self) -> None:
        """End it with everything open in it unsaved."""
        with suppress(Exception):  # it may have crashed, which the tests have seen by then
            documents = self.desktop.Components.createEnumeration()
            while documents.hasMoreElements():
                discard(documents.nextElement())
            self.desktop.terminate()
        self._end()

    def _end(self) -> None:
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        shutil.rmtree(self._profile, ignore_errors=True)


def _program() -> Path | None:
    launcher = shutil.which("soffice")
    program = Path(launcher).resolve().with_name("soffice.bin") if launcher else None
    return program if program and program.is_file() else None


def _command(pipe: str, profile: Path, *, headless: bool) -> list[str]:
    return [
        *("setpriv", "--pdeathsig", "KILL", str(_program())),
        f"-env:UserInstallation={profile.as_uri()}",
        f"--accept=pipe,name={pipe};urp;StarOffice.ServiceManager",
        *("--norestore", "--nologo", "--nodefault"),
        *(("--headless",) if headless else ()),
    ]


def _write_settings(folder: Path) -> None:
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for (path, name), value in SETTINGS.items()
    )
    folder.mkdir(parents=True)
    (folder / "registrymodifications.xcu").write_text(
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry">' + items + "</oor:items>",
        encoding="utf-8",
    )
