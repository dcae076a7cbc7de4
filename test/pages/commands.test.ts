import { describe, expect, it } from 'vitest';
import type { Command } from 'commander';
import { avmProgram } from '../../src/cli/program/avm-program.ts';
import { createProgram } from '../../src/cli/program/create-program.ts';
import type { Terminal } from '../../src/cli/shared/terminal.ts';
import { blocks, pages } from './pages.ts';
import { runBlock } from './run.ts';

const nothing = (): void => {};
const silent: Terminal = {
  cwd: '/',
  command: '',
  env: {},
  interactive: false,
  live: false,
  out: nothing,
  err: nothing,
  paint: (_, text) => text,
  paintErr: (_, text) => text,
  spoken: (text) => text,
  readInput: async () => '',
};
const programs = { avm: avmProgram(silent, nothing), 'create-avm': createProgram(silent, nothing) };

const firstLine = (text: string): string => text.split('\n')[0] ?? '';

describe('the pages that users read', () => {
  const left = blocks.filter(({ notRun, needs }) => notRun !== undefined || needs !== undefined);

  it('have commands that these tests do not run, each for a reason', () => {
    expect(
      left.map(({ page, text, notRun, needs }) => `${page}: ${firstLine(text)} (${notRun ?? `needs ${needs}`})`),
    ).toEqual([
      'README.md: npm ci && node dist/create-bin.cjs demo --yes (it begins with npm ci)',
      'README.md: npm ci && npm test (it begins with npm ci)',
      "docs/components.md: avm add bicep modules/queries.bicep --set 'reason=There is no module of query packs.' --set days=7 --set 'outputs=[packName]' (needs compiler)",
      'docs/settings.md: az vm list-skus --size Standard_D2s_v3 --resource-type virtualMachines --all (needs Azure)',
      'docs/validation.md: avm check (needs compiler and modules)',
      'docs/what-if.md: az deployment group what-if --resource-group rg-payroll-prod --template-file main.bicep --parameters main.prod.bicepparam --no-pretty-print > what-if.json (needs Azure)',
    ]);
  });

  const run = blocks
    .filter((block) => !left.includes(block))
    .map((block) => [block.page, firstLine(block.text), block] as const);
  it.each(run)('%s: %s', (page, _line, block) => runBlock(block, {}, filesOf(pages.get(page) ?? '')));

  it('name commands and options that exist', () => {
    expect([...pages].flatMap(([page, text]) => mentionsIn(text).flatMap((said) => problemsOf(page, said)))).toEqual(
      [],
    );
  });
});

/** Files that a page prints: YAML that begins with the name of its file. */
function filesOf(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Array.from(text.matchAll(/^```yaml\n# (\w[\w-]*\.yaml)\n([^]*?)^```$/gm), ([, name = '', content = '']) => [
      name,
      content,
    ]),
  );
}

/** Commands in a line of prose or a cell of a table. */
function mentionsIn(text: string): readonly string[] {
  const prose = text.replace(/^```.*?^```$/gms, '');
  return Array.from(
    prose.matchAll(/`((?:npx -p create-avm )?avm [^`]+|npm create avm@latest[^`]*)`/g),
    ([, said = '']) => said.replace(/^npx -p create-avm /, '').replace(/^npm create avm@latest/, 'create-avm'),
  );
}

function problemsOf(page: string, said: string): readonly string[] {
  const [name = '', ...words] = said.replaceAll('\\|', '|').split(' ');
  let command: Command = programs[name as keyof typeof programs];
  for (const word of words) {
    const next = command.commands.find((one) => one.name() === word);
    if (!next) break;
    command = next;
  }
  if (command === programs.avm) return [`${page}: ${said} is no command`];
  const options = words.filter((word) => word.startsWith('--') && word !== '--').map((word) => word.replace(/=.*/, ''));
  const unknown = options.filter((option) => !command.options.some(({ long }) => long === option));
  return unknown.map((option) => `${page}: ${said} has no ${option}`);
}
