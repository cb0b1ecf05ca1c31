#!/usr/bin/env bash
# Installs what the tests need and this machine lacks: git, make, Python 3.11+ with venv.
# As root on Debian or Ubuntu it calls apt-get; otherwise it names the line to run and exits with 2.
# Python packages come later, through `make`, into .venv.
set -euo pipefail
cd "$(dirname "$0")/.."

missing=()
for tool in git make; do
    command -v "$tool" >/dev/null 2>&1 || missing+=("$tool")
done
sh tools/python.sh >/dev/null 2>&1 || missing+=(python3 python3-venv)

if [ "${#missing[@]}" -gt 0 ]; then
    if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null 2>&1; then
        echo "toolchains: missing ${missing[*]}, and only root can install them: sudo apt install ${missing[*]}" >&2
        exit 2
    fi
    echo "toolchains: installing ${missing[*]}"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

# The distribution's own Python may be older than 3.11; then the line below says so and ends the run.
python=$(sh tools/python.sh)
echo "toolchains: $("$python" --version) ($python), $(make --version | head -n 1), $(git --version)"
