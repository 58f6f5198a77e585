"""Errors as Excel reports them through COM, without Windows."""

from __future__ import annotations


class ComError(Exception):
    """Looks as pywintypes.com_error does: signed numbers, Excel's own inside excepinfo."""

    def __init__(self, hresult: int, scode: int = 0) -> None:
        super().__init__(_signed(hresult), "", None, None)
        self.hresult = _signed(hresult)
        self.excepinfo = (0, "Microsoft Excel", "", "", 0, _signed(scode)) if scode else None


def _signed(number: int) -> int:
    return number - 2**32 if number >= 2**31 else number


BUSY = ComError(0x80010001)  # RPC_E_CALL_REJECTED
EXCEPTION = 0x80020009  # DISP_E_EXCEPTION: the reason is inside
