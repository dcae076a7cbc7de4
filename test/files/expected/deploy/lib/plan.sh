# shellcheck shell=bash disable=SC2154 # deploy.sh sets and uses the variables.
# plan: keeps template, parameters, flags, and what-if result with their digest. deploy: applies the plan with a digest.

# Parameters of the first deployment, as az takes them.
overrides() {
  [[ ${first:?} == false ]] || setting '.first[]'
}

plan() {
  local folder=${out:-.plan/$environment}
  make_plan "$folder"
  judge "$folder" || true
  printf '\nPlan: %s\nDigest: %s\n' "$folder" "$(jq --raw-output .digest "$folder/plan.json")"
  [[ $allowed == yes ]] || fail 'the policy refuses this plan'
}

# The files of a plan, in a folder. The other arguments go to avm whatif. The identity that plans has no permission to
# write, so Azure checks only what it may read.
make_plan() {
  local name given=()
  mkdir -p "$1"
  while read -r name; do given+=("$name"); done < <(overrides)
  run bicep build --file main.bicep --outfile "$1/template.json"
  run bicep build-params --file "$(setting .parameters)" --outfile "$1/parameters.json"
  setting '{deployment, method, actionOnUnmanage, denySettings}' | jq --compact-output --arg subscription "$subscription" \
    --arg group "$resource_group" '. + {subscription: $subscription, resourceGroup: $group, parameters: $ARGS.positional}' \
    --args ${given[@]+"${given[@]}"} > "$1/flags.json"
  if [[ $method == stack ]]; then
    run stack-whatif group create --name "$deployment" --stack-id "$stack_id" "${group[@]}" \
      --template-file "$1/template.json" --parameters "@$1/parameters.json" ${given[@]+"${given[@]}"} \
      --action-on-unmanage "$(setting .actionOnUnmanage)" --deny-settings-mode "$(setting .denySettings)" \
      --retention-interval PT3H --validation-level ProviderNoRbac --no-pretty-print --output json > "$1/what-if.json"
  else
    run deployment group what-if --name "$deployment" "${group[@]}" \
      --template-file "$1/template.json" --parameters "@$1/parameters.json" ${given[@]+"${given[@]}"} \
      --validation-level ProviderNoRbac --no-pretty-print --output json > "$1/what-if.json"
  fi
  save_judgment "$@"
}

judge() {
  local folder=$1
  shift
  avm whatif "$folder/what-if.json" --env "$environment" --template "$folder/template.json" \
    --parameters "$folder/parameters.json" --flags "$folder/flags.json" "$@"
}

# The digest, and whether anything changes. What the policy refuses has both too.
save_judgment() {
  local report
  allowed=yes
  report=$(judge "$@" --format json) || allowed=no
  jq --compact-output --exit-status --arg environment "$environment" \
    '.data | select(.digest) | {environment: $environment, digest, changes}' <<< "$report" > "$1/plan.json" ||
    fail 'stopped, because avm whatif gave no digest'
}

deploy() {
  local now changes name given=()
  make_plan "$scratch/plan" --approve "${digest:?}"
  now=$(jq --raw-output .digest "$scratch/plan/plan.json")
  changes=$(jq --raw-output .changes "$scratch/plan/plan.json")
  [[ $now == "$digest" ]] ||
    fail "refused, because the plan is no longer the approved one (now $now). Plan again, and approve the new plan"
  [[ $allowed == yes ]] || fail 'the policy refuses this plan'
  [[ $changes != no ]] || { printf 'Nothing changes in %s.\n' "$environment" && return; }
  while read -r name; do given+=("$name"); done < <(overrides)
  if [[ $method == stack ]]; then
    run stack group create --name "$deployment" "${group[@]}" --template-file "$scratch/plan/template.json" \
      --parameters "@$scratch/plan/parameters.json" ${given[@]+"${given[@]}"} --action-on-unmanage "$(setting .actionOnUnmanage)" \
      --deny-settings-mode "$(setting .denySettings)" --yes --output none
  else
    run deployment group create --name "$deployment" "${group[@]}" --template-file "$scratch/plan/template.json" \
      --parameters "@$scratch/plan/parameters.json" ${given[@]+"${given[@]}"} --output none
  fi
  printf 'Deployed %s. Verify it: bash deploy/deploy.sh verify --environment %s\n' "$environment" "$environment"
}
