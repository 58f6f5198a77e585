"""Work for other processes that ends them, as a crafted file ends the one that reads it."""

import os

from juso.adapters.office_forms import read_safely


def twice(number):
    return 2 * number


def twice_but_dies_at_three(number):
    if number == 3:
        os.abort()
    return 2 * number


def read_but_dies(path, password=None):
    """The form, unless its file is called 壊れ: that takes the process with it."""
    if "壊れ" in path.name:
        os._exit(134)
    return read_safely(path, password)


def reading_process(path, password=None):  # noqa: ARG001 - called as read_safely is
    """Which process reads, in the place of what it reads."""
    return os.getpid()
