#!/usr/bin/env bash
# Hook of azd: checks and plans the environment, and gives azd its parameters. azd sets the variables.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.."
environment=${AZURE_ENV_NAME:?}
bash deploy/deploy.sh preflight --environment "$environment"
# It fails if the constitution forbids a change, so that azd provisions nothing.
bash deploy/deploy.sh plan --environment "$environment"
cp "main.$environment.bicepparam" main.bicepparam
