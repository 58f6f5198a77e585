"""要対応一覧: what is due, overdue or undecided, for whom, and in which cell it is settled."""

from juso.services.todo.listing import todo
from juso.services.todo.model import Todo

__all__ = ["Todo", "todo"]
