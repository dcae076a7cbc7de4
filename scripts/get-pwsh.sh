#!/usr/bin/env bash
# Puts PowerShell, in which tests run the scripts of a workspace, into .tools/, unless it is at PWSH_PATH, on PATH or there already.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

for found in "${PWSH_PATH:-}" "$(command -v pwsh || true)" .tools/pwsh/pwsh; do
  if [[ -n "$found" && -x "$found" ]]; then exit 0; fi
done
if ! command -v dotnet >/dev/null; then
  echo "get-pwsh: no PowerShell, and no dotnet to install it with" >&2
  exit 1
fi
dotnet tool install PowerShell --version 7.6.9 --tool-path .tools/pwsh >/dev/null
