#!/usr/bin/env bash
# Keeps one comment in a pull request of Azure Repos up to date, with the plan of each environment (the arguments).
set -euo pipefail

mark='<!-- plans of create-avm -->'
most=140000
api=${SYSTEM_COLLECTIONURI}${SYSTEM_TEAMPROJECTID}/_apis/git/repositories/$BUILD_REPOSITORY_ID/pullRequests/$SYSTEM_PULLREQUEST_PULLREQUESTID/threads

# The token is read from a file, so that no list of processes shows it.
call() {
  local method=$1 path=$2
  shift 2
  curl --fail --silent --show-error --request "$method" --config <(jq --null-input --raw-output '"header = \("Authorization: Bearer " + env.SYSTEM_ACCESSTOKEN | tojson)"') \
    --header 'Content-Type: application/json' "$api$path?api-version=7.1" "$@"
}

body=$(mktemp)
trap 'rm -f "$body"' EXIT
{
  printf '%s\n\nWhat this pull request would change, as of commit %s:\n' "$mark" "$SYSTEM_PULLREQUEST_SOURCECOMMITID"
  for environment in "$@"; do
    printf '\n## %s\n\n' "$environment"
    # A job that was run again has further artifacts; the last one counts.
    newest=$(find "$PIPELINE_WORKSPACE" -path "*/plan-$environment-*/summary.md" | sort --version-sort | tail --lines 1)
    if [[ -n $newest ]]; then
      head --bytes $((most / $#)) "$newest"
    else
      printf 'There is no plan, so the changes are unknown. The run has the error.\n'
    fi
  done
} > "$body"

found=$(call GET '' | jq --arg mark "$mark" '[.value[] | select(.comments[0].content // "" | startswith($mark))] | first // empty | {thread: .id, comment: .comments[0].id}')
if [[ -n $found ]]; then
  jq --raw-input --slurp '{content: .}' "$body" |
    call PATCH "/$(jq .thread <<< "$found")/comments/$(jq .comment <<< "$found")" --data @- > /dev/null
else
  jq --raw-input --slurp '{status: "closed", comments: [{parentCommentId: 0, commentType: "text", content: .}]}' "$body" |
    call POST '' --data @- > /dev/null
fi
