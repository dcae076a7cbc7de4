#!/usr/bin/env bash
# Publishes the compiled template as a version of a template spec. README.md describes it.
set -euo pipefail

usage() {
  cat << 'END'
Usage: bash deploy/template-spec.sh publish --name NAME --version VERSION --location REGION --subscription ID --resource-group GROUP

Options:
  --name NAME              the name of the template spec
  --version VERSION        the version to publish, such as 1.0.0
  --location REGION        the region of the template spec
  --subscription ID        the subscription of the template spec
  --resource-group GROUP   the resource group of the template spec, which exists

Exit codes: 0 for success, 1 for a failure, 2 for wrong usage.
END
}

misuse() {
  printf 'template-spec: %s\n\n' "$1" >&2
  usage >&2
  exit 2
}

verb=${1-}
case $verb in
  publish) shift ;;
  -h | --help) usage && exit ;;
  *) misuse "unknown verb '$verb'" ;;
esac
name='' version='' location='' subscription='' resource_group=''
while [[ $# -gt 0 ]]; do
  [[ $# -ge 2 && -n $2 ]] || misuse "$1 needs a value"
  case $1 in
    --name) name=$2 ;;
    --version) version=$2 ;;
    --location) location=$2 ;;
    --subscription) subscription=$2 ;;
    --resource-group) resource_group=$2 ;;
    *) misuse "unknown option '$1'" ;;
  esac
  shift 2
done

cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=/dev/null
. deploy/lib/common.sh
guid='^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$'
word='^[A-Za-z0-9][A-Za-z0-9._-]{0,89}$'
[[ $name =~ $word ]] || misuse '--name must be letters, digits, periods, and hyphens'
[[ $version =~ $word ]] || misuse '--version must be letters, digits, periods, and hyphens, such as 1.0.0'
[[ $location =~ ^[a-z0-9]+$ ]] || misuse '--location must be the name of a region, such as westeurope'
[[ $subscription =~ $guid ]] || misuse '--subscription must be the ID of a subscription'
is_group_name "$resource_group" || misuse '--resource-group must be the name of a resource group'

group=(--resource-group "$resource_group" --subscription "$subscription")
# What others deploy under a version stays what it is.
specs=$(run ts list "${group[@]}" --query '[].name' --output tsv)
if grep -Fixq "$name" <<< "$specs"; then
  versions=$(run ts list --name "$name" "${group[@]}" --query '[].name' --output tsv)
  ! grep -Fixq "$version" <<< "$versions" || fail "version $version of $name is published already; publish another one"
fi
run bicep build --file main.bicep --outfile "${scratch:?}/template.json"
run ts create --name "$name" --version "$version" --location "$location" "${group[@]}" \
  --template-file "$scratch/template.json" --yes --query id --output tsv
