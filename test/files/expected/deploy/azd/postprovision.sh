#!/usr/bin/env bash
# Hook of azd: tests the environment after a deployment of azd, whose name ends with its time.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.."
environment=${AZURE_ENV_NAME:?}
AZURE_DEPLOYMENT_NAME=$(az deployment group list --resource-group "${AZURE_RESOURCE_GROUP:?}" --subscription "${AZURE_SUBSCRIPTION_ID:?}" \
  --query "sort_by([?starts_with(name, '$environment-')], &properties.timestamp)[-1].name" --output tsv)
export AZURE_DEPLOYMENT_NAME
bash deploy/deploy.sh verify --environment "$environment"
