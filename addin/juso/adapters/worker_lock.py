"""One worker for each user: the lock it holds while it runs, and how it is asked to end."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from juso.adapters.home import LOCK
from juso.core.errors import JusoError

PAUSE = 0.1


class WorkerLock:
    """worker.lock in the user's folder, freed by the system when its holder dies."""

    def __init__(self, home: Path) -> None:
        self._lock = FileLock(home / LOCK)
        self._stop = home / "stop"

    @contextmanager
    def held(self) -> Iterator[bool]:
        """Hold the lock for a while; False where another process holds it."""
        is_ours = self._acquire()
        if is_ours:
            self._stop.unlink(missing_ok=True)  # meant for an earlier worker
        try:
            yield is_ours
        finally:
            if is_ours:
                self._lock.release()

    def is_stopping(self) -> bool:
        """Whether the holder has been asked to end."""
        return self._stop.exists()

    def stop(
        self,
        seconds: float,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], object] = time.sleep,
    ) -> bool:
        """Ask the holder to end and wait for it; False where none was running.

        JusoError when it has not ended after `seconds`: it still ends as soon as it can.
        """
        end = clock() + seconds
        was_running = False
        while not self._acquire():
            was_running = True
            if clock() >= end:
                raise JusoError(
                    f"常駐プログラムが{seconds:.0f}秒たっても終わりません。操作の途中か、Excel に"
                    "問いの画面が開いています。それを済ませてから、もう一度お試しください。"
                )
            self._stop.touch()
            sleep(PAUSE)
        with suppress(OSError):
            self._stop.unlink(missing_ok=True)
        self._lock.release()
        return was_running

    def _acquire(self) -> bool:
        try:
            Path(self._lock.lock_file).parent.mkdir(parents=True, exist_ok=True)
            self._lock.acquire(blocking=False)
        except Timeout:
            return False
        except OSError as error:
            raise JusoError(
                f"{self._lock.lock_file} を作れません（{error.strerror or error}）。"
                "書き込む権限と空き容量を、情報係に確かめてください。"
            ) from error
        return True
