// Keeps one comment in a pull request up to date, with the plan of each environment.
'use strict';

const { environments, most, runOf, summaryOf } = require('./plans.cjs');

const mark = '<!-- plans of create-avm -->';

module.exports = async ({ github, context }) => {
  const { owner, repo } = context.repo;
  const issue_number = context.payload.pull_request.number;
  const limit = Math.floor(most / environments.length);
  const body = [
    mark,
    `What this pull request would change, as of commit ${context.payload.pull_request.head.sha} ([run](${runOf(context)})):`,
    ...environments.map((one) => `## ${one}\n\n${summaryOf(one, limit)}`),
  ].join('\n\n');
  const comments = await github.paginate(github.rest.issues.listComments, { owner, repo, issue_number, per_page: 100 });
  const own = comments.find((one) => one.user.type === 'Bot' && one.body.startsWith(mark));
  if (own) await github.rest.issues.updateComment({ owner, repo, comment_id: own.id, body });
  else await github.rest.issues.createComment({ owner, repo, issue_number, body });
};
