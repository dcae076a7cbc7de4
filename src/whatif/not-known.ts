import type { Inventory } from './inventory.ts';
import type { PropertyChange, ResourceChange, WhatIf } from './model.ts';

/** `noise` if nothing but noise is reported; `outside` if the resource surely isn’t in the template. */
export type Verdict = 'change' | 'noise' | 'unchanged' | 'outside' | 'unknown';

/** Why a result doesn’t say what happens to a resource. */
type Unknown =
  | 'ignored'
  | 'outside'
  | 'unsupported'
  | 'deploy'
  | 'potential'
  | 'unresolved-id'
  | 'unresolved-value'
  | 'new-word'
  | 'diagnostic'
  | 'missing'
  | 'failed';

/** Something that nobody may call unchanged. */
export interface NotKnown {
  /** ID of the resource or of the nested deployment; empty for the result as a whole. */
  readonly id: string;
  readonly why: Unknown;
  /** What Azure says, or the paths of properties. */
  readonly detail: string;
  /** False if it surely isn’t part of this deployment, so that there can be no changes in spite of it. */
  readonly decides: boolean;
}

/** Why it is open whether a resource changes; nothing if it isn’t. */
export function whyUnknown(
  change: ResourceChange,
  verdict: Verdict,
  open: readonly PropertyChange[],
): readonly NotKnown[] {
  const { id, kind, certain, said, unsupportedReason } = change;
  const tell = (why: Unknown, detail = '', decides = true): readonly NotKnown[] => [{ id, why, detail, decides }];
  if (verdict === 'outside') return tell('outside', '', false);
  if (verdict !== 'unknown') return [];
  if (kind === 'ignore') return tell('ignored');
  if (kind === 'unsupported') return tell('unsupported', unsupportedReason);
  if (kind === 'unknown') return tell('new-word', said);
  if (kind === 'deploy') return tell('deploy');
  if (/\[/.test(id)) return tell('unresolved-id', change.type);
  if (!certain) return tell('potential', said);
  return tell('unresolved-value', open.map(({ path }) => path).join(', '));
}

/** What the result as a whole leaves open: nested deployments that Azure skipped, and resources that it doesn’t mention. */
export function openQuestions(
  { diagnostics, changes, status }: WhatIf,
  inventory: Inventory | undefined,
): readonly NotKnown[] {
  const isDone = status === '' || /^succeeded$/i.test(status);
  const warned = diagnostics.filter(({ level }) => level !== 'info');
  const missing = inventory?.missingFrom(changes) ?? [];
  // If the result mentions everything that the template sets, a skipped nested deployment hides nothing.
  const isWhole = inventory !== undefined && missing.length === 0;
  return [
    ...(isDone ? [] : [{ id: '', why: 'failed' as const, detail: status, decides: true }]),
    ...warned.map(({ target, code, message }) => ({
      id: target,
      why: 'diagnostic' as const,
      detail: [code, message].filter(Boolean).join(': '),
      decides: !(isWhole && isSkipped(code)),
    })),
    ...missing.map(({ id, type }) => ({ id, why: 'missing' as const, detail: type, decides: true })),
  ];
}

const isSkipped = (code: string): boolean => /^NestedDeployment\w*Skipped/i.test(code);
