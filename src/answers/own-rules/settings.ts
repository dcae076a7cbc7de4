import { parsePath } from '../../../avm-catalog/constitution/custom/path.ts';
import type { IssueProblem } from '../issues.ts';
import { plain } from '../characters.ts';
import { resolvePath } from '../paths.ts';

/** Whether a rule can read a setting: those of components, and of the workload its name. */
function isReadable([first = '', ...rest]: readonly string[]): boolean {
  return first === 'workload' ? rest.join('.') === 'name' : ['spec', 'components'].includes(first);
}

/** Settings in the conditions of custom rules that don’t exist. */
export function settingProblems(own: object = {}): readonly IssueProblem[] {
  return settingsIn(own, ['constitution', 'own']).flatMap(({ path, text }) => {
    const keys = (parsePath(text) ?? []).map((step) => (step.kind === 'key' ? step.name : '0'));
    if (keys[0] === 'tags' && keys.length === 2) return [];
    const place = resolvePath(keys.join('.'));
    if ('path' in place && isReadable(place.path)) return [];
    const near = 'findings' in place ? nearestIn(place.findings) : undefined;
    const args = { path: plain(text), ...(near === undefined ? {} : { nearest: near }) };
    return [{ code: 'setting-unknown', path, args }];
  });
}

function nearestIn([finding]: readonly { readonly args: object }[]): string | undefined {
  const { nearest } = (finding?.args ?? {}) as { readonly nearest?: string };
  return nearest;
}

interface Named {
  readonly path: readonly string[];
  readonly text: string;
}

function settingsIn(value: unknown, path: readonly string[]): readonly Named[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const at = [...path, key];
    return key === 'setting' && typeof inner === 'string' ? [{ path: at, text: inner }] : settingsIn(inner, at);
  });
}
