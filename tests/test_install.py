"""The steps that install, the scripts that start them, and the paper 情報係 reads."""

from __future__ import annotations

import importlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

import make_dist
from juso.adapters.doctor import OF_THE_OFFICE, OF_THE_PC
from juso.adapters.doctor.machine import start_folder
from juso.adapters.home import INBOX, LOCK, LOG, home
from juso.verbs import VERBS
from packing.archive import checksums

ROOT = Path(__file__).parents[1]
INSTALL = ROOT / "addin" / "install"
GUIDE = (ROOT / "workbook" / "情報係の手引き.md").read_text(encoding="utf-8")
RIBBON = (ROOT / "macros" / "customUI14.xml").read_text(encoding="utf-8")
PYTHON = f"{sys.version_info[0]}.{sys.version_info[1]}"
needs_shell = pytest.mark.skipif(sys.platform == "win32", reason="runs a shell script")


@pytest.fixture
def steps(monkeypatch):
    """The modules the installer consists of, as they import each other."""
    monkeypatch.syspath_prepend(INSTALL / "steps")
    names = ("places", "resident", "install", "uninstall")
    yield SimpleNamespace(**{name: importlib.import_module(name) for name in names})
    for name in names:
        sys.modules.pop(name, None)


@pytest.fixture
def places(steps, tmp_path):
    """One user's folders, empty."""
    return steps.places.Places(tmp_path / "home", tmp_path / "XLSTART")


@pytest.mark.parametrize("label", re.findall(r'(?<= label=")[^"]+', RIBBON))
def test_guide__every_button_is_in_the_acceptance_test(label):
    """情報係 presses each control once: none is forgotten on the paper."""
    if not label.startswith("重層支援"):
        assert label in GUIDE.partition("## 8 受入れ試験")[2]


@pytest.mark.parametrize("name", [name for name, _ in (*OF_THE_PC, *OF_THE_OFFICE)])
def test_guide__explains_every_check(name):
    """Each line of 診断 is found again in the guide."""
    assert name in GUIDE


def test_guide__says_that_nothing_was_run_on_windows():
    """The paper does not claim what was never tried."""
    assert "一度も本物で動かしていません" in GUIDE
    assert "**確かめられていないこと**" in GUIDE


def test_guide__names_the_places_used(steps):
    """Where things go is told as the steps have it."""
    for name in (INBOX, LOG, steps.places.NOTE, steps.places.ADDIN, steps.resident.KEY):
        assert name in GUIDE


def test_scripts__bytes_windows_needs():
    """cmd reads ASCII; PowerShell 5.1 takes a script without a mark for the PC's code page."""
    for path in INSTALL.iterdir():
        if path.suffix == ".cmd":
            assert make_dist.text_file(path).isascii()
        if path.suffix == ".ps1":
            assert make_dist.text_file(path).startswith(b"\xef\xbb\xbf")
        if path.suffix in {".cmd", ".ps1"}:
            data = make_dist.text_file(path)
            assert data.count(b"\n") == data.count(b"\r\n") > 0


def test_scripts__call_each_other_by_the_right_name():
    """install.cmd → install.ps1 → steps: names, the switch and its values agree."""
    script = (INSTALL / "install.ps1").read_text(encoding="utf-8-sig")
    allowed = re.search(r"ValidateSet\(([^)]*)\)\]\[string\]\$Step", script)
    for step in ("install", "uninstall"):
        command = (INSTALL / f"{step}.cmd").read_text()
        assert f'-File "%~dp0install.ps1" -Step {step}' in command
        assert f"'{step}'" in allowed[1]
        assert (INSTALL / "steps" / f"{step}.py").is_file()
    assert r'"steps\$Step.py"' in script
    assert '"$here/steps/${1:-install}.py"' in (INSTALL / "install.sh").read_text()


@needs_shell
def test_scripts__pass_the_shell():
    """install.sh is one sh can read."""
    done = subprocess.run(["/bin/sh", "-n", str(INSTALL / "install.sh")], check=False)

    assert done.returncode == 0


def test_steps__use_commands_that_exist():
    """`juso worker --stop` and `juso doctor` are words of the command line."""
    verbs = {verb.name: [name for names, _ in verb.arguments for name in names] for verb in VERBS}

    assert "--stop" in verbs["worker"]
    assert "doctor" in verbs


def test_places__are_those_the_product_looks_for(steps, monkeypatch, tmp_path):
    """Installer and product agree on the user's folder and on XLSTART."""
    windows = SimpleNamespace(folder=lambda _: tmp_path)
    for environ in ({"JUSO_HOME": str(tmp_path / "x")}, {"XDG_DATA_HOME": str(tmp_path)}, {}):
        for name in ("JUSO_HOME", "XDG_DATA_HOME"):
            monkeypatch.delenv(name, raising=False)
        for name, value in environ.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setenv("APPDATA", str(tmp_path))
        found = steps.places.Places.of(os.environ)
        assert found.home == home()
        assert found.start == start_folder(windows)


def test_uninstall__knows_everything_the_product_keeps(steps):
    """What worker, inbox and guide leave in the user's folder is taken away."""
    assert {"venv", INBOX, LOCK, LOG, "stop", "手引き.html"} <= set(steps.uninstall.OURS)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda path: path.write_bytes(b"other"), "配布されたものと違います"),
        (Path.unlink, "隔離の履歴"),
    ],
)
def test_check_sums__a_changed_or_missing_file_stops(steps, tmp_path, change, said):
    """Whole: silent. Otherwise the file is named."""
    parts = {"a.txt": b"a", "wheels/あ.whl": b"b"}
    for name, data in parts.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    (tmp_path / "SHA256SUMS").write_bytes(checksums(parts))
    steps.install.check_sums(tmp_path)

    change(tmp_path / "wheels" / "あ.whl")

    with pytest.raises(steps.places.Stop, match=f"wheels/あ.whl .*{said}"):
        steps.install.check_sums(tmp_path)


def test_fitting_requirements__python_must_be_provided_for(steps, tmp_path, monkeypatch):
    """A Python without a list, and the one of the Store, are refused."""
    monkeypatch.setattr(steps.install, "HERE", tmp_path)
    (tmp_path / "requirements-2.7.txt").touch()
    with pytest.raises(steps.places.Stop, match=r"用意できるもの：2\.7。"):
        steps.install.fitting_requirements()

    fitting = tmp_path / f"requirements-{PYTHON}.txt"
    fitting.touch()
    assert steps.install.fitting_requirements() == fitting

    monkeypatch.setattr(sys, "base_prefix", r"C:\Program Files\WindowsApps\Python")
    with pytest.raises(steps.places.Stop, match="Microsoft Store"):
        steps.install.fitting_requirements()


@pytest.fixture
def upgrade(steps, places, monkeypatch):
    """A user with a version, and the steps to the next; what happens to the worker is noted."""
    fresh = places.home.parent / "zip"
    fresh.mkdir()
    (fresh / "juso.xlam").write_bytes(b"new add-in")
    places.python().parent.mkdir(parents=True)
    places.python().write_text("old")
    places.addin.parent.mkdir()
    places.addin.write_bytes(b"old add-in")
    (places.home / steps.places.NOTE).write_text("old note")
    worker = []

    def fill(places, _):
        places.python().parent.mkdir(parents=True)
        places.python().write_text("new")

    monkeypatch.setattr(steps.install, "HERE", fresh)
    monkeypatch.setattr(steps.install, "fitting_requirements", lambda: fresh / "requirements.txt")
    monkeypatch.setattr(steps.install, "check_sums", lambda _: None)
    monkeypatch.setattr(steps.install, "fill_venv", fill)
    monkeypatch.setattr(steps.install, "run", lambda *_: 0)
    monkeypatch.setattr(steps.install, "stop_worker", lambda _: worker.append("stopped"))
    for module in (steps.install, steps.resident):
        start = lambda p: worker.append(f"{p.python().read_text()} started")  # noqa: E731
        monkeypatch.setattr(module, "start_worker", start)
    return SimpleNamespace(run=lambda: steps.install.install(places), worker=worker)


def installed(places, note):
    """The venv, the add-in and the note, and that nothing else is left in the user's folder."""
    assert sorted(path.name for path in places.home.iterdir()) == [note, "venv"]
    return places.python().read_text(), places.addin.read_text(), (places.home / note).read_text()


def test_install__lays_down_venv_and_addin(steps, places, upgrade):
    """The new version whole, the old one gone, its worker running."""
    upgrade.run()

    note = json.dumps({"addin": str(places.addin)}, ensure_ascii=False)
    assert installed(places, steps.places.NOTE) == ("new", "new add-in", note)
    assert upgrade.worker == ["stopped", "new started"]


def refuses(*_):
    """A disk, a virus scanner or another program that says no."""
    raise PermissionError(13, "アクセスが拒否されました")


def half_written(path, _):
    """A write that breaks off after the old content is gone."""
    with path.open("wb") as file:
        file.write(b"half")
    raise OSError(28, "空き容量がありません")


@pytest.mark.parametrize(
    ("owner", "name", "failure"),
    [
        ("Path", "rename", refuses),
        ("install", "fill_venv", lambda p, _: (p.venv.mkdir(), refuses())),
        ("install", "lay_addin", refuses),
        ("install", "lay_addin", lambda p: half_written(p.addin, b"")),
        ("install", "lay_addin", lambda p: half_written(p.home / "installed.json", b"")),
    ],
    ids=["venv in use", "parts lacking", "add-in refused", "add-in half written", "note"],
)
def test_install__a_failure_brings_the_old_version_back(  # noqa: PLR0917
    steps, places, upgrade, monkeypatch, owner, name, failure
):
    """Whatever goes wrong, venv, add-in and note are those of before and the worker runs again."""
    with monkeypatch.context() as patch:
        patch.setattr(Path if owner == "Path" else steps.install, name, failure)
        with pytest.raises((steps.places.Stop, OSError)):
            upgrade.run()

    assert installed(places, steps.places.NOTE) == ("old", "old add-in", "old note")
    assert upgrade.worker == ["stopped", "old started"]


def test_install__a_worker_too_busy_to_end_goes_on(steps, places, upgrade, monkeypatch):
    """It was asked to end after its command: the wish is taken back."""

    def busy(places):
        (places.home / "stop").touch()
        raise steps.places.Stop("操作の途中です。")

    monkeypatch.setattr(steps.install, "stop_worker", busy)
    with pytest.raises(steps.places.Stop, match="操作の途中です。"):
        upgrade.run()

    assert installed(places, steps.places.NOTE) == ("old", "old add-in", "old note")
    assert upgrade.worker == ["old started"]


def test_install__a_first_one_that_fails_leaves_nothing(steps, tmp_path, upgrade, monkeypatch):
    """No worker is started that is not there; why it stopped is still said."""
    places = steps.places.Places(tmp_path / "other", tmp_path / "STARTUP")
    monkeypatch.setattr(steps.install, "lay_addin", refuses)
    with pytest.raises(PermissionError):
        steps.install.install(places)

    assert list(places.home.iterdir()) == []
    assert upgrade.worker == ["stopped"]


def test_excel_open__stops_before_anything_is_touched(steps, places, monkeypatch):
    """Excel keeps the add-in open: a sentence, no half upgrade."""
    places.addin.parent.mkdir()
    places.addin.touch()

    def shared(*_):
        raise PermissionError(13, "使用中です")

    monkeypatch.setattr(Path, "open", shared)
    with pytest.raises(steps.places.Stop, match="Excel をすべて閉じて"):
        steps.places.check_excel_is_closed(places)


@needs_shell
def test_stop_worker__a_busy_one_is_waited_for(steps, places):
    """Its own sentence is passed on; a broken installation does not stand in the way."""
    steps.resident.stop_worker(places)  # nothing installed

    places.python().parent.mkdir(parents=True)
    places.python().write_text("#!/bin/sh\necho 操作の途中です。 >&2\nexit 2\n")
    places.python().chmod(0o755)
    with pytest.raises(steps.places.Stop, match="操作の途中です。"):
        steps.resident.stop_worker(places)

    places.python().write_text("#!/bin/sh\nexit 1\n")
    steps.resident.stop_worker(places)


def test_uninstall__leaves_what_is_not_ours(steps, places, capsys):
    """The add-in where it was laid, our files, and not a byte more."""
    for name in ("venv/bin/x", "inbox/1.req", "worker.log", "私のメモ.txt"):
        (places.home / name).parent.mkdir(parents=True, exist_ok=True)
        (places.home / name).touch()
    places.start.mkdir()
    for name in ("juso.xlam", "個人用.xlsb"):
        (places.start / name).touch()
    note = {"addin": str(places.addin)}
    (places.home / steps.places.NOTE).write_text(json.dumps(note), encoding="utf-8")

    steps.uninstall.uninstall(places)

    assert [path.name for path in places.home.rglob("*")] == ["私のメモ.txt"]
    assert [path.name for path in places.start.iterdir()] == ["個人用.xlsb"]
    assert "私のメモ.txt" in capsys.readouterr().out

    (places.home / "私のメモ.txt").unlink()
    steps.uninstall.uninstall(places)
    assert not places.home.exists()
    assert steps.uninstall.noted_addin(places) == []


def test_carry_out__says_why_it_stops(steps, capsys):
    """One sentence and 2, never a traceback."""

    def stopped(_):
        raise steps.places.Stop("zip を展開し直してください。")

    def no_room(_):
        raise OSError(28, "No space left on device", "x")

    assert steps.places.carry_out(lambda _: None) == 0
    assert steps.places.carry_out(stopped) == 2
    assert steps.places.carry_out(no_room) == 2
    assert capsys.readouterr().out.splitlines() == [
        "中止しました。zip を展開し直してください。",
        "中止しました。x を扱えません（No space left on device）。",
    ]
