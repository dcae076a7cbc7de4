# shellcheck shell=bash disable=SC2154 # deploy.sh sets and uses the variables.
# verify: the smoke test after a deployment.

verify() {
  check_state
  list_resources || conclude ''
  check_resources "$answer"
  check_logs
  check_backups
  conclude "$environment is as planned: its resources exist, its private resources are private, logs arrive, and backups are configured."
}

check_state() {
  local name=${AZURE_DEPLOYMENT_NAME:-$deployment}
  if [[ $method == stack ]]; then
    ask "Stack $deployment" rest --method get --url "$stack_url" --query properties.provisioningState --output tsv || return 0
  else
    ask "Deployment $name" deployment group show --name "$name" "${group[@]}" --query properties.provisioningState --output tsv || return 0
  fi
  [[ $(lower "$answer") == succeeded ]] || problem "Deployment $name has the state $answer"
}

check_resources() {
  local type name private id
  while IFS=$'\t' read -r type name private <&3; do
    id=$(find_resource "$1" "$type" "$name")
    [[ -n $id ]] || { problem "$name ($type) is missing" && continue; }
    [[ $private == true ]] || continue
    ask "Public access to $name" resource show --ids "$id" --query properties.publicNetworkAccess --output tsv || continue
    [[ $answer == Disabled ]] || problem "$name is reachable from public networks: publicNetworkAccess is ${answer:-not set}"
  done 3< <(setting '.resources[] | [.type, .name, .private] | @tsv')
}

check_logs() {
  local workspace id
  while read -r workspace <&3; do
    ask "Log Analytics workspace $workspace" monitor log-analytics workspace show --workspace-name "$workspace" "${group[@]}" \
      --query customerId --output tsv || continue
    id=$answer
    ask "Logs in $workspace" monitor log-analytics query --workspace "$id" --timespan PT24H \
      --analytics-query 'union * | summarize Rows = count()' --query '[].Rows' --output tsv || continue
    [[ ${answer:-0} -gt 0 ]] || problem "No logs arrived in $workspace in the last 24 hours"
  done 3< <(setting '.logs[]')
}

check_backups() {
  local vault machine items
  while read -r vault <&3; do
    ask "Backups in $vault" backup item list --vault-name "$vault" "${group[@]}" --backup-management-type AzureIaasVM \
      --query '[].properties.[friendlyName, protectionState]' --output tsv || continue
    items=$(lower "$answer")
    while read -r machine <&4; do
      grep -Eq "^$(lower "$machine")[[:space:]](protected|irpending)$" <<< "$items" || problem "$machine has no backup in $vault"
    done 4< <(setting ".backups[] | select(.vault == \"$vault\") | .vms[]")
  done 3< <(setting '.backups[].vault')
}
