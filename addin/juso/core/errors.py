"""The one exception that reaches a user."""


class JusoError(Exception):
    """Cannot go on: the message is a whole Japanese sentence that says what to do (exit code 2)."""
