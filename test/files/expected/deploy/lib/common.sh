# shellcheck shell=bash disable=SC2034 # deploy.sh sets and uses the variables.
# What the scripts in deploy/ share.

settings=deploy/environments.json
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
# An az command that is in an extension installs it.
export AZURE_EXTENSION_USE_DYNAMIC_INSTALL=yes_without_prompt

fail() {
  printf 'deploy: %s\n' "$1" >&2
  exit 1
}

command -v jq > /dev/null || fail 'jq is missing; deploy/README.md lists the prerequisites'

environments() {
  jq --raw-output '.environments | keys_unsorted | join(", ")' "$settings"
}

is_environment() {
  jq --exit-status --arg name "$1" '.environments | has($name)' "$settings" > /dev/null
}

is_guid() {
  [[ $1 =~ ^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$ ]]
}

is_group_name() {
  [[ -n $1 && ${#1} -le 90 && $1 != -* ]] || return 1
  case $1 in *[\"\\/\?\&%#\'\`\$\<\>\|]* | *[[:space:]]*) return 1 ;; esac
}

# What the settings have for the environment: one value a line, or one row with tabs.
setting() {
  jq --raw-output --arg name "${environment:?}" ".environments[\$name] | $1" "$settings"
}

# The words of an az command, up to its first option.
name_of() {
  local word words=az
  for word in "$@"; do
    [[ $word != -* ]] || break
    words+=" $word"
  done
  printf '%s' "$words"
}

# Runs az, and stops the script if it fails.
run() {
  az "$@" || fail "stopped, because $(name_of "$@") failed"
}

# The version of avm that README.md names, or the one on PATH.
avm() {
  if type -P avm > /dev/null; then
    command avm "$@"
  else
    npx --yes --package "$(jq --raw-output .avm "$settings")" avm "$@"
  fi
}

problems=0
problem() {
  printf '%s\n' "$1"
  problems=$((problems + 1))
}

# Runs az for a check of a subject. Its output is in `answer`; its failure is a problem.
ask() {
  local subject=$1
  shift
  answer=$(az "$@" 2> "$scratch/error") && return
  answer=''
  problem "$subject: $(name_of "$@") failed: $(grep -m 1 . "$scratch/error" || echo 'no message')"
  return 1
}

# Ends the script, with what there is to say if checks found no problem.
conclude() {
  [[ $problems -eq 0 ]] || fail "problems: $problems"
  printf '%s\n' "$1"
}

lower() {
  tr '[:upper:]' '[:lower:]' <<< "$1"
}
