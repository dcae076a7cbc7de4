#!/usr/bin/env bash
# Puts the pinned Bicep compiler into .tools/, unless it is at BICEP_PATH, on PATH or there already. Needs `npm ci`.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

version=0.49.2
target=.tools/bicep

is_pinned() {
  [[ -n "$1" && -x "$1" ]] && "$1" --version 2>/dev/null | grep -qF "version $version "
}

for found in "${BICEP_PATH:-}" "$(command -v bicep || true)" "$target"; do
  if is_pinned "$found"; then exit 0; fi
done

# As `avm doctor --install` gets it: with dotnet or without, and verified by its digest before it is started.
node --import tsx scripts/get-bicep.ts "$target"
is_pinned "$target" || { echo "get-bicep: $target does not answer as version $version" >&2; exit 1; }
