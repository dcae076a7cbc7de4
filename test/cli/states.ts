import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { states } from '../../avm-catalog/constitution/state.ts';
import { stateText } from '../../src/resolve/state-text.ts';
import type { EnvironmentState } from '../../src/resolve/states.ts';
import { textOf } from '../report/markup.ts';
import { filesOf, readCase } from '../cases/cases.ts';
import { avm, dataOf, folder } from './run.ts';

export type Stated = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A folder with the files of a case. */
export async function caseWorkspace(name: string): Promise<string> {
  const { path } = await folder();
  for (const [file, text] of filesOf(name)) {
    mkdirSync(dirname(join(path, file)), { recursive: true });
    writeFileSync(join(path, file), text);
  }
  return path;
}

interface ToldRule {
  readonly id: string;
  readonly environments: Readonly<Record<string, { readonly state: string; readonly why: string }>>;
}

/** What `avm check --json` says of each rule in each environment. */
export async function statedByCheck(cwd: string, ...argv: string[]): Promise<readonly ToldRule[]> {
  const ran = await avm({ cwd }, 'check', '--json', '--today', '2026-11-27', ...argv);
  return dataOf<{ readonly rules: readonly ToldRule[] }>(ran).rules;
}

export function byEnvironment(rules: readonly ToldRule[]): Stated {
  return Object.fromEntries(
    rules.map(({ id, environments }) => [
      id,
      Object.fromEntries(Object.entries(environments).map(([name, { state }]) => [name, state])),
    ]),
  );
}

/** What the report says, read from its page. */
export async function statedByReport(cwd: string, ...argv: string[]): Promise<Stated> {
  await avm({ cwd }, 'report', '--today', '2026-11-27', '--output', 'report.html', '--force', ...argv);
  const { readFileSync } = await import('node:fs');
  const page = readFileSync(join(cwd, 'report.html'), 'utf8');
  const cell = new RegExp(`^\\s*(\\w+)\\s+[✓✗!○–]\\s+(${states.join('|')})\\b`);
  return Object.fromEntries(
    [...page.matchAll(/<tbody role="rowgroup" id="rule-([^"]+)"(.*?)<\/tbody>/gs)].map(([, id = '', row = '']) => [
      id,
      Object.fromEntries(
        [...row.matchAll(/<td role="cell" class="state screen">(.*?)<\/td>/gs)].flatMap(([, inner = '']) => {
          const [, environment = '', state = ''] = cell.exec(textOf(inner)) ?? [];
          return environment === '' ? [] : [[environment, state]];
        }),
      ),
    ]),
  );
}

/** The text in the column State of plan.md, by rule. */
export function statedByPlan(name: string): Readonly<Record<string, string>> {
  const text = readCase(name).generated.files?.find(({ path }) => path.endsWith('/plan.md'))?.text ?? '';
  const [, table = ''] = text.split('## Constitution Check');
  return Object.fromEntries(
    [...(table.split('## Architecture')[0] ?? '').matchAll(/^\| ([A-Z]+-\d{3}[^|]*) \| \w+ \| ([^|]*) \|/gm)].flatMap(
      ([, ids = '', state = '']) => ids.split(', ').map((id) => [id, state.replaceAll('\\', '')]),
    ),
  );
}

/** What plan.md would say of what a check told. */
export function asInPlan({ environments }: ToldRule): string {
  const here = Object.entries(environments).map(([environment, one]) => ({ environment, ...one, findings: [] }));
  return stateText({ environments: here as unknown as readonly EnvironmentState[] });
}
