"""worker.log says where it failed, never on whose data, and does not grow for ever."""

import logging

from com_error import EXCEPTION, ComError
from juso.adapters.worker_log import LARGEST, open_log, trail
from juso.core.calendar import parse_date
from juso.core.errors import JusoError


def caught(call):
    try:
        call()
    except Exception as error:
        return error
    raise AssertionError


def test_trail__kind_and_our_lines_without_the_message():
    """What a message quotes may be a name: 架空花子."""

    def fail():
        try:
            parse_date("架空花子")
        except Exception as error:
            raise JusoError("架空花子は日付ではありません。") from error

    found = trail(caught(fail))

    assert found.startswith("JusoError <- NotADateError core/day_text.py:")
    assert "花子" not in found


def test_trail__numbers_of_the_system_and_of_excel():
    assert trail(FileNotFoundError(2, "架空花子.xlsx")) == "FileNotFoundError errno 2"
    assert trail(ComError(EXCEPTION, 0x800A03EC)) == "ComError 0x80020009 0x800A03EC"


def test_trail__an_error_that_is_its_own_cause():
    error = ValueError()
    error.__cause__ = error

    assert trail(error).count("ValueError") == 5


def test_open_log__holds_what_juso_logs_and_nothing_else(tmp_path):
    path = tmp_path / "worker.log"
    with open_log(path):
        logging.getLogger("juso.worker").info("要求 %s", 1)
        logging.getLogger("docxtpl").warning("架空花子")
    logging.getLogger("juso.worker").error("要求 2")

    assert [line[24:] for line in path.read_text("utf-8").splitlines()] == ["要求 1"]


def test_open_log__keeps_two_files_of_bounded_size(tmp_path):
    with open_log(tmp_path / "worker.log"):
        for _ in range(2000):
            logging.getLogger("juso.worker").info("x" * 500)

    sizes = [path.stat().st_size for path in tmp_path.iterdir()]
    assert len(sizes) == 2
    assert max(sizes) <= LARGEST


def test_open_log__that_cannot_be_written_says_so_once(tmp_path, capsys):
    """No traceback of the logging library for every request."""
    (tmp_path / "worker.log").mkdir()
    with open_log(tmp_path / "worker.log"):
        for _ in range(3):
            logging.getLogger("juso.worker").info("要求")
    said = capsys.readouterr().err

    assert said.count("\n") == 1
    assert "worker.log に書き込めません" in said


def test_open_log__that_cannot_be_written_and_nobody_to_tell(tmp_path, monkeypatch):
    """pythonw has no standard error."""
    (tmp_path / "worker.log").mkdir()
    monkeypatch.setattr("sys.stderr", None)
    with open_log(tmp_path / "worker.log"):
        logging.getLogger("juso.worker").info("要求")
