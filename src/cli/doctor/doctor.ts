import { join } from 'node:path';
import { thisMachine, type Machine } from '../../checks/bicep/folders.ts';
import { installBicep } from '../../checks/bicep/install.ts';
import { diagnose, type DoctorFact } from '../../checks/doctor.ts';
import { readTextFile } from '../shared/answers-text.ts';
import { factText, remedyText } from './doctor-text.ts';
import { printEnvelope } from '../shared/envelope.ts';
import { exit, type ExitCode } from '../shared/exit.ts';
import { withProgress } from '../shared/progress.ts';
import type { Terminal } from '../shared/terminal.ts';
import { lookForWorkspace } from '../shared/find-workspace.ts';

interface DoctorOptions {
  readonly install?: boolean;
  readonly json?: boolean;
}

export async function runDoctor({ install, json }: DoctorOptions, terminal: Terminal): Promise<ExitCode> {
  const workspace = lookForWorkspace(terminal.cwd);
  const machine = { ...thisMachine(), cwd: terminal.cwd, ...(workspace === undefined ? {} : { workspace }) };
  const installed = install ? await installNow(machine, terminal, json ?? false) : undefined;
  const mirror = await mirrorHere(terminal.cwd);
  const facts = await withProgress(terminal, (say) => {
    say('Looking at this machine and its network');
    return diagnose({ machine, ...(mirror === undefined ? {} : { mirror }) });
  });
  const exitCode = facts.some(({ state }) => state === 'fail') ? exit.failed : exit.clean;
  const { spoken } = terminal;
  const told = facts.map((fact) => ({
    ...fact,
    text: spoken(factText(fact)),
    advice: spoken(remedyText(fact)) || null,
  }));
  if (json) printEnvelope(terminal, { data: { installed: installed ?? null, facts: told }, exitCode });
  else for (const line of facts.flatMap((fact) => lines(fact, terminal))) terminal.out(line);
  return exitCode;
}

async function installNow(machine: Machine, terminal: Terminal, json: boolean) {
  const result = await withProgress(terminal, (say) => {
    say('Installing the Bicep compiler');
    return installBicep({ machine });
  });
  if (!json)
    terminal.out(
      `Installed Bicep ${result.version} in ${result.path} (${result.method === 'nuget' ? 'from NuGet' : 'downloaded'}).`,
    );
  return result;
}

function lines(fact: DoctorFact, { paint }: Terminal): readonly string[] {
  const marks = { ok: paint('green', '✓'), warn: paint('yellow', '!'), fail: paint('red', '✗') };
  const remedy = remedyText(fact);
  return [`${marks[fact.state]} ${factText(fact)}`, ...(remedy === '' ? [] : [`    ${remedy}`])];
}

/** The mirror that the workspace names, where this is one. */
async function mirrorHere(cwd: string): Promise<string | undefined> {
  try {
    const root = lookForWorkspace(cwd);
    if (root === undefined) return undefined;
    const { parseAnswers } = await import('../../answers/parse.ts');
    const parsed = parseAnswers(readTextFile(join(root, 'avm.yaml'), 'avm.yaml'));
    return 'answers' in parsed ? parsed.answers.modules?.registry : undefined;
  } catch {
    return undefined;
  }
}
