#!/usr/bin/env bash
# Installs what the tests need from Debian and what is missing here: an OCI registry, the linters of generated files, faketime, a browser.
set -euo pipefail

missing=()
for tool in docker-registry shellcheck yamllint faketime; do
  command -v "$tool" >/dev/null || missing+=("$tool")
done
[[ -n ${CHROMIUM_PATH:-} ]] || command -v chromium chromium-browser google-chrome >/dev/null || missing+=(chromium fonts-dejavu-core)
[[ ${#missing[@]} -gt 0 ]] || exit 0

as_root=()
[[ $EUID -eq 0 ]] || as_root=(sudo)
"${as_root[@]}" apt-get update -qq
DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
