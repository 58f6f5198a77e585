"""The open workbook a request means is found, or the reason why not is one sentence."""

import sys
from dataclasses import replace
from types import ModuleType, SimpleNamespace

import pytest

from com_error import BUSY
from juso import __version__
from juso.adapters import live_excel
from juso.adapters.inbox import Request
from juso.adapters.live_excel import NO_ENGINE, attach, excel, version_note
from juso.adapters.office import make_folders
from juso.adapters.patience import IS_BUSY, patiently
from juso.adapters.register_front import REGISTER_ID
from juso.core.calendar import FiscalYear
from juso.core.errors import JusoError
from juso.koshu.config import Config

OFFICE_ID = "K-0001"


class Names(dict):
    """The defined names of a fake workbook: iterating gives names, not keys."""

    def __iter__(self):
        return (SimpleNamespace(name=name) for name in self.keys())

    def __getitem__(self, name):
        cell = SimpleNamespace(value=super().__getitem__(name))
        return SimpleNamespace(refers_to_range=cell)


class Book:
    """An open workbook; `faults` are raised one by one by what is asked of it first."""

    def __init__(self, path, register=REGISTER_ID, office=OFFICE_ID, faults=()):
        self.name = str(path).rpartition("/")[2]
        self._path, self.faults = str(path), list(faults)
        self.names = Names({"juso_register": register, "juso_office": office})

    @property
    def fullname(self):
        if self.faults:
            raise self.faults.pop(0)
        return self._path


def app(*books, hwnd=0, pid=0):
    return SimpleNamespace(books=list(books), hwnd=hwnd, pid=pid)


@pytest.fixture
def running(monkeypatch):
    """Put these apps into the place of running Excels."""

    class XlwingsError(Exception):
        pass

    def run(*apps):
        fake = SimpleNamespace(apps=apps, XlwingsError=XlwingsError)
        monkeypatch.setattr(live_excel, "excel", lambda: fake)
        return fake

    return run


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """Waiting for Excel takes no time in these tests."""
    seconds = iter(range(10**6))
    defaults = {"clock": lambda: next(seconds), "sleep": lambda _: None}
    monkeypatch.setattr(patiently, "__kwdefaults__", defaults)


@pytest.fixture
def register(tmp_path):
    """The register of an office."""
    office = make_folders(tmp_path / "甲州市", Config(FiscalYear(2025), id=OFFICE_ID))
    office.register.touch()
    return office.register


def request(book, hwnd=0, version=__version__):
    return Request("check", "", str(book), hwnd, "相談受付簿", "$A$1", False, "", version, "1")


def refusal(book, hwnd=0):
    """The sentence with which a request is refused."""
    with pytest.raises(JusoError) as refused:
        attach(request(book, hwnd))
    sentence = str(refused.value)
    assert sentence.endswith("。")
    return sentence


def test_attach__finds_the_register_among_other_books(running, register):
    """Those of another name are not asked where they lie: in OneDrive that takes xlwings long."""
    schedule = Book("/x/予定表.xlsx", faults=[BUSY] * 100)
    running(app(schedule, Book(register), hwnd=7), app(Book("/y/名簿.xlsx"), hwnd=8))

    assert attach(request(register)).path == str(register)
    assert attach(request(register, hwnd=7)).path == str(register)


def test_attach__finds_it_under_another_spelling_of_its_path(running, register, tmp_path):
    """A mapped drive and the share behind it, for instance."""
    (tmp_path / "Z").symlink_to(register.parent)
    running(app(Book(tmp_path / "Z" / register.name)))

    assert attach(request(register)).path.startswith(str(tmp_path / "Z"))


def test_attach__accepts_a_read_only_book(running, register):
    """Commands that write cells refuse for themselves."""
    running(app(Book(register)))

    assert attach(replace(request(register), read_only=True))


def test_attach__of_two_excels_takes_the_one_the_button_was_pressed_in(running, register):
    """The same file may stand open twice, once read-only."""
    books = Book(register), Book(register)
    running(app(books[0], hwnd=7), app(books[1], hwnd=8))

    assert attach(request(register, hwnd=8))._book is books[1]


def test_attach__a_window_is_known_by_its_process_too(running, register, monkeypatch):
    """Every workbook has a window of its own; xlwings knows one window of each Excel."""
    monkeypatch.setattr(live_excel, "process_of", {71: 4001, 81: 4002}.get)
    books = Book(register), Book(register)
    running(app(books[0], hwnd=7, pid=4001), app(books[1], hwnd=8, pid=4002))

    assert attach(request(register, hwnd=81))._book is books[1]


def test_attach__negative_handle_is_the_same_window(running, register):
    """VBA gives a handle as a signed Long."""
    running(app(Book(register), hwnd=2**32 - 5), app(Book(register), hwnd=8))

    assert attach(request(register, hwnd=-5))


def test_attach__waits_while_a_cell_is_edited(running, register):
    running(app(Book(register, faults=[BUSY] * 3)))

    assert attach(request(register))


def test_attach__gives_up_when_the_cell_stays_open(running, register):
    running(app(Book(register, faults=[BUSY] * 100)))

    assert refusal(register) == IS_BUSY


def test_attach__another_excel_that_is_busy_does_not_matter(running, register):
    running(app(Book(register, faults=[BUSY] * 100), hwnd=7), app(Book(register), hwnd=8))

    assert attach(request(register, hwnd=8))


def test_attach__a_same_named_book_in_onedrive_does_not_matter(running, register):
    """xlwings cannot say where that one lies."""
    cloud = Book("https://example.sharepoint.com/支援台帳.xlsx", faults=[ValueError("no path")])
    running(app(cloud), app(Book(register)))

    assert attach(request(register))


def test_attach__an_excel_without_a_workbook_does_not_matter(running, register):
    class Bare:
        hwnd = pid = 0

        @property
        def books(self):
            raise OSError("no window EXCEL7")

    running(Bare(), app(Book(register)))

    assert attach(request(register))


def test_refusal__no_workbook(running):
    running(app())

    assert "支援台帳.xlsx を開き" in refusal("")
    assert "「編集を有効にする」" in refusal("")


def test_refusal__in_the_cloud(running):
    running(app())

    sentence = refusal("https://d.docs.live.net/0123456789abcdef/福祉/支援台帳.xlsx")

    assert sentence.startswith("支援台帳.xlsx は、インターネット上の場所")


def test_refusal__no_excel_runs(running, register):
    running()

    assert refusal(register).startswith("動いている Excel が見つかりません。")


def test_refusal__book_is_not_open(running, register):
    running(app(Book("/x/予定表.xlsx")))

    assert refusal(register).startswith(f"{register} は、今は開かれていません。")


def test_refusal__another_book_of_that_name_is_open(running, register):
    running(app(Book("/控え/支援台帳.xlsx")))

    sentence = refusal(register)

    assert "同じ名前の別のブック（/控え/支援台帳.xlsx）" in sentence
    assert str(register) in sentence


def test_refusal__open_only_in_another_excel(running, register):
    running(app(Book("/x/予定表.xlsx"), hwnd=7), app(Book(register), hwnd=8))

    assert "別の Excel で開かれています" in refusal(register, hwnd=7)


def test_refusal__open_twice_and_the_window_is_unknown(running, register):
    running(app(Book(register), hwnd=7), app(Book(register), hwnd=8))

    assert "2つの Excel で開かれています" in refusal(register)


@pytest.mark.parametrize("form", ["", "KOSHU-JUSO-TALLY"])
def test_refusal__no_register(running, register, form):
    running(app(Book(register, register=form)))

    assert refusal(register).startswith("支援台帳.xlsx は支援台帳ではありません（様式ID")


def test_refusal__not_in_an_office(running, tmp_path):
    path = tmp_path / "支援台帳.xlsx"
    path.touch()
    running(app(Book(path)))

    assert refusal(path).startswith(f"{tmp_path} は事業所のフォルダーではありません（juso.toml が")


def test_refusal__settings_that_cannot_be_read(running, register):
    (register.parent / "juso.toml").write_text("[office", encoding="utf-8")
    running(app(Book(register)))

    assert "juso.toml を読めません" in refusal(register)


def test_refusal__a_copy_of_the_register(running, register):
    copy = register.with_name("支援台帳 - コピー.xlsx")
    copy.touch()
    running(app(Book(copy)))

    assert refusal(copy).startswith("支援台帳 - コピー.xlsx は支援台帳の写しです。")


@pytest.mark.parametrize("office", ["K-0002", ""])
def test_refusal__another_offices_register(running, register, office):
    running(app(Book(register, office=office)))

    sentence = refusal(register)

    assert f"事業所ID（{office or '空欄'}）" in sentence
    assert f"事業所ID（{OFFICE_ID}）" in sentence


def test_refusal__an_office_without_id(running, register):
    """Nothing in two places is no agreement."""
    settings = register.with_name("juso.toml")
    text = settings.read_text("utf-8")
    settings.write_text(text.replace(OFFICE_ID, ""), encoding="utf-8")
    running(app(Book(register, office="")))

    assert refusal(register).count("事業所ID（空欄）") == 2


def test_refusal__no_engine(running, register, monkeypatch):
    """xlwings without Excel behind it, or no xlwings at all."""
    fake = running()

    class Missing:
        def __iter__(self):
            raise fake.XlwingsError("only supported on Windows and macOS")

    fake.apps = Missing()
    assert refusal(register) == NO_ENGINE

    def fail():
        raise ModuleNotFoundError("xlwings")

    monkeypatch.setattr(live_excel, "excel", fail)
    assert refusal(register) == NO_ENGINE


def test_refusal__same_file_needs_a_file_number(running, register, tmp_path, monkeypatch):
    """A NAS may number every file 0: two paths are then one file only if they read the same."""
    copy = tmp_path / "控え" / register.name
    copy.parent.mkdir()
    copy.touch()
    running(app(Book(copy)))
    unnumbered = SimpleNamespace(st_ino=0, st_dev=1)
    monkeypatch.setattr(live_excel.Path, "stat", lambda *_, **__: unnumbered)

    assert "同じ名前の別のブック" in refusal(register)


def test_version_note__only_where_the_versions_differ():
    assert version_note(request("")) == ""
    assert f"アドインの版 2025.9 と本体の版 {__version__} が違います" in version_note(
        request("", version="2025.9")
    )
    assert "不明" in version_note(request("", version=""))


def test_excel__neither_asks_for_ever_nor_ends_other_excels(monkeypatch):
    """xlwings on Windows does both unless it is told not to."""
    windows = ModuleType("xlwings._xlwindows")
    windows.N_COM_ATTEMPTS, windows.cleanup = 0, object()
    forgotten = []
    monkeypatch.setitem(sys.modules, "xlwings", ModuleType("xlwings"))
    monkeypatch.setitem(sys.modules, "xlwings._xlwindows", windows)
    monkeypatch.setattr(live_excel.atexit, "unregister", forgotten.append)

    assert excel() is sys.modules["xlwings"]
    assert windows.N_COM_ATTEMPTS == 1
    assert forgotten == [windows.cleanup]
