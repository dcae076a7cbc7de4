import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { patience } from '../../checks/bicep/patience.ts';
import type { RunResult } from '../../checks/bicep/run.ts';
import { mostAnswersBytes } from '../shared/answers-text.ts';
import { Failure, UsageFailure } from '../shared/failure.ts';
import { decodeText, plainText } from '../shared/text.ts';
import { git, type GitRun } from './git.ts';
import { presetFiles } from './locate-file.ts';
import type { RemoteText } from './remote-file.ts';

interface Place {
  readonly url: string;
  readonly protocol: string;
  readonly commit: string;
  /** In the repository; empty for its root. */
  readonly path: string;
  readonly shown: string;
}

const form = 'git+https://HOST/REPOSITORY#COMMIT:PATH';

/** A file of one commit of a repository, at `git+https://…#COMMIT:PATH`; a commit cannot become another one. */
export async function readFromGit(named: string, env: NodeJS.ProcessEnv): Promise<RemoteText> {
  const place = placeOf(named);
  const folder = await mkdtemp(join(tmpdir(), 'create-avm-git-'));
  try {
    const run: GitRun = async (args) => {
      const done = await git([...safe(place.protocol), '-C', folder, ...args], env, patience(env));
      if (done === undefined) throw unreadable(place, 'Git is not installed');
      return done;
    };
    await expectDone(run, ['init', '--quiet', '--bare', '--template='], place);
    const fetched = [
      'fetch',
      '--quiet',
      '--depth=1',
      '--no-tags',
      '--no-recurse-submodules',
      '--',
      place.url,
      place.commit,
    ];
    await expectDone(run, fetched, place);
    return await fileIn(place, run);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Only the protocol of the address, no hooks, and no helper that a repository could name. */
function safe(protocol: string): readonly string[] {
  const settings = [
    'core.hooksPath=/dev/null',
    'protocol.allow=never',
    `protocol.${protocol}.allow=always`,
    'gc.auto=0',
  ];
  return settings.flatMap((one) => ['-c', one]);
}

function placeOf(named: string): Place {
  const [, address = '', fragment = ''] = /^git\+([^#]*)#?(.*)$/s.exec(named) ?? [];
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const protocol = url?.protocol.slice(0, -1) ?? '';
  const isKnown = ['https', 'ssh', 'file'].includes(protocol) && /^([a-z0-9[]|$)/i.test(url?.hostname ?? '-');
  if (!url || !isKnown)
    throw new UsageFailure(`'${named}' is not the address of a file in a repository.`, `Write it as ${form}`);
  const shown = `git+${url.protocol}//${url.host}${url.pathname}`;
  const [, commit, path = ''] = /^([0-9a-f]{40}|[0-9a-f]{64})(?::(.*))?$/s.exec(fragment) ?? [];
  if (commit === undefined)
    throw new UsageFailure(
      `'${shown}' has no full commit ID, without which the file could become another one.`,
      `Write it as ${form}. To find the commit, run: git rev-parse HEAD`,
    );
  const parts = path.split('/');
  if (path !== '' && (parts.some((part) => ['', '.', '..'].includes(part)) || /[\u0000-\u001f\\]/.test(path)))
    throw new UsageFailure(
      `'${path}' is not a path in a repository.`,
      'Write it from the root, such as presets/avm.preset.yaml',
    );
  return { url: address, protocol, commit, path, shown: `${shown}#${commit}${path === '' ? '' : `:${path}`}` };
}

/** The file itself, or in a folder the one that a folder is read for. */
async function fileIn(place: Place, run: GitRun): Promise<RemoteText> {
  const { commit, path, shown } = place;
  const below = path === '' ? '' : `${path}/`;
  for (const one of [...(path === '' ? [] : [path]), ...presetFiles.map((name) => below + name)]) {
    const object = `${commit}:${one}`;
    const type = await run(['cat-file', '-t', object]);
    if (type.code !== 0 || type.stdout.trim() !== 'blob') continue;
    const size = await expectDone(run, ['cat-file', '-s', object], place);
    if (!(Number(size.stdout) <= mostAnswersBytes))
      throw unreadable(place, `it has more than ${mostAnswersBytes / 1000} kB`);
    const { stdout } = await expectDone(run, ['cat-file', 'blob', object], place);
    const file = `${shown.replace(/#.*$/, '')}:${one}`;
    return { file, text: plainText(decodeText(Buffer.from(stdout, 'latin1'), file)) };
  }
  throw unreadable(place, `the commit has no file ${path === '' ? presetFiles.join(' or ') : `'${path}'`}`);
}

async function expectDone(run: GitRun, args: readonly string[], place: Place): Promise<RunResult> {
  const done = await run(args);
  const { code, stderr, failure } = done;
  const said = Buffer.from(stderr, 'latin1').toString('utf8').trim().split('\n').at(-1);
  if (code !== 0) throw unreadable(place, failure ?? (said || `Git ended with ${code}`));
  return done;
}

function unreadable({ shown, protocol }: Place, why: string): Failure {
  return new Failure({
    code: 'answers-unreadable',
    what: `'${shown}' cannot be read: ${why.replace(/\.$/, '')}.`,
    where: shown,
    remedy:
      protocol === 'file'
        ? 'Check the path of the repository, the commit, and the path of the file.'
        : 'Check the address, the commit, and the path. You are not asked for a password, so set up a credential helper or an SSH key.',
  });
}
