#!/usr/bin/env bash
# Gets what the tests need and what is missing here; quick when nothing is.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

scripts/get-bicep.sh
[[ -f dist/create-bin.cjs ]] || npm run build --silent
for tool in docker-registry shellcheck yamllint; do
  command -v "$tool" >/dev/null || echo "prepare-tests: $tool is missing; scripts/install-debian-tools.sh installs it" >&2
done
[[ -n ${CHROMIUM_PATH:-} ]] || command -v chromium chromium-browser google-chrome >/dev/null ||
  echo "prepare-tests: chromium is missing; scripts/install-debian-tools.sh installs it" >&2
