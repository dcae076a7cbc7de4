# shellcheck shell=bash disable=SC2154 # deploy.sh sets and uses the variables.
# preflight: one line for each problem that would make a deployment fail.

preflight() {
  check_account || conclude ''
  check_providers
  check_features
  check_existing
  check_secrets
  check_group
  check_permissions
  check_deleted
  conclude "Nothing is in the way of a deployment of $environment."
}

check_account() {
  ask "Subscription $subscription" account show --subscription "$subscription" --query state --output tsv || return 1
  [[ $answer == Enabled ]] || problem "Subscription $subscription has the state $answer"
}

check_providers() {
  local provider
  ask 'Resource providers' provider list --subscription "$subscription" \
    --query "[?registrationState=='Registered'].namespace" --output tsv || return 0
  while read -r provider <&3; do
    grep -Fixq "$provider" <<< "$answer" ||
      problem "Resource provider $provider isn't registered: az provider register --namespace $provider"
  done 3< <(jq --raw-output '.providers[]' "$settings")
}

check_features() {
  local namespace name
  while IFS=$'\t' read -r namespace name <&3; do
    ask "Feature $name" feature show --namespace "$namespace" --name "$name" --subscription "$subscription" \
      --query properties.state --output tsv || continue
    [[ $answer == Registered ]] ||
      problem "Feature $name isn't registered: az feature register --namespace $namespace --name $name"
  done 3< <(setting '.features[] | [.namespace, .name] | @tsv')
}

check_existing() {
  local id
  while read -r id <&3; do
    id=$(full_id "$id")
    if [[ $id == */providers/* ]]; then
      ask "Prerequisite $id" resource show --ids "$id" --query id --output tsv || continue
    else
      ask "Prerequisite $id" group show --name "${id##*/}" --subscription "$(cut -d / -f 3 <<< "$id")" --query id --output tsv || continue
    fi
  done 3< <(setting '.existing[]')
}

check_secrets() {
  local vault vault_group secret id
  while IFS=$'\t' read -r vault vault_group secret <&3; do
    id=/subscriptions/$subscription/resourceGroups/$vault_group/providers/Microsoft.KeyVault/vaults/$vault
    ask "Key vault $vault" resource show --ids "$id" --query properties.enabledForTemplateDeployment --output tsv || continue
    [[ $answer == true ]] || problem "Key vault $vault doesn't let deployments read secrets: run deploy/bootstrap-vault.sh or deploy/bootstrap-vault.ps1"
    ask "Secret $secret in key vault $vault" resource show --ids "$id/secrets/$secret" --query name --output tsv || continue
  done 3< <(setting '.secrets[] | [.vault, .resourceGroup, .secret] | @tsv')
}

# What the resource group has already: VMs that the quota has, and names that others took.
check_group() {
  local present name type id
  ask "Resource group $resource_group" group exists --name "$resource_group" --subscription "$subscription" --output tsv || return 0
  [[ $answer == true ]] || { problem "Resource group $resource_group doesn't exist: README.md has the command" && return; }
  list_resources || return 0
  present=$answer
  check_vms "$present"
  ask "Deployments to $resource_group" deployment group list "${group[@]}" --query '[].name' --output tsv || return 0
  # Other tools name their deployments after the environment.
  ! grep -Eixq "($deployment|$environment)(-[0-9a-z]+)?" <<< "$answer" || return 0
  while IFS=$'\t' read -r type name <&3; do
    id=$(find_resource "$present" "$type" "$name")
    [[ -z $id ]] || problem "$id exists, and $deployment was never deployed"
  done 3< <(setting '.resources[] | [.type, .name] | @tsv')
}

check_vms() {
  local name size zone family cpus zones blocked
  while IFS=$'\t' read -r name size zone <&3; do
    [[ -z $(find_resource "$1" Microsoft.Compute/virtualMachines "$name") ]] || continue
    ask "VM size $size" vm list-skus --location "$location" --size "$size" --resource-type virtualMachines \
      --subscription "$subscription" --output tsv --query "[?name=='$size'].[family, join('', capabilities[?name=='vCPUs'].value), join(' ', locationInfo[].zones[]), join(' ', restrictions[?type=='Zone'].restrictionInfo.zones[])]" || continue
    family=$(cut -f 1 <<< "$answer") cpus=$(cut -f 2 <<< "$answer") zones=$(cut -f 3 <<< "$answer") blocked=$(cut -f 4 <<< "$answer")
    [[ -n $family ]] || { problem "VM size $size isn't available to this subscription in $location" && continue; }
    [[ $zone == none || (" $zones " == *" $zone "* && " $blocked " != *" $zone "*) ]] ||
      problem "VM size $size isn't available to this subscription in zone $zone of $location"
    ask "Quota for $size" vm list-usage --location "$location" --subscription "$subscription" \
      --query '[].[name.value, currentValue, limit]' --output tsv || continue
    check_quota "$family" "$cpus" "$name"
    check_quota cores "$cpus" "$name"
  done 3< <(setting '.vms[] | [.name, .size, .zone] | @tsv')
}

check_quota() {
  local left
  left=$(awk -F '\t' -v name="$1" 'tolower($1) == tolower(name) { print $3 - $2 }' <<< "$answer")
  [[ -z $left || $left -ge $2 ]] || problem "Quota $1 has $left vCPUs left in $location, and $3 needs $2"
}

check_permissions() {
  local scope actions action
  while IFS=$'\t' read -r scope actions <&3; do
    scope=$(full_id "$scope")
    ask "Permissions on $scope" rest --method get --url "$scope/providers/Microsoft.Authorization/permissions?api-version=2022-04-01" \
      --query "value[].[join(' ', actions), join(' ', notActions)]" --output tsv || continue
    for action in $actions; do
      is_allowed "$(lower "$action")" "$(lower "$answer")" || problem "You lack the permission $action on $scope"
    done
  done 3< <(setting '.permissions[] | [.scope, (.actions | join(" "))] | @tsv')
}

# A role allows an action that its actions cover, and its exceptions don't.
is_allowed() {
  local row
  while IFS= read -r row; do
    covers "$(cut -f 1 <<< "$row")" "$1" && ! covers "$(cut -f 2 <<< "$row")" "$1" && return
  done <<< "$2"
  return 1
}

covers() {
  local pattern patterns
  read -r -a patterns <<< "$1"
  for pattern in ${patterns[@]+"${patterns[@]}"}; do
    # shellcheck disable=SC2053 # A pattern.
    [[ $2 == $pattern ]] && return
  done
  return 1
}

# Azure keeps the name of a deleted key vault.
check_deleted() {
  local name deleted
  [[ -n $(setting '.vaults[]') ]] || return 0
  ask 'Deleted key vaults' keyvault list-deleted --resource-type vault --subscription "$subscription" --query '[].name' --output tsv || return 0
  while read -r deleted <&3; do
    while read -r name <&4; do
      # shellcheck disable=SC2053 # A pattern.
      [[ $deleted != $name ]] || problem "Azure keeps the deleted key vault $deleted: recover it if it is that of $environment"
    done 4< <(setting '.vaults[]')
  done 3< <(printf '%s\n' "$answer")
}
