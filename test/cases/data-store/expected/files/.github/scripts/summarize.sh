#!/usr/bin/env bash
# Writes plan/summary.md, what the plan of $ENVIRONMENT changes, and shows it in the summary of the run.
set -euo pipefail

mkdir -p plan
if [[ -f plan/plan.json ]]; then
  # The policy's verdict is the plan's; here it's only shown.
  npx --yes --package create-avm@VERSION avm whatif plan/what-if.json --env "$ENVIRONMENT" --template plan/template.json \
    --parameters plan/parameters.json --flags plan/flags.json --format markdown > plan/summary.md || [[ -s plan/summary.md ]]
  jq --raw-output '"\nDigest: `\(.digest)`"' plan/plan.json >> plan/summary.md
else
  printf 'There is no plan, so the changes are unknown. The run has the error.\n' > plan/summary.md
fi
{
  printf '## %s\n\n' "$ENVIRONMENT"
  cat plan/summary.md
} >> "$GITHUB_STEP_SUMMARY"
