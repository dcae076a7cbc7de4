import { changeEffects, type ChangeEffect } from '../../avm-catalog/constitution/changes.ts';
import { effectsOf, replacing } from './effects.ts';
import type { ExpectedResource, Inventory, Origin } from './inventory.ts';
import { isExpression, sortProperties, type Noise } from './noise.ts';
import type { PropertyChange, ResourceChange, Shift, WhatIf } from './model.ts';
import { openQuestions, whyUnknown, type NotKnown, type Verdict } from './not-known.ts';

export interface Assessed {
  readonly change: ResourceChange;
  readonly verdict: Verdict;
  readonly effects: readonly ChangeEffect[];
  readonly real: readonly PropertyChange[];
  readonly noise: readonly Noise[];
  /** Properties that Azure refuses to change. */
  readonly replacing: readonly string[];
  readonly origin: Origin | undefined;
}

export type Changes = 'yes' | 'no' | 'unknown';

export interface Assessment {
  readonly result: WhatIf;
  /** The most dangerous first, then by ID. */
  readonly resources: readonly Assessed[];
  readonly notKnown: readonly NotKnown[];
  readonly changes: Changes;
}

/** What a result says, and what it leaves open; `inventory` if the template is known that it is of. */
export function assess(result: WhatIf, inventory: Inventory | undefined): Assessment {
  const all = result.changes.map((one) => assessed(one, inventory));
  const resources = all.toSorted(byDanger);
  const notKnown = [
    ...resources.flatMap(({ change, verdict, real }) => whyUnknown(change, verdict, real)),
    ...openQuestions(result, inventory),
  ];
  const isChanged =
    resources.some(({ verdict, change }) => verdict === 'change' && change.certain) ||
    result.denySettings.length > 0 ||
    result.deploymentScope !== undefined;
  const isOpen = notKnown.some(({ decides }) => decides);
  return { result, resources, notKnown, changes: isChanged ? 'yes' : isOpen ? 'unknown' : 'no' };
}

function assessed(change: ResourceChange, inventory: Inventory | undefined): Assessed {
  const expected = inventory?.find(change.id, change.type);
  const { real, unresolved, noise } = sortProperties(change, expected);
  const verdict = verdictOf(change, { real, unresolved, noise }, inventory, expected);
  return {
    change,
    verdict,
    effects: effectsOf(change, [...real, ...unresolved]),
    real: [...real, ...unresolved],
    noise,
    replacing: replacing(change, real).map(({ path }) => path),
    origin: expected?.origin,
  };
}

function verdictOf(
  change: ResourceChange,
  { real, unresolved, noise }: ReturnType<typeof sortProperties>,
  inventory: Inventory | undefined,
  expected: ExpectedResource | undefined,
): Verdict {
  const { kind, certain, managed, denied } = change;
  if (kind === 'ignore') return inventory?.isClosed(change.type) && expected === undefined ? 'outside' : 'unknown';
  if (['unsupported', 'unknown', 'deploy'].includes(kind) || isOpenId(change.id)) return 'unknown';
  if (!certain) return 'unknown';
  const isShifted = shifts(managed) || shifts(denied);
  if (kind === 'nochange') return isShifted ? 'change' : 'unchanged';
  if (kind !== 'modify' || isShifted || real.length > 0) return 'change';
  if (unresolved.length > 0) return 'unknown';
  return noise.length > 0 ? 'noise' : 'change';
}

/** Microsoft’s own examples have `notManaged` for `unmanaged`: whatever isn’t `managed` isn’t managed. */
function shifts(shift: Shift | undefined): boolean {
  if (!shift) return false;
  const word = (text: string): string => {
    const plain = text.toLowerCase();
    return ['', 'notmanaged', 'unmanaged'].includes(plain) ? 'none' : plain;
  };
  return word(shift.before) !== word(shift.after);
}

const isOpenId = (id: string): boolean =>
  isExpression(id) || /\[(?:reference|parameters|variables|format|concat)\(/.test(id);

function byDanger(a: Assessed, b: Assessed): number {
  const rank = ({ effects: has, verdict }: Assessed): number => {
    const worst = changeEffects.findIndex((one) => has.includes(one));
    if (worst >= 0) return worst;
    return changeEffects.length + ['change', 'unknown', 'noise', 'outside', 'unchanged'].indexOf(verdict);
  };
  const [first, second] = [a.change.id.toLowerCase(), b.change.id.toLowerCase()];
  return rank(a) - rank(b) || (first < second ? -1 : Number(first > second));
}
