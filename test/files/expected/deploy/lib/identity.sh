# shellcheck shell=bash disable=SC2034,SC2154 # bootstrap-identity.sh sets and uses the variables.
# Identities, their federated credentials, and their roles.

# How the subjects of the repository begin. GitHub adds IDs to the names of newer repositories.
subject_prefix() {
  local prefix
  prefix=$(gh api "repos/$github/actions/oidc/customization/sub" \
    --jq 'if .use_default == false and .include_claim_keys then "custom" else (.sub_claim_prefix // "") end') ||
    fail "stopped, because gh api failed. Sign in with gh auth login"
  [[ -n $prefix ]] || prefix=repo:$github
  [[ $prefix =~ ^repo:[^:[:space:]]+$ ]] ||
    fail 'the repository has custom subjects. Use --issuer, --subject, and --plan-subject'
  printf '%s' "$prefix"
}

# The resource group has to exist; that of the identities is created.
prepare_groups() {
  local exists
  exists=$(run group exists --name "$resource_group" --subscription "$subscription" --output tsv)
  [[ $exists == true ]] || fail "resource group $resource_group doesn't exist. README.md has the command that creates it"
  exists=$(run group exists --name "$identity_group" --subscription "$subscription" --output tsv)
  [[ $exists != true ]] || return 0
  setting '{location, tags}' > "$scratch/group.json"
  run rest --method put --url "/subscriptions/$subscription/resourcegroups/$identity_group?api-version=2021-04-01" \
    --body "@$scratch/group.json" --output none
}

# The name of the resource group, in the characters of an identity.
base_name() {
  jq --null-input --raw-output --arg name "$resource_group" '$name | gsub("[^A-Za-z0-9_-]"; "-")'
}

# Sets name, principal, and client.
create_identity() {
  local found
  name=$1
  found=$(run identity list "${at[@]}" --query "[?name=='$name'].id" --output tsv)
  if [[ -z $found ]]; then
    run identity create --name "$name" "${at[@]}" --location "$location" --output none
  fi
  found=$(run identity show --name "$name" "${at[@]}" --query '[principalId, clientId]' --output tsv)
  principal=$(sed -n 1p <<< "$found") client=$(sed -n 2p <<< "$found")
  if ! is_guid "$principal" || ! is_guid "$client"; then fail "az identity show named no IDs of $name"; fi
  found=$(run identity federated-credential list --identity-name "$name" "${at[@]}" \
    --query "[?name=='$credential'].[issuer, subject]" --output tsv)
  [[ $found != "$issuer"$'\t'"$2" ]] || return 0
  run identity federated-credential create --name "$credential" --identity-name "$name" "${at[@]}" \
    --issuer "$issuer" --subject "$2" --audiences api://AzureADTokenExchange --output none
}

# Assigns roles on a scope, by name or ID, unless the principal has them.
assign() {
  local to=$1 scope=$2 role has
  shift 2
  has=$(run role assignment list --scope "$scope" --query "[?principalId=='$to'].[roleDefinitionName, roleDefinitionId]" --output tsv)
  for role in "$@"; do
    ! grep -Fixq "$role" <<< "${has//$'\t'/$'\n'}" || continue
    run role assignment create --role "$role" --assignee-object-id "$to" --assignee-principal-type ServicePrincipal \
      --scope "$scope" --output none
  done
}

assign_deployment_roles() {
  local scope names roles
  while IFS=$'\t' read -r scope names <&3; do
    IFS=, read -ra roles <<< "$names"
    assign "$1" "$(full_id "$scope")" "${roles[@]}"
  done 3< <(setting '.permissions[] | [.scope, (.roles | join(","))] | @tsv')
}

# The scopes of a plan: those with deployments, and vaults with secrets of a deployment.
what_if='"Microsoft.Resources/deployments/write", "Microsoft.KeyVault/vaults/deploy/action"'

# Reading everywhere, and what-if by a role that has no permission to write resources.
assign_plan_roles() {
  local scope preview hash role roles
  hash=$(printf '%s' "$(lower "$group_id")" | openssl dgst -sha256 -r)
  role=$(sed -E 's/^(.{8})(.{4})(.{4})(.{4})(.{12}).*/\1-\2-\3-\4-\5/' <<< "$hash")
  role=/subscriptions/$subscription/providers/Microsoft.Authorization/roleDefinitions/$role
  write_role > "$scratch/role.json"
  run rest --method put --url "$role?api-version=2022-04-01" --body "@$scratch/role.json" --output none
  while IFS=$'\t' read -r scope preview <&3; do
    roles=(Reader)
    [[ $preview == false ]] || roles+=("$role")
    assign "$1" "$(full_id "$scope")" "${roles[@]}"
  done 3< <(setting ".permissions[] | [.scope, (.actions | any(IN($what_if)))] | @tsv")
}

write_role() {
  local scope
  while read -r scope; do
    scope=$(full_id "$scope")
    printf '%s\n' "${scope%%/providers/*}"
  done < <(setting ".permissions[] | select(.actions | any(IN($what_if))) | .scope") |
    jq --null-input --raw-input '[inputs] | unique' > "$scratch/scopes.json"
  setting '{
    actions: (["Microsoft.Resources/deployments/whatIf/action", "Microsoft.Resources/deployments/validate/action"]
      + (if .method == "stack" then ["Microsoft.Resources/deploymentStacksWhatIfResults/*"] else [] end)
      + ([.permissions[].actions[] | select(. == "Microsoft.KeyVault/vaults/deploy/action")] | unique))
  }' | jq --arg name "Plan $resource_group in $subscription" --slurpfile scopes "$scratch/scopes.json" \
    '{properties: {roleName: $name, description: "Runs what-if for the pipeline of an environment.", type: "CustomRole",
      permissions: [{actions, notActions: []}], assignableScopes: $scopes[0]}}'
}

print_variables() {
  printf "gh variable set AZURE_CLIENT_ID --repo %s --env %s --body %s\n" "$github" "$1" "$2"
  printf "gh variable set AZURE_TENANT_ID --repo %s --env %s --body %s\n" "$github" "$1" "$tenant"
  printf "gh variable set AZURE_SUBSCRIPTION_ID --repo %s --env %s --body %s\n" "$github" "$1" "$subscription"
}
