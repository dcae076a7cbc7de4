import { beforeWorkspace, type Before } from './before-workspace.ts';
import { plain } from './characters.ts';
import type { Code, Finding } from './finding.ts';
import { messages } from './messages/index.ts';
import type { Message } from './messages/message.ts';

/** The prose of a finding. */
export function describe({ code, args, where }: Finding): Message {
  const template: (args: never, where: Finding['where']) => Message = messages[keyOf(code)];
  // A finding is made with the arguments that its message takes.
  return template(seen(args) as never, where);
}

/** The same, with a remedy that can be followed before there is a workspace. */
export function describeBefore(finding: Finding, before: Before): Message {
  const { message, remedy } = describe(finding);
  return { message, remedy: beforeWorkspace(remedy, before) };
}

function keyOf(code: Code): keyof typeof messages {
  const isMessage = (key: string): key is keyof typeof messages => Object.hasOwn(messages, key);
  if (isMessage(code)) return code;
  const [family = ''] = code.split('/');
  if (isMessage(family)) return family;
  throw new Error(`no message has the code ${code}`);
}

/** Arguments come from files, programs, and people: none of them ends a line or controls a terminal. */
function seen(args: object): object {
  const entries = Object.entries(args).map(([key, value]: [string, unknown]) => {
    if (typeof value === 'string') return [key, plain(value)] as const;
    return [key, Array.isArray(value) ? value.map(plain) : value] as const;
  });
  return Object.fromEntries(entries);
}

/** Message and remedy of a finding, as text that ends each sentence once. */
export function sentences(finding: Finding): string {
  const { message, remedy } = describe(finding);
  return [message, remedy]
    .filter(Boolean)
    .join('. ')
    .replaceAll(/([.!?])\. /g, '$1 ');
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
