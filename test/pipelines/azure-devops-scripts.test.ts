import { execFile } from 'node:child_process';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { createFixture } from 'fs-fixture';
import { describe, expect, it } from 'vitest';
import { generated } from '../plan/support.ts';

const run = promisify(execFile);
const scripts = Object.fromEntries(
  (generated({ spec: { azureDevOps: { enabled: true } } }).files ?? [])
    .filter(({ path }) => path.startsWith('.azuredevops/scripts/'))
    .map(({ path, text }) => [path.slice(path.lastIndexOf('/') + 1), text]),
);

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const part of request) text += String(part);
  return text === '' ? undefined : JSON.parse(text);
}

/** Runs comment.sh against a server that has these threads, and returns what it was asked. */
async function comment(plans: Readonly<Record<string, string>>, threads: readonly object[], status = 200) {
  const calls: { readonly call: string; readonly body: unknown }[] = [];
  const tokens = new Set<unknown>();
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    calls.push({ call: `${request.method} ${request.url}`, body: await bodyOf(request) });
    tokens.add(request.headers.authorization);
    response.writeHead(status).end(JSON.stringify({ value: threads }));
  }
  const server = createServer((request, response) => {
    void answer(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  await using folder = await createFixture({ 'comment.sh': scripts['comment.sh'] ?? '', plans: { ...plans } });
  const env = {
    PATH: process.env['PATH'],
    SYSTEM_COLLECTIONURI: `http://127.0.0.1:${(server.address() as AddressInfo).port}/contoso/`,
    SYSTEM_TEAMPROJECTID: 'project',
    BUILD_REPOSITORY_ID: 'repository',
    SYSTEM_PULLREQUEST_PULLREQUESTID: '12',
    SYSTEM_PULLREQUEST_SOURCECOMMITID: 'abc',
    SYSTEM_ACCESSTOKEN: 'secret"token',
    PIPELINE_WORKSPACE: folder.getPath('plans'),
  };
  const failed = await run('bash', [folder.getPath('comment.sh'), 'dev', 'prod'], { env }).then(
    () => '',
    (error: Error & { stderr: string }) => error.stderr,
  );
  server.close();
  return { calls, tokens: [...tokens], failed };
}

const threadsPath = '/contoso/project/_apis/git/repositories/repository/pullRequests/12/threads';
const mark = '<!-- plans of create-avm -->';

describe('the comment of a pull request in Azure Repos', () => {
  it('is written with the newest plan of each environment', async () => {
    const plans = { 'plan-dev-1/summary.md': 'old\n', 'plan-dev-2/summary.md': '"quoted" `code`\n' };
    const { calls, tokens } = await comment(plans, []);
    expect(tokens).toEqual(['Bearer secret"token']);
    expect(calls.map(({ call }) => call)).toEqual([
      `GET ${threadsPath}?api-version=7.1`,
      `POST ${threadsPath}?api-version=7.1`,
    ]);
    expect(calls[1]?.body).toMatchObject({ status: 'closed', comments: [{ parentCommentId: 0, commentType: 'text' }] });
    const posted = calls[1]?.body as { readonly comments: readonly { readonly content: string }[] } | undefined;
    const content = posted?.comments[0]?.content;
    expect(content).toBe(
      `${mark}\n\nWhat this pull request would change, as of commit abc:\n\n## dev\n\n"quoted" \`code\`\n\n## prod\n\nThere is no plan, so the changes are unknown. The run has the error.\n`,
    );
  });

  it('is the same comment after the next push', async () => {
    const threads = [
      { id: 3, comments: [{ id: 1, content: 'of a person' }] },
      { id: 4, comments: [] },
      { id: 5, comments: [{ id: 9, content: `${mark}\n\nold` }] },
    ];
    const { calls } = await comment({}, threads);
    expect(calls[1]?.call).toBe(`PATCH ${threadsPath}/5/comments/9?api-version=7.1`);
  });

  it('fails with the error of the service', async () => {
    const { failed } = await comment({}, [], 403);
    expect(failed).toContain('403');
  });
});

/** Runs plan.sh with a plan that deploy.sh makes, and a recording npx. */
async function plan(made: object | null, exit = 0, environment: Readonly<Record<string, string>> = {}) {
  await using folder = await createFixture({
    'plan.sh': scripts['plan.sh'] ?? '',
    'deploy/deploy.sh': [
      'echo "$@" > asked',
      ...(made === null ? [] : ['mkdir -p plan', `echo '${JSON.stringify(made)}' > plan/plan.json`]),
      `exit ${exit}`,
    ].join('\n'),
    'bin/npx': '#!/usr/bin/env bash\necho "$@" > npx; echo "# what changes"',
    'bin/az': '#!/usr/bin/env bash\necho 00000000-0000-0000-0000-000000000000',
  });
  await run('chmod', ['+x', folder.getPath('bin/npx'), folder.getPath('bin/az')]);
  const env = {
    PATH: `${folder.getPath('bin')}:${process.env['PATH']}`,
    ENVIRONMENT: 'dev',
    AZURE_RESOURCE_GROUP: 'rg',
    ...environment,
  };
  const { stdout, code } = await run('bash', ['plan.sh'], { env, cwd: folder.path }).then(
    (done) => ({ stdout: done.stdout, code: 0 }),
    (error: Error & { stdout: string; code: number }) => error,
  );
  const read = (path: string): Promise<string> => folder.readFile(path, 'utf8').catch(() => '');
  return { stdout, code, asked: (await read('asked')).trim(), summary: await read('plan/summary.md') };
}

describe('the plan of a stage', () => {
  it('gives digest and changes to the next one', async () => {
    const { stdout, code, asked, summary } = await plan({ digest: 'f00d', changes: 'unknown' });
    expect(code).toBe(0);
    expect(asked).toBe('plan --environment dev --out plan');
    expect(stdout).toContain('##vso[task.setvariable variable=digest;isOutput=true]f00d\n');
    expect(stdout).toContain('##vso[task.setvariable variable=changes;isOutput=true]unknown\n');
    expect(summary).toBe('# what changes\n\nDigest: `f00d`\n');
  });

  it('omits what a first deployment can’t have if it’s asked to', async () => {
    expect((await plan({ digest: 'f00d', changes: 'yes' }, 0, { FIRST: 'True' })).asked).toBe(
      'plan --environment dev --out plan --first',
    );
  });

  it('fails as the plan does, with its summary', async () => {
    const refused = await plan({ digest: 'f00d', changes: 'yes' }, 1);
    expect([refused.code, refused.summary]).toEqual([1, '# what changes\n\nDigest: `f00d`\n']);
    const none = await plan(null, 1);
    expect([none.code, none.summary]).toEqual([
      1,
      'There is no plan, so the changes are unknown. The run has the error.\n',
    ]);
    expect(none.stdout).not.toContain('setvariable');
  });
});
