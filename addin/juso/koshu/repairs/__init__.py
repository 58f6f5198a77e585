"""書き方の直し：what messy input arrives, how it is read and what a clerk is told, N01 to N46.

One table for the guide, the tests and the planted faults; `core.cells` does the reading.
"""

from juso.koshu.repairs.days import DAYS
from juso.koshu.repairs.files import FILES
from juso.koshu.repairs.forms import FORMS
from juso.koshu.repairs.no_numbers import NO_NUMBERS
from juso.koshu.repairs.numbers import NUMBERS
from juso.koshu.repairs.repair import Repair, Where
from juso.koshu.repairs.words import WORDS

__all__ = ["REPAIRS", "Repair", "Where"]

REPAIRS: tuple[Repair, ...] = tuple(
    sorted((*NUMBERS, *NO_NUMBERS, *DAYS, *WORDS, *FORMS, *FILES), key=lambda repair: repair.number)
)
