#!/bin/sh
# Prints the first interpreter that is Python 3.11 or later and can make a virtual environment.
# With none: one line saying what to install, on stderr, and exit code 2.

without_venv=
for candidate in python3.13 python3.12 python3.11 python3; do
    command -v "$candidate" >/dev/null 2>&1 || continue
    "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 || continue
    # Debian ships `venv` without `ensurepip` until the python3-venv package is there.
    if "$candidate" -c 'import venv, ensurepip' >/dev/null 2>&1; then
        echo "$candidate"
        exit 0
    fi
    without_venv="${without_venv:-$candidate}"
done

if [ -n "$without_venv" ]; then
    echo "$without_venv has no venv module: sudo apt install python3-venv" >&2
else
    echo "Python 3.11 or later is needed: sudo apt install python3 python3-venv" >&2
fi
exit 2
