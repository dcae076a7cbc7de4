#!/usr/bin/env bash
# Spec Kit runs this when an agent stops: the files must still be what avm.yaml generates.
# 0 lets it stop, 2 sends it back with the findings, 1 tells the user that nothing could be checked.
set -uo pipefail

[[ -f avm.yaml ]] || exit 0
# An agent that was sent back once is not sent back again.
payload=$(cat)
[[ $payload =~ \"stop_hook_active\"[[:space:]]*:[[:space:]]*true ]] && exit 0

if ! avm=$(PATH="$PWD/node_modules/.bin:$PATH" command -v avm); then
  echo "avm is not installed here, so the workspace was not checked: npm install --save-dev create-avm" >&2
  exit 1
fi
findings=$("$avm" check --depth interface 2>&1)
code=$?
# An edited file is a warning for a person; an agent must move the edit into avm.yaml.
[[ $code -eq 0 && $findings != *files/edited* ]] && exit 0
printf '%s\n' "$findings" >&2
[[ $code -le 1 ]] && exit 2
exit 1
