"""The exception of Excel's refusals, in the shape pywin32 gives it."""

from __future__ import annotations

EXCEPTION_OCCURRED = -2147352567  # DISP_E_EXCEPTION
REFUSED = -2146827284  # 0x800A03EC, what Excel says to nearly everything it refuses


class ComError(Exception):
    """Excel refused; `hresult` and `excepinfo` as in pywintypes.com_error."""

    def __init__(self, why: str) -> None:
        self.hresult, self.strerror, self.argerror = EXCEPTION_OCCURRED, "Exception occurred.", None
        self.excepinfo = (0, "Microsoft Excel", why, "xlmain11.chm", 0, REFUSED)
        super().__init__(self.hresult, self.strerror, self.excepinfo, self.argerror)
