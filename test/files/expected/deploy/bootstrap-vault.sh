#!/usr/bin/env bash
# Creates the key vaults with the secrets of an environment, and stores a random password that nobody sees.
# It leaves an existing resource group, key vault, or secret as it is, so it can run again. deploy/README.md describes it.
# shellcheck disable=SC2154 # deploy/lib/common.sh sets the scratch folder.
set -euo pipefail

usage() {
  cat << 'END'
Usage: bash deploy/bootstrap-vault.sh --environment ENV --subscription ID [--principal OBJECT_ID --principal-type TYPE]

The principal may write secrets: the signed-in user, or the identity with this object ID (ServicePrincipal, Group).
AZURE_SUBSCRIPTION_ID replaces --subscription.
END
}

misuse() {
  printf 'bootstrap-vault: %s\n\n' "$1" >&2
  usage >&2
  exit 2
}

environment='' subscription=${AZURE_SUBSCRIPTION_ID-} principal='' principal_type=User
while [[ $# -gt 0 ]]; do
  case $1 in
    --environment | --subscription | --principal | --principal-type) ;;
    *) misuse "unknown option '$1'" ;;
  esac
  [[ $# -ge 2 && -n $2 ]] || misuse "$1 needs a value"
  case $1 in
    --environment) environment=$2 ;;
    --subscription) subscription=$2 ;;
    --principal) principal=$2 ;;
    --principal-type) principal_type=$2 ;;
  esac
  shift 2
done

cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=/dev/null
. deploy/lib/common.sh
is_environment "$environment" || misuse "--environment must be one of $(environments)"
is_guid "$subscription" || misuse '--subscription must be the ID of a subscription'
[[ -z $principal ]] || is_guid "$principal" || misuse '--principal must be an object ID'

[[ -n $principal ]] || principal=$(run ad signed-in-user show --query id --output tsv)
umask 077
while IFS=$'\t' read -r vault group secret <&3; do
  exists=$(run group exists --name "$group" --subscription "$subscription" --output tsv)
  if [[ $exists != true ]]; then
    setting "{location, tags: (.secrets[] | select(.vault == \"$vault\") | .tags)}" > "$scratch/group.json"
    run rest --method put --url "/subscriptions/$subscription/resourcegroups/$group?api-version=2021-04-01" --body "@$scratch/group.json" --output none
  fi
  id=$(run keyvault list --resource-group "$group" --subscription "$subscription" --query "[?name=='$vault'].id" --output tsv)
  if [[ -z $id ]]; then
    id=$(run keyvault create --name "$vault" --resource-group "$group" --subscription "$subscription" --location "$(setting .location)" \
      --enabled-for-template-deployment true --enable-rbac-authorization true --enable-purge-protection true --query id --output tsv)
  else
    run keyvault update --name "$vault" --resource-group "$group" --subscription "$subscription" --enabled-for-template-deployment true --output none
  fi
  run role assignment create --role 'Key Vault Secrets Officer' --assignee-object-id "$principal" --assignee-principal-type "$principal_type" \
    --scope "$id" --output none
  names=$(run keyvault secret list --vault-name "$vault" --subscription "$subscription" --query '[].name' --output tsv)
  if grep -Fixq "$secret" <<< "$names"; then
    printf 'Secret %s exists in key vault %s.\n' "$secret" "$vault"
  else
    openssl rand -base64 32 | tr -d '\n' > "$scratch/password"
    run keyvault secret set --vault-name "$vault" --name "$secret" --subscription "$subscription" --file "$scratch/password" --output none
    rm -f "$scratch/password"
    printf 'Stored secret %s in key vault %s.\n' "$secret" "$vault"
  fi
done 3< <(setting '.secrets[] | [.vault, .resourceGroup, .secret] | @tsv')
