"""How the zip for a PC without internet is put together."""
