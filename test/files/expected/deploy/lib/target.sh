# shellcheck shell=bash disable=SC2154 # deploy.sh sets and uses the variables.
# Where the environment is deployed, and how. deploy.sh sets environment, subscription, and resource_group.

location=$(setting .location)
method=$(setting .method)
deployment=$(setting .deployment)
group=(--resource-group "${resource_group:?}" --subscription "${subscription:?}")
group_id=/subscriptions/$subscription/resourceGroups/$resource_group
stack_id=$group_id/providers/Microsoft.Resources/deploymentStacks/$deployment
stack_url="$stack_id?api-version=2024-03-01"
export location method deployment group_id stack_id stack_url

# A path of a prerequisite with its subscription.
full_id() {
  case $1 in
    own) printf '%s' "$group_id" ;;
    /subscriptions/*) printf '%s' "$1" ;;
    *) printf '/subscriptions/%s%s' "$subscription" "$1" ;;
  esac
}

# Rows with type, name, and ID of what is in the resource group.
list_resources() {
  ask "Resource group $resource_group" resource list "${group[@]}" --query '[].[type, name, id]' --output tsv
}

# The ID of the first of these rows with a type, and with a name in which ? is any character.
find_resource() {
  local type name id
  while IFS=$'\t' read -r type name id; do
    [[ $(lower "$type") == "$(lower "$2")" ]] || continue
    # shellcheck disable=SC2053 # A pattern.
    [[ $(lower "$name") == $(lower "$3") ]] || continue
    printf '%s' "$id"
    return
  done <<< "$1"
}
