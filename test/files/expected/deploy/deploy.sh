#!/usr/bin/env bash
# Checks, plans, deploys, verifies, and destroys one environment of this workspace. deploy/README.md describes it.
# shellcheck disable=SC2034 # The files in deploy/lib/ use the variables.
set -euo pipefail

usage() {
  cat << 'END'
Usage: bash deploy/deploy.sh VERB --environment ENV --subscription ID --resource-group NAME [OPTION]...

Verbs:
  preflight   List what would make a deployment fail
  plan        Preview the changes, and keep them with their digest
  deploy      Apply the plan with this digest
  verify      Test the deployed resources
  destroy     Delete the deployed resources

Options:
  --out DIR           plan: where it keeps its files (default: .plan/ENV)
  --digest SHA256     deploy: the digest of the plan that was approved
  --first             plan, deploy: omit what the first deployment can't have
  --yes-destroy ENV   destroy: confirm with the name of the environment

AZURE_SUBSCRIPTION_ID and AZURE_RESOURCE_GROUP replace --subscription and --resource-group.
Exit codes: 0 for success, 1 for a problem or a failure, 2 for wrong usage.
END
}

misuse() {
  printf 'deploy: %s\n\n' "$1" >&2
  usage >&2
  exit 2
}

verb=${1-}
case $verb in
  preflight | plan | deploy | verify | destroy) shift ;;
  -h | --help) usage && exit ;;
  *) misuse "unknown verb '$verb'" ;;
esac
environment='' subscription=${AZURE_SUBSCRIPTION_ID-} resource_group=${AZURE_RESOURCE_GROUP-}
out='' digest='' first=false confirmed=''
while [[ $# -gt 0 ]]; do
  case $1 in
    --first) first=true && shift && continue ;;
    --environment | --subscription | --resource-group | --out | --digest | --yes-destroy) ;;
    *) misuse "unknown option '$1'" ;;
  esac
  [[ $# -ge 2 && -n $2 ]] || misuse "$1 needs a value"
  case $1 in
    --environment) environment=$2 ;;
    --subscription) subscription=$2 ;;
    --resource-group) resource_group=$2 ;;
    --out) out=$2 ;;
    --digest) digest=$2 ;;
    --yes-destroy) confirmed=$2 ;;
  esac
  shift 2
done
[[ $out == '' || $out == /* ]] || out=$PWD/$out

cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=/dev/null
. deploy/lib/common.sh
is_environment "$environment" || misuse "--environment must be one of $(environments)"
is_guid "$subscription" || misuse '--subscription must be the ID of a subscription'
is_group_name "$resource_group" || misuse '--resource-group must be the name of a resource group'
[[ $verb != deploy || $digest =~ ^[0-9a-f]{64}$ ]] || misuse '--digest must be the SHA-256 that plan printed'
# shellcheck source=/dev/null
. deploy/lib/target.sh

library=$verb
[[ $verb != deploy ]] || library=plan
# shellcheck source=/dev/null
. "deploy/lib/$library.sh"
"$verb"
