import type { ModuleIndex } from '../../../avm-catalog/modules/format.ts';
import type { ModuleInterface, ParameterNode, TypeNode } from '../../../avm-catalog/modules/interface.ts';
import { latestVersion, loadIndex, loadInterface } from '../../../avm-catalog/modules/load.ts';
import { describe } from '../../findings/describe.ts';
import { printEnvelope } from '../shared/envelope.ts';
import { exit, type ExitCode } from '../shared/exit.ts';
import { Failure } from '../shared/failure.ts';
import { table } from '../shared/table.ts';
import type { Paint, Terminal } from '../shared/terminal.ts';
import { addedHere } from './workspace-catalog.ts';

export async function runShow(
  reference: string,
  { json }: { readonly json?: boolean },
  terminal: Terminal,
): Promise<ExitCode> {
  const { out, paint, cwd } = terminal;
  const [named = '', version] = reference.replace(/^br\/public:/, '').split(/[@:]/);
  const added = addedHere(cwd);
  const module = fullName(named, loadIndex(added));
  const loaded = loadInterface(module, version ?? latestVersion(module, added) ?? '', added);
  if ('finding' in loaded) {
    const { message, remedy } = describe(loaded.finding);
    throw new Failure({ code: loaded.finding.code, what: `${message}.`, remedy });
  }
  if (json) printEnvelope(terminal, { data: loaded.interface });
  else for (const line of interfaceLines(loaded.interface, paint)) out(line);
  return exit.clean;
}

/** `network/nat-gateway` is `avm/res/network/nat-gateway`. */
function fullName(named: string, known: ModuleIndex): string {
  return [named, `avm/${named}`, `avm/res/${named}`].find((one) => Object.hasOwn(known, one)) ?? named;
}

function interfaceLines(
  { module, version, scope, parameters, outputs, types }: ModuleInterface,
  paint: Paint,
): readonly string[] {
  const rows = Object.entries(parameters).map(([name, node]) => [name, need(node), typeText(node)]);
  return [
    `${paint('bold', `br/public:${module}:${version}`)}${scope ? ` (${scope})` : ''}`,
    '',
    paint('bold', 'Parameters'),
    ...table(rows.toSorted((a, b) => Number(b[1] === 'required') - Number(a[1] === 'required'))),
    '',
    paint('bold', 'Outputs'),
    ...table(Object.entries(outputs).map(([name, node]) => [name, typeText(node)])),
    ...(Object.keys(types).length === 0
      ? []
      : ['', paint('dim', `${Object.keys(types).length} types, which --json prints`)]),
  ];
}

function need(node: ParameterNode): string {
  if (node.secure) return node.hasDefault || node.nullable ? 'secure' : 'required, secure';
  return node.hasDefault || node.nullable ? '' : 'required';
}

function typeText(node: TypeNode): string {
  if (node.ref !== undefined) return node.ref;
  if (node.allowedValues) return node.allowedValues.map((value) => JSON.stringify(value)).join(' | ');
  if (node.type === 'array' && node.items) return `${typeText(node.items)}[]`;
  const low = node.minValue ?? node.minLength;
  const high = node.maxValue ?? node.maxLength;
  const range = low === undefined && high === undefined ? '' : ` (${low ?? ''}..${high ?? ''})`;
  return `${node.type ?? 'any'}${range}`;
}
