import { plain } from './characters.ts';
import type { Finding, FindingArguments } from './finding.ts';
import { analysis } from './messages/analysis.ts';
import { answers } from './messages/answers.ts';
import { checks } from './messages/checks.ts';
import { ownRules } from './messages/own-rules.ts';
import { plan } from './messages/plan.ts';
import { settings } from './messages/settings.ts';
import { secrets } from './messages/secrets.ts';
import { workspace } from './messages/workspace.ts';
import { ownValue } from '../bicep/own.ts';

/** What happened, and what to do about it. */
export interface Message {
  readonly message: string;
  readonly remedy: string;
}
export type MessageTemplate = (args: FindingArguments) => Message;

const messages: Readonly<Record<string, MessageTemplate>> = {
  ...answers,
  ...secrets,
  ...plan,
  ...settings,
  ...workspace,
  ...ownRules,
  ...checks,
  ...analysis,
};

/** The prose of a finding; a code without prose is a bug, and says so. */
export function describe(finding: Finding): Message {
  const found = ownValue(messages, finding.code) ?? ownValue(messages, finding.code.split('/')[0] ?? '');
  if (!found) throw new Error(`no message for the finding ${finding.code}`);
  return found(seen(finding.args));
}

/** Arguments come from files, programs and people: none of them ends a line or steers a terminal. */
function seen(args: FindingArguments): FindingArguments {
  const entries = Object.entries(args).map(([key, value]) => {
    if (typeof value === 'string') return [key, plain(value)] as const;
    return [key, Array.isArray(value) ? value.map(plain) : value] as const;
  });
  return Object.fromEntries(entries);
}

/** Where a finding is, on one line: `avm.yaml:12:3`, `spec.network (prod)`; empty where nothing is known. */
export function place({ where }: Finding): string {
  const position =
    where.line === undefined ? '' : `:${where.line}${where.column === undefined ? '' : `:${where.column}`}`;
  const file = where.file === undefined ? '' : where.file + position;
  const parts = [file, where.answer ?? '', where.resource ?? ''].filter((part) => part !== '');
  const environment = where.environment === undefined ? '' : ` (${where.environment})`;
  return plain(parts.join(' ') + (parts.length > 0 ? environment : environment.trim()));
}
