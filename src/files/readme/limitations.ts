import { hasZones } from '../../../avm-catalog/azure/regions.ts';
import type { Limitation, Phrase, SharedSentences } from '../../../avm-catalog/kernel/docs.ts';
import { limited } from '../../../avm-catalog/kernel/documents.ts';
import { enumerate } from '../../text/enumerate.ts';
import { code, md } from '../../text/markdown.ts';
import { joinedReason } from '../reasons.ts';
import { inOrder } from './documented.ts';
import type { Workspace } from './sides.ts';
import { capital } from '../../text/pascal.ts';

/** Limitations that are true of this workspace. */
export function limitations(workspace: Workspace): readonly Limitation[] {
  const ofComponents = workspace.spec.components.flatMap(({ docs }) => docs.limitations?.(workspace) ?? []);
  return once(
    workspace,
    inOrder([...ofComponents, ...ofEvery(workspace), ...unmeasured(workspace), ...untagged(workspace)]),
  );
}

/** What several components say in the same words is one limitation. */
function once({ spec }: Workspace, all: readonly Limitation[]): readonly Limitation[] {
  const texts = [...new Set(all.map(({ text }) => String(text)))];
  return texts.flatMap((text) => {
    const same = all.filter((one) => String(one.text) === text);
    const [first] = same;
    if (!first || same.length === 1) return first ?? [];
    return {
      ...first,
      reason: joinedReason(
        same.map(({ reason }) => reason),
        spec,
      ),
    };
  });
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
      text: md`${code('avm check')} compiles the template and predicts the resources, but it deploys nothing. Only a deployment shows problems with quotas, policies of the subscription, and permissions.`,
      reason: workspace.reason(['TST-003', 'environments']),
    },
    {
      order: 20,
      text: md`${code('what-if')} reports some changes that a deployment doesn’t make: subnets and peerings of a virtual network as deleted, and properties that Azure sets as modified.`,
      reason: workspace.reason(['modules']),
    },
    ...limited(
      180,
      without,
      (where) =>
        md`The region of ${where} has no availability zones. If its datacenter fails, nothing in it remains available.`,
    ),
  ];
}

function unmeasured(workspace: Workspace): readonly Limitation[] {
  const { words, verb } = sentence(workspace, 'unmeasured', ['have', 'has']);
  if (!workspace.on('OPS-002') || words === '') return [];
  const text = md`${capital(words)} ${verb} no diagnostic settings here. Azure Monitor keeps their metrics for 93 days.`;
  return [{ order: 230, text, reason: workspace.reason(['logs', 'OPS-002']) }];
}

function untagged(workspace: Workspace): readonly Limitation[] {
  const made = sentence(workspace, 'untagged', ['are', 'is']);
  const left = sentence(workspace, 'untaggable', ['get', 'gets']);
  const parts = [
    ...(made.words === ''
      ? []
      : [md`${capital(made.words)} ${made.verb} created by Azure, at first without these tags`]),
    ...(left.words === ''
      ? []
      : [md`${made.words === '' ? capital(left.words) : left.words} ${left.verb} no tags from their modules`]),
  ];
  if (!workspace.on('TAG-001') || parts.length === 0) return [];
  const joined = parts.reduce((all, one) => md`${all}; ${one}`);
  const text = md`${joined}. If a policy denies resources without tags, exclude these.`;
  return [{ order: 240, text, reason: workspace.reason(['TAG-001']) }];
}

/** What components say of themselves in one sentence, with the verb in its plural or its singular. */
function sentence(workspace: Workspace, key: keyof SharedSentences<Phrase>, [plural, singular]: [string, string]) {
  const phrases = inOrder(workspace.spec.components.flatMap(({ docs }) => docs.phrases?.(workspace)[key] ?? []));
  const isOne = phrases.length === 1 && phrases[0]?.singular === true;
  return { words: enumerate(phrases.map(({ words }) => words)), verb: isOne ? singular : plural };
}
