#!/usr/bin/env bash
# Gets what the tests need and is missing here; quick when nothing is. What cannot be had is told, and the tests that
# need it are skipped, except in CI.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

scripts/get-bicep.sh || [[ -z ${CI:-} ]]
scripts/get-pwsh.sh || [[ -z ${CI:-} ]]
[[ -f dist/create-bin.cjs ]] || npm run build --silent
