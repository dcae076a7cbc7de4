import { createRequire } from 'node:module';
import { createFixture } from 'fs-fixture';
import { afterEach, describe, expect, it } from 'vitest';
import { generated } from '../plan/support.ts';

const scripts = (generated({}).files ?? []).filter(({ path }) => path.startsWith('.github/scripts/'));

interface Comment {
  readonly id: number;
  readonly number: number;
  readonly user: { readonly type: string };
  readonly body: string;
}

const comment = (id: number, body: string, type = 'Bot'): Comment => ({ id, number: id, user: { type }, body });

const home = process.cwd();
afterEach(() => process.chdir(home));

/** Runs a script as actions/github-script does, in a folder with plans, and returns what it asks GitHub to do. */
async function run(
  name: string,
  plans: Readonly<Record<string, Readonly<Record<string, string>>>>,
  there: readonly Comment[],
) {
  await using folder = await createFixture({
    ...Object.fromEntries(scripts.map(({ path, text }) => [path, text])),
    plans: Object.fromEntries(Object.entries(plans).map(([environment, files]) => [`plan-${environment}`, files])),
  });
  const calls: (readonly [string, Readonly<Record<string, unknown>>])[] = [];
  const method = (is: string) => (given: Readonly<Record<string, unknown>>) => {
    calls.push([is, given]);
    return Promise.resolve();
  };
  const issues = {
    listComments: 'listComments',
    listForRepo: 'listForRepo',
    createComment: method('createComment'),
    updateComment: method('updateComment'),
    create: method('create'),
    update: method('update'),
  };
  const github = { rest: { issues }, paginate: () => Promise.resolve(there) };
  const context = {
    repo: { owner: 'contoso', repo: 'app' },
    serverUrl: 'https://github.example',
    runId: 7,
    payload: { pull_request: { number: 12, head: { sha: 'abc' } } },
  };
  process.chdir(folder.path);
  const script = createRequire(folder.getPath('x.cjs'))(`./.github/scripts/${name}`) as (
    given: object,
  ) => Promise<void>;
  await script({ github, context });
  return calls;
}

const plan = (changes: string, summary = `changes: ${changes}\n`) => ({
  'plan.json': JSON.stringify({ changes }),
  'summary.md': summary,
});
const mark = '<!-- plans of create-avm -->';

describe('the comment of a pull request', () => {
  const plans = { dev: plan('yes'), test: plan('no'), prod: plan('unknown') };

  it('is written with the plan of each environment, in order', async () => {
    const [[call, given] = ['', {}], ...more] = await run('comment.cjs', plans, []);
    expect([call, more]).toEqual(['createComment', []]);
    expect(given).toMatchObject({ owner: 'contoso', repo: 'app', issue_number: 12 });
    expect(String(given['body']).startsWith(mark)).toBe(true);
    expect(given['body']).toMatch(
      /## dev\n\nchanges: yes\n[^]*## test\n\nchanges: no\n[^]*## prod\n\nchanges: unknown\n/,
    );
  });

  it('is the same comment after the next push, and no one else’s', async () => {
    const there = [comment(1, `${mark} of a person`, 'User'), comment(2, 'another bot'), comment(3, `${mark}\n\nold`)];
    const calls = await run('comment.cjs', plans, there);
    expect(calls.map(([call, given]) => [call, given['comment_id']])).toEqual([['updateComment', 3]]);
  });

  it('says that an environment has no plan', async () => {
    const [[, given] = ['', {}]] = await run('comment.cjs', { dev: plan('no') }, []);
    expect(given['body']).toMatch(/## prod\n\nThere is no plan, so the changes are unknown/);
  });

  it('is no longer than GitHub takes, cut off at a line', async () => {
    const long = plan('yes', 'a line of the plan\n'.repeat(20_000));
    const [[, given] = ['', {}]] = await run('comment.cjs', { dev: long, test: long, prod: long }, []);
    expect(String(given['body']).length).toBeLessThan(65_536);
    expect(given['body']).toContain('a line of the plan\n\nThe rest is in the artifact plan-prod');
  });
});

describe('drift', () => {
  it('opens an issue for each environment that differs or is not known, and none for another', async () => {
    const calls = await run('drift.cjs', { dev: plan('no'), test: plan('yes'), prod: plan('unknown') }, []);
    expect(calls.map(([call, given]) => [call, given['title'], given['labels']])).toEqual([
      ['create', 'Drift in test', ['drift']],
      ['create', 'Drift in prod', ['drift']],
    ]);
    expect(calls[0]?.[1]['body']).toMatch(/test differs from the template/);
    expect(calls[1]?.[1]['body']).toMatch(/prod may differ from the template/);
  });

  it('is never taken for absent without a plan', async () => {
    const calls = await run('drift.cjs', { dev: plan('no'), test: plan('no') }, []);
    expect(calls.map(([call, given]) => [call, given['title']])).toEqual([['create', 'Drift in prod']]);
  });

  it('keeps one issue up to date, and closes it with a word', async () => {
    const there = [comment(4, '<!-- drift of dev -->\n\nold'), comment(5, '<!-- drift of test -->\n\nold')];
    const calls = await run('drift.cjs', { dev: plan('yes'), test: plan('no'), prod: plan('no') }, there);
    expect(calls.map(([call, given]) => [call, given['issue_number'], given['state']])).toEqual([
      ['update', 4, undefined],
      ['createComment', 5, undefined],
      ['update', 5, 'closed'],
    ]);
  });
});
