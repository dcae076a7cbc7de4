import { hasZones } from '../../../avm-catalog/azure/regions.ts';
import type { Limitation, Phrase, SharedSentences } from '../../../avm-catalog/kernel/docs.ts';
import { limited } from '../../../avm-catalog/kernel/documents.ts';
import { enumerate } from '../../text/enumerate.ts';
import { code, md } from '../../text/markdown.ts';
import { inOrder } from './documented.ts';
import type { Workspace } from './sides.ts';

/** Limitations that are true of this workspace. */
export function limitations(workspace: Workspace): readonly Limitation[] {
  const ofComponents = workspace.spec.components.flatMap(({ docs }) => docs.limitations?.(workspace) ?? []);
  return inOrder([...ofComponents, ...ofEvery(workspace), ...unmeasured(workspace), ...untagged(workspace)]);
}

/** What is so whatever the workspace is made of. */
function ofEvery(workspace: Workspace): readonly Limitation[] {
  const without = workspace.among(
    workspace.sides.filter((side) => !hasZones(side.core.location.region)),
    workspace.reason(['machine', 'SEC-004', 'TST-003'], workspace.serving('machine')),
  );
  return [
    {
      order: 10,
      text: md`${code('avm check')} compiles and predicts; it deploys nothing. Quota, policies of the subscription, rights and what only Azure knows show in a deployment alone.`,
      reason: workspace.reason(['TST-003', 'environments']),
    },
    {
      order: 20,
      text: md`${code('what-if')} reports some changes that are none: subnets and peerings of a network as deleted, properties that Azure fills in as modified.`,
      reason: workspace.reason(['modules']),
    },
    ...limited(
      180,
      without,
      (where) =>
        md`The region of ${where} has no availability zones: nothing there survives the loss of its datacentre.`,
    ),
  ];
}

function unmeasured(workspace: Workspace): readonly Limitation[] {
  const { words, verb } = sentence(workspace, 'unmeasured', ['have', 'has']);
  if (!workspace.on('OPS-002') || words === '') return [];
  const text = md`${capitalized(words)} ${verb} no diagnostic settings here: what they measure stays in Azure Monitor’s own metrics, for 93 days.`;
  return [{ order: 230, text, reason: workspace.reason(['logs', 'OPS-002']) }];
}

function untagged(workspace: Workspace): readonly Limitation[] {
  const made = sentence(workspace, 'untagged', ['are', 'is']);
  const left = sentence(workspace, 'untaggable', ['get', 'gets']);
  const parts = [
    ...(made.words === ''
      ? []
      : [md`${capitalized(made.words)} ${made.verb} made by Azure, without these tags at first`]),
    ...(left.words === ''
      ? []
      : [md`${made.words === '' ? capitalized(left.words) : left.words} ${left.verb} none from their module`]),
  ];
  if (!workspace.on('TAG-001') || parts.length === 0) return [];
  const joined = parts.reduce((all, one) => md`${all}; ${one}`);
  const text = md`${joined}. A policy that refuses what is untagged has to leave them out.`;
  return [{ order: 240, text, reason: workspace.reason(['TAG-001']) }];
}

/** What components say of themselves in one sentence, with the verb in its plural or its singular. */
function sentence(workspace: Workspace, key: keyof SharedSentences<Phrase>, [plural, singular]: [string, string]) {
  const phrases = inOrder(workspace.spec.components.flatMap(({ docs }) => docs.phrases?.(workspace)[key] ?? []));
  const isOne = phrases.length === 1 && phrases[0]?.singular === true;
  return { words: enumerate(phrases.map(({ words }) => words)), verb: isOne ? singular : plural };
}

function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
