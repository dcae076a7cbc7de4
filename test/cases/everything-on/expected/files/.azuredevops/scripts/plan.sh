#!/usr/bin/env bash
# Plans $ENVIRONMENT, gives digest and changes to the next stage, and shows the plan in the summary of the run.
set -euo pipefail

AZURE_SUBSCRIPTION_ID=$(az account show --query id --output tsv)
export AZURE_SUBSCRIPTION_ID
options=(--environment "$ENVIRONMENT" --out plan)
[[ ${FIRST:-False} != True ]] || options+=(--first)
failed=0
bash deploy/deploy.sh plan "${options[@]}" || failed=$?

mkdir -p plan
if [[ -f plan/plan.json ]]; then
  # The policy's verdict is the plan's; here it's only shown.
  npx --yes --package create-avm@VERSION avm whatif plan/what-if.json --env "$ENVIRONMENT" --template plan/template.json \
    --parameters plan/parameters.json --flags plan/flags.json --format markdown > plan/summary.md || [[ -s plan/summary.md ]]
  jq --raw-output '"\nDigest: `\(.digest)`"' plan/plan.json >> plan/summary.md
  jq --raw-output '"##vso[task.setvariable variable=digest;isOutput=true]\(.digest)",
    "##vso[task.setvariable variable=changes;isOutput=true]\(.changes)"' plan/plan.json
else
  printf 'There is no plan, so the changes are unknown. The run has the error.\n' > plan/summary.md
fi
printf '##vso[task.uploadsummary]%s\n' "$PWD/plan/summary.md"
exit "$failed"
