#!/usr/bin/env bash
# Creates the identities of a pipeline for an environment: one that deploys, and one that plans and can't change resources.
# It leaves what exists as it is, so it can run again. deploy/README.md describes it.
# shellcheck disable=SC2034,SC2154 # The scripts in deploy/lib/ set and use the other variables.
set -euo pipefail

usage() {
  cat << 'END'
Usage: bash deploy/bootstrap-identity.sh --environment ENV --subscription ID --resource-group NAME --identity-group NAME FEDERATION

Federation, one of:
  --github OWNER/REPO                                      GitHub Actions, in the environments ENV and ENV-plan
  --issuer URL --subject SUBJECT --plan-subject SUBJECT    As the service connections of Azure DevOps name them

The identities are created in the identity group, and may deploy to and plan the resource group of the environment.
AZURE_SUBSCRIPTION_ID and AZURE_RESOURCE_GROUP replace --subscription and --resource-group.
END
}

misuse() {
  printf 'bootstrap-identity: %s\n\n' "$1" >&2
  usage >&2
  exit 2
}

environment='' subscription=${AZURE_SUBSCRIPTION_ID-} resource_group=${AZURE_RESOURCE_GROUP-} identity_group=''
github='' issuer='' subject='' plan_subject=''
while [[ $# -gt 0 ]]; do
  case $1 in
    --environment | --subscription | --resource-group | --identity-group | --github | --issuer | --subject | --plan-subject) ;;
    *) misuse "unknown option '$1'" ;;
  esac
  [[ $# -ge 2 && -n $2 ]] || misuse "$1 needs a value"
  case $1 in
    --environment) environment=$2 ;;
    --subscription) subscription=$2 ;;
    --resource-group) resource_group=$2 ;;
    --identity-group) identity_group=$2 ;;
    --github) github=$2 ;;
    --issuer) issuer=$2 ;;
    --subject) subject=$2 ;;
    --plan-subject) plan_subject=$2 ;;
  esac
  shift 2
done

cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=/dev/null
. deploy/lib/common.sh
is_environment "$environment" || misuse "--environment must be one of $(environments)"
is_guid "$subscription" || misuse '--subscription must be the ID of a subscription'
is_group_name "$resource_group" || misuse '--resource-group must be the name of a resource group'
is_group_name "$identity_group" || misuse '--identity-group must be the name of a resource group'
# az reads a file where a value begins with @.
is_subject() { [[ $1 =~ ^[^@[:space:]-] && ! $1 =~ [[:cntrl:]] ]]; }
if [[ -n $github ]]; then
  [[ $github =~ ^[A-Za-z0-9-]+/[A-Za-z0-9._-]+$ ]] || misuse '--github must be OWNER/REPO'
  [[ -z $issuer$subject$plan_subject ]] || misuse 'give --github, or --issuer with both subjects'
else
  [[ $issuer =~ ^https://[^[:space:]]+$ ]] || misuse 'give --github, or --issuer with an HTTPS URL'
  if ! is_subject "$subject" || ! is_subject "$plan_subject"; then misuse '--issuer needs --subject and --plan-subject'; fi
fi
# shellcheck source=/dev/null
. deploy/lib/target.sh
# shellcheck source=/dev/null
. deploy/lib/identity.sh

credential=azure-devops
if [[ -n $github ]]; then
  credential=github issuer=https://token.actions.githubusercontent.com
  prefix=$(subject_prefix)
  subject=$prefix:environment:$environment plan_subject=$prefix:environment:$environment-plan
fi
[[ $subject != "$plan_subject" ]] || misuse 'the subjects must differ, because only one of the identities may deploy'

at=(--resource-group "$identity_group" --subscription "$subscription")
prepare_groups
tenant=$(run account show --subscription "$subscription" --query tenantId --output tsv)
create_identity "id-$(base_name)-deploy" "$subject"
deployer=$client
deployer_name=$name
assign_deployment_roles "$principal"
create_identity "id-$(base_name)-plan" "$plan_subject"
assign_plan_roles "$principal"

printf 'Identity %s deploys. Its client ID is %s.\n' "$deployer_name" "$deployer"
printf 'Identity %s plans. Its client ID is %s.\n' "$name" "$client"
if [[ -n $github ]]; then
  printf '\nSet the variables of the environments in GitHub:\n\n'
  print_variables "$environment" "$deployer"
  print_variables "$environment-plan" "$client"
fi
