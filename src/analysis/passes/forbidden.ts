import type { Rule } from '../../../avm-catalog/rule.ts';
import { documentPaths, type Documents } from '../documents.ts';
import { teller, type Told } from '../tell.ts';

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
/** One of these is in whatever the patterns match: most lines are left out at once. */
const hint =
  /public |publicN|password|secrets? |allow|permit|open|native |latest|newest|floating|unpinned|shared key|account key|Owner/i;
const negated = /\b(?:no|not|never|none|nobody|without|instead of|forbid\w*|den(?:y|ies|ied)|disabled|refuse[sd]?)\b/i;

/** Lines of plan and tasks that ask for what a rule forbids, unless they say that it is not to be. */
export function forbidden({ plan, tasks, folder }: Documents, on: readonly Rule[]): readonly Told[] {
  const patterns = on.flatMap(({ definition: { id, title }, level }) => {
    const pattern = asked[id];
    return pattern
      ? [{ id, title, pattern, weight: level === 'must' ? ('CRITICAL' as const) : ('HIGH' as const) }]
      : [];
  });
  const paths = documentPaths(folder);
  const read = [
    [paths.plan, plan?.prose ?? []],
    [paths.tasks, tasks?.text.prose ?? []],
  ] as const;
  return read.flatMap(([file, prose]) =>
    prose
      .filter(({ section, text }) => section !== 'Constitution Check' && hint.test(text) && !negated.test(text))
      .flatMap(({ text, line }) =>
        patterns
          .filter(({ pattern }) => pattern.test(text))
          .map(({ id, title, weight }) =>
            tell(weight, 'asks-for-forbidden', { file, line, subject: id }, { title, says: text }),
          ),
      ),
  );
}
