#!/bin/sh
# The same steps where there is no Excel: sh install.sh, or sh install.sh uninstall.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
exec "${PYTHON:-python3}" -E -s "$here/steps/${1:-install}.py"
