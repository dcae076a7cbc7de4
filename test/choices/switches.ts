import { isDeepStrictEqual } from 'node:util';
import { armTypeOf } from '../../avm-catalog/azure/module-types.ts';
import { componentNamed, components } from '../../avm-catalog/components/index.ts';
import { ownValue } from '../../src/bicep/own.ts';
import { variable } from '../../src/bicep/value.ts';
import { cases, readCase } from '../cases/cases.ts';
import { choices, onAndOff, type Choice } from './table.ts';

interface Switch {
  /** Of the component, and of the case that has it on in one environment and off in another. */
  readonly name: string;
  readonly choices: readonly Choice[];
}

const written = new Set(choices.map(({ setting }) => setting));

/** Switches without a row in the table: the case of the component has both choices, and its plan says what they end in. */
export const switches: readonly Switch[] = components.flatMap(({ name }) =>
  switchOf(name) === undefined || written.has(`${switchOf(name)}`) ? [] : [{ name, choices: switchRows(name, name) }],
);

function switchOf(name: string): string | undefined {
  const { inputs } = componentNamed(name) ?? {};
  return ownValue(inputs?.switchOn, 'enabled') === true ? `${inputs?.token.key}.enabled` : undefined;
}

/** The resource of the first module that the component has in a case, by its type and the beginning of its name. */
export function switchRows(name: string, of: string): readonly Choice[] {
  const setting = switchOf(name) ?? '';
  if (!cases.includes(of)) throw new Error(`${setting} has no row in table.ts, and there is no test/cases/${of}`);
  const { plan, spec } = readCase(of).generated;
  const own = plan?.resources.find((one) => one.components.includes(name) && one.kind === 'module');
  const type = own?.kind === 'module' ? armTypeOf(own.module) : undefined;
  if (own?.kind !== 'module' || type === undefined)
    throw new Error(`${setting} needs a row in table.ts: test/cases/${of} does not show its end`);
  const named = plan?.names.find(({ key }) => isDeepStrictEqual(own.params['name'], variable('names', key)));
  const [value = ''] = Object.values(named?.values ?? {});
  return onAndOff(setting, type, `/${value.slice(0, Math.max(0, value.indexOf(spec.workload.name)))}`);
}
