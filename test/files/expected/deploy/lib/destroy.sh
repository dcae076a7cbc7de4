# shellcheck shell=bash disable=SC2154 # deploy.sh sets and uses the variables.
# destroy: deletes the resources of the environment, unless something protects them or isn't of this workspace.

destroy() {
  local vault
  confirm
  refuse_locks
  refuse_backups
  if [[ $method == stack ]]; then
    run stack group delete --name "$deployment" "${group[@]}" --action-on-unmanage deleteResources --yes --output none
    printf 'Deleted the resources of stack %s. Resource group %s stays.\n' "$deployment" "$resource_group"
  else
    refuse_others
    run group delete --name "$resource_group" --subscription "$subscription" --yes
    printf 'Deleted resource group %s with its resources.\n' "$resource_group"
  fi
  run keyvault list-deleted --resource-type vault --subscription "$subscription" --query '[].name' --output tsv > "$scratch/deleted"
  while read -r vault <&3; do
    is_planned_vault "$vault" && printf 'Azure keeps the deleted key vault %s until its retention ends.\n' "$vault"
  done 3< "$scratch/deleted"
  setting '.secrets[] | "Key vault \(.vault), which has secrets of the environment, stays."' | uniq
}

confirm() {
  if [[ -z ${confirmed:-} ]]; then
    printf 'This deletes the resources of %s in resource group %s. To confirm, enter the name of the environment: ' "$environment" "$resource_group"
    read -r confirmed || true
  fi
  [[ $confirmed == "$environment" ]] || fail "nothing was deleted, because the confirmation isn't '$environment'"
}

refuse_locks() {
  local locks
  locks=$(run lock list "${group[@]}" --query '[].id' --output tsv)
  [[ -z $locks ]] || fail "nothing was deleted, because these locks protect it. README.md has the commands:
$locks"
}

# A Recovery Services vault with backups can't be deleted, so the rest would be deleted without it.
refuse_backups() {
  local vault items known
  known=$(run resource list "${group[@]}" --resource-type Microsoft.RecoveryServices/vaults --query '[].name' --output tsv)
  while read -r vault <&3; do
    [[ -n $vault ]] || continue
    items=$(run backup item list --vault-name "$vault" "${group[@]}" --query '[].name' --output tsv)
    [[ -z $items ]] || fail "nothing was deleted, because vault $vault has backups. README.md has the commands:
$items"
  done 3<<< "$known"
}

# The resource group goes only if everything in it is of this workspace, or Azure created it for that.
refuse_others() {
  local made present id owner others=''
  made=$(run deployment group show --name "$deployment" "${group[@]}" --query 'properties.outputResources[].id' --output tsv)
  present=$(run resource list "${group[@]}" --query '[].[id, managedBy]' --output tsv)
  while IFS=$'\t' read -r id owner <&3; do
    [[ -z $id ]] || is_made "$id" "$made" || is_made "${owner:-none}" "$made" || others+=$'\n'$id
  done 3<<< "$present"
  [[ -z $others ]] || fail "nothing was deleted, because $deployment didn't create these resources:$others"
}

# Extensions have the ID of their VM before their own, and network interfaces the name of their private endpoint.
is_made() {
  local one id
  id=$(lower "$1")
  while read -r one; do
    one=$(lower "$one")
    [[ -n $one ]] || continue
    [[ $id != "$one" && $id != "$one"/* && ${id##*/} != "${one##*/}".nic.* ]] || return 0
  done <<< "$2"
  return 1
}

is_planned_vault() {
  local name
  while read -r name <&4; do
    # shellcheck disable=SC2053 # A pattern.
    [[ $1 == $name ]] && return
  done 4< <(setting '.vaults[]')
  return 1
}
