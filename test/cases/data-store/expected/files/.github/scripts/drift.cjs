// Keeps an open issue for each environment that differs from the template, or of which that isn't known.
'use strict';

const { changesOf, environments, runOf, summaryOf } = require('./plans.cjs');

const label = 'drift';
const words = {
  yes: 'differs from the template. Somebody changed it, or a change of the template isn’t deployed yet',
  unknown: 'may differ from the template: what-if doesn’t know all changes',
};

module.exports = async ({ github, context }) => {
  const { owner, repo } = context.repo;
  const open = await github.paginate(github.rest.issues.listForRepo, { owner, repo, labels: label, state: 'open', per_page: 100 });
  for (const environment of environments) {
    const mark = `<!-- drift of ${environment} -->`;
    const own = open.find((one) => one.user.type === 'Bot' && one.body?.startsWith(mark));
    const changes = changesOf(environment);
    if (changes === 'no') {
      if (own) await close(github, { owner, repo, issue_number: own.number }, runOf(context));
      continue;
    }
    const body = `${mark}\n\n${environment} ${words[changes]} ([run](${runOf(context)})).\n\n${summaryOf(environment)}`;
    const issue = { owner, repo, title: `Drift in ${environment}`, body };
    if (own) await github.rest.issues.update({ ...issue, issue_number: own.number });
    else await github.rest.issues.create({ ...issue, labels: [label] });
  }
};

async function close(github, issue, run) {
  await github.rest.issues.createComment({ ...issue, body: `Nothing differs any more ([run](${run})).` });
  await github.rest.issues.update({ ...issue, state: 'closed' });
}
