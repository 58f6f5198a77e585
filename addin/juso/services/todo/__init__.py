"""要対応一覧: what is due, overdue or undecided, for whom, and in which cell it is settled."""

from juso.services.todo.listing import all_duties, todo
from juso.services.todo.model import Duty, Todo

__all__ = ["Duty", "Todo", "all_duties", "todo"]
