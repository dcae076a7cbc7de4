// What the plans in plans/plan-ENV say, for comments and issues. GitHub takes 65,536 characters.
'use strict';

const { existsSync, readFileSync } = require('node:fs');

const environments = ["dev","test","prod"];
const most = 60000;

function read(environment, name) {
  const file = `plans/plan-${environment}/${name}`;
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function summaryOf(environment, limit = most) {
  const text = read(environment, 'summary.md') ?? 'There is no plan, so the changes are unknown. The run has the error.\n';
  if (text.length <= limit) return text;
  return `${text.slice(0, text.lastIndexOf('\n', limit))}\n\nThe rest is in the artifact plan-${environment} of the run.\n`;
}

/** `yes`, `no`, or `unknown`. */
function changesOf(environment) {
  const plan = read(environment, 'plan.json');
  return plan === undefined ? 'unknown' : JSON.parse(plan).changes;
}

function runOf({ serverUrl, repo, runId }) {
  return `${serverUrl}/${repo.owner}/${repo.repo}/actions/runs/${runId}`;
}

module.exports = { changesOf, environments, most, runOf, summaryOf };
