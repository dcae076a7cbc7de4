import { literal } from '../../avm-catalog/constitution/rules/name-texts.ts';
import { ownValue } from '../bicep/own.ts';
import type { Plan } from '../plan/plan.ts';
import { computedText } from '../plan/computed-text.ts';
import type { Snapshot } from './snapshot.ts';

const guid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

/**
 * A snapshot with `x` for what a deployment computes of names: a snapshot is taken for a made-up subscription, so what it
 * computes there is no fact. Names are then those of the documents.
 */
export function maskNames(snapshot: Snapshot, plan: Named): Snapshot {
  const { resources, outputs } = snapshot;
  return { ...snapshot, ...masked({ resources, outputs }, maskOf(snapshot, plan)) };
}

/** The same value with every text in it masked. */
export function masked<T extends object>(value: T, mask: Mask): T {
  return JSON.parse(mask(JSON.stringify(value))) as T;
}

type Named = Pick<Plan, 'names' | 'variables'>;

type Mask = (text: string) => string;

export function maskOf(snapshot: Snapshot, plan: Named): Mask {
  const hidden = computedText(plan);
  const computed = plan.names
    .map(({ values }) => ownValue(values, snapshot.environment) ?? '')
    .filter((name) => hidden !== '' && name.includes(hidden))
    .map((name) => {
      const at = name.lastIndexOf(hidden);
      const [before, after] = [name.slice(0, at), name.slice(at + hidden.length)].map(literal);
      return [new RegExp(`${before}[a-z2-7]{${hidden.length}}${after}`, 'g'), name] as const;
    });
  const assignments = snapshot.resources
    .filter(({ type, name }) => type.toLowerCase() === 'microsoft.authorization/roleassignments' && guid.test(name))
    .map(({ name }, index) => [name, numbered(index + 1)] as const);
  return (text) => {
    const plain = computed.reduce((done, [from, to]) => done.replace(from, to), text);
    return assignments.reduce((done, [from, to]) => done.replaceAll(from, to), plain);
  };
}

/** Role assignments are named by a GUID that is computed; each keeps a name of its own. */
function numbered(number: number): string {
  return `xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxx${String(number).padStart(2, '0')}`;
}
