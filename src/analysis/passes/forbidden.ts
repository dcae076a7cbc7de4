import type { Rule } from '../../../avm-catalog/constitution/rule.ts';
import { documentPaths, type Documents } from '../documents.ts';
import { teller, type Told } from '../tell.ts';
import { ownValue } from '../../bicep/own.ts';

const tell = teller('constitution');

/** What a plan or a task asks for in words that a rule forbids. */
const asked: Readonly<Record<string, RegExp>> = {
  'ARC-002': /\bnative (?:resource|role assignment)s? (?:instead|rather)\b/i,
  'ARC-003': /\b(?:latest|newest|floating) (?:module )?version of (?:the|each|every|all) modules?\b|\bunpinned\b/i,
  'SEC-002':
    /\b(?:allow|open|permit)(?:s|ed)? (?:inbound|incoming|rdp|remote desktop|ssh|port 3389)[^.;|]{0,60}\b(?:internet|anywhere|any source|0\.0\.0\.0\/0)/i,
  'SEC-004': /\bpublic (?:ip )?address (?:for|of|on|to) the (?:virtual )?machine\b/i,
  'SEC-008':
    /\bpublic (?:network )?access (?:is |stays |set to |to )?(?:on|enabled|allowed|open)\b|publicNetworkAccess: 'Enabled'/i,
  'SEC-012':
    /\b(?:password|secret)s? (?:is |are )?(?:computed|derived|generated|made|built|hard-?coded)\b[^.;|]{0,60}|\buniqueString\b[^.;|]{0,60}\bpassword\b|\bpassword\b[^.;|]{0,60}\buniqueString\b/i,
  'SEC-014': /\bshared keys? (?:is |are |access )?(?:allowed|enabled|used|on)\b|\bwith (?:its|the) account key\b/i,
  'SEC-018': /\bOwner role\b|\brole (?:of )?Owner\b/,
  'SEC-020': /\b(?:allow|permit)(?:s|ed|-)? ?(?:all|any) (?:outbound|traffic|protocol|port)/i,
};
/**
 * Of each list one is in whatever the pattern matches, in lower case. A text without them is not looked through at all:
 * patterns that take either case are slow to make.
 */
const hints: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'ARC-002': [[' instead', ' rather'], ['native ']],
  'ARC-003': [['version of', 'unpinned']],
  'SEC-002': [
    ['internet', 'anywhere', 'any source', '0.0.0.0/0'],
    ['allow', 'open', 'permit'],
  ],
  'SEC-004': [['public address', 'public ip address']],
  'SEC-008': [['public access', 'public network access', "publicnetworkaccess: 'enabled'"]],
  'SEC-012': [
    ['computed', 'derived', 'generated', 'made', 'built', 'hardcoded', 'hard-coded', 'uniquestring'],
    ['password', 'secret'],
  ],
  'SEC-014': [['shared key', 'account key']],
  'SEC-018': [['owner role', 'role owner', 'role of owner']],
  'SEC-020': [
    ['allow', 'permit'],
    [
      'all outbound',
      'any outbound',
      'all traffic',
      'any traffic',
      'all protocol',
      'any protocol',
      'all port',
      'any port',
    ],
  ],
};
const negated = /\b(?:no|not|never|none|nobody|without|instead of|forbid\w*|den(?:y|ies|ied)|disabled|refuse[sd]?)\b/i;

/** Lines of plan and tasks that ask for what a rule forbids, unless they say that it is not to be. */
export function forbidden({ plan, tasks, folder }: Documents, on: readonly Rule[]): readonly Told[] {
  const patterns = on.flatMap(({ definition: { id, title }, level }) => {
    const pattern = ownValue(asked, id);
    return pattern
      ? [{ id, title, pattern, weight: level === 'must' ? ('CRITICAL' as const) : ('HIGH' as const) }]
      : [];
  });
  const paths = documentPaths(folder);
  const read = [
    [paths.plan, plan],
    [paths.tasks, tasks?.text],
  ] as const;
  return read.flatMap(([file, text]) => {
    const all = (text?.lines ?? []).join('\n').toLowerCase();
    const hinted = patterns.filter(({ id }) => isHinted(all, id));
    if (hinted.length === 0) return [];
    return (text?.prose ?? []).flatMap(({ text: says, line, section }) => {
      if (section === 'Constitution Check') return [];
      const lower = says.toLowerCase();
      return hinted
        .filter(({ id, pattern }) => isHinted(lower, id) && pattern.test(says) && !negated.test(says))
        .map(({ id, title, weight }) =>
          tell(weight, 'asks-for-forbidden', { file, line, subject: id }, { title, says }),
        );
    });
  });
}

function isHinted(text: string, id: string): boolean {
  return (ownValue(hints, id) ?? []).every((words) => words.some((word) => text.includes(word)));
}
