import { join } from 'node:path';
import { loadCatalog } from '../../../avm-catalog/modules/catalog.ts';
import type { Plan, PlanResource } from '../../plan/plan.ts';
import { readTextFile } from '../shared/answers-text.ts';
import { printEnvelope } from '../shared/envelope.ts';
import { exit, type ExitCode } from '../shared/exit.ts';
import { counted, findingJson, findingLines } from '../shared/findings-text.ts';
import { table } from '../shared/table.ts';
import type { Paint, Terminal } from '../shared/terminal.ts';
import { findWorkspace } from '../shared/find-workspace.ts';
import { buildWorkspace } from '../shared/workspace.ts';
import { ownValue } from '../../bicep/own.ts';

export async function runPlan({ json }: { readonly json?: boolean }, terminal: Terminal): Promise<ExitCode> {
  const root = findWorkspace(terminal);
  const { plan, findings } = await buildWorkspace(readTextFile(join(root, 'avm.yaml'), 'avm.yaml'), loadCatalog(), {
    root,
  });
  if (json) printEnvelope(terminal, { data: plan, findings: findings.map(findingJson) });
  else for (const line of planLines(plan, terminal.paint)) terminal.out(line);
  if (findings.length > 0) for (const line of ['', ...findingLines(findings, terminal.paintErr)]) terminal.err(line);
  return exit.clean;
}

function planLines(plan: Plan, paint: Paint): readonly string[] {
  const { components, resources, names, environments } = plan;
  return [
    `${paint('bold', plan.blueprint)} for ${environments.join(', ')}: ${counted(components.length, 'component')}, ${counted(resources.length, 'resource')}`,
    '',
    paint('bold', 'Components'),
    ...table(
      components.map((one) => [
        one.name,
        one.environments.length === environments.length ? 'everywhere' : one.environments.join(', '),
        one.summary,
      ]),
    ),
    '',
    paint('bold', 'Resources, in the order of main.bicep'),
    ...table(resources.map((one) => [one.symbol, source(one), one.reason.ids.join(' ')])),
    '',
    paint('bold', 'Names (x: computed by the deployment)'),
    ...table([
      ['', ...environments],
      ...names.map((one) => [one.key, ...environments.map((environment) => ownValue(one.values, environment) ?? '')]),
    ]),
  ];
}

function source(one: PlanResource): string {
  if (one.kind === 'module') return `${one.module}:${one.version}`;
  if (one.kind === 'file') return one.file.path;
  return one.kind === 'native' ? `${one.type} (native)` : `${one.type} (existing)`;
}
