"""A dask.distributed cluster as an Executor; the one place that opens a network connection."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator, Sequence
from concurrent.futures import CancelledError, Executor
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from juso import __version__
from juso.core.errors import JusoError

if TYPE_CHECKING:
    from distributed import Client

TIMEOUT = 5  # seconds until a scheduler that does not answer is given up


@contextmanager
def cluster(address: str, paths: Sequence[Path]) -> Iterator[Executor]:
    """The executor of the scheduler at `address`.

    JusoError when dask.distributed is not installed, the scheduler does not answer within
    seconds or goes away, has no worker with this version of the product, or a worker does not
    see one of the `paths`.
    """
    client = _client(address)
    try:
        _must_have_workers(client, address)
        _must_see(client, paths)
        yield client.get_executor(pure=False)
    except (OSError, CancelledError) as error:
        raise JusoError(
            f"スケジューラー {address} との接続が切れました。動いているかを確かめて、もう一度実行してください。"
        ) from error
    finally:
        with suppress(Exception):  # it may be gone
            client.close(timeout=TIMEOUT)


def unseen_of(paths: list[str]) -> list[str]:
    """Those of the paths that are not there; run by each worker."""
    return [path for path in paths if not Path(path).exists()]


def version() -> str:
    """The product's version; run by each worker."""
    return __version__


def _client(address: str) -> Client:
    try:
        from distributed import Client
    except ImportError:
        raise JusoError(
            "--scheduler を使うには dask.distributed が要ります。"
            "`pip install 'koshu-juso[scale]'` で入れてください。"
        ) from None
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # versions of libraries the product does not use there
            return Client(address, timeout=TIMEOUT, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        raise JusoError(
            f"スケジューラー {address} につながりません。"
            "動いているか、ホスト名とポート番号が正しいかを確かめてください。"
        ) from error


def _must_have_workers(client: Client, address: str) -> None:
    try:
        versions = client.run(version)
    except (ImportError, AttributeError) as error:
        raise JusoError(
            f"スケジューラー {address} のワーカーに juso が入っていません。"
            f"すべてのワーカーに juso {__version__} を入れてください。"
        ) from error
    if not versions:
        raise JusoError(
            f"スケジューラー {address} にワーカーがいません。ワーカーを起動してから実行してください。"
        )
    for worker, found in versions.items():
        if found != __version__:
            raise JusoError(
                f"ワーカー {worker} の juso は {found} で、ここの {__version__} と違います。"
                "同じ版を入れてください。"
            )


def _must_see(client: Client, paths: Sequence[Path]) -> None:
    for worker, unseen in client.run(unseen_of, [str(path) for path in paths]).items():
        if unseen:
            raise JusoError(
                f"ワーカー {worker} から {unseen[0]} が見えません。"
                "すべてのワーカーから同じ場所に見える共有フォルダーを指定してください。"
            )
