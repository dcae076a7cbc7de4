import { join } from 'node:path';
import { makeFinding, type Finding } from '../../findings/finding.ts';
import { withoutRoot } from '../bicep/diagnostics.ts';
import type { Machine } from '../bicep/folders.ts';
import { surroundings } from '../bicep/programs.ts';
import { run } from '../bicep/run.ts';
import type { Registry } from './source.ts';
import { trustedNames, trustName } from './trust.ts';

interface RestoreInput {
  readonly bicep: string;
  readonly root: string;
  /** Path inside the workspace. */
  readonly template: string;
  readonly registry: Registry;
  readonly machine: Machine;
  /** Milliseconds after which it is given up. */
  readonly timeout: number;
}

interface Complaint {
  readonly code: string;
  /** `localhost:5000/bicep/avm/res/network/virtual-network:0.10.1`, or empty. */
  readonly artifact: string;
  readonly message: string;
}

const blocked = 'BCP446';
const notRestored = new Set(['BCP190', 'BCP192', blocked]);
const notThere = /artifact does not exist|MANIFEST_UNKNOWN|NAME_UNKNOWN|manifest unknown|\b404\b/i;

/**
 * Brings the modules of the template into the user's own module cache. A process of its own, since
 * the server has no such method. One finding for a registry that can't be reached, however many
 * modules it has.
 */
export async function restoreModules(input: RestoreInput): Promise<Finding[]> {
  const { bicep, root, template, machine, timeout } = input;
  const args = ['restore', join(root, template)];
  const { code, stderr, failure } = await run(bicep, args, { ...surroundings(machine, bicep), timeout });
  if (code === 0) return [];
  const said = withoutRoot(stderr, root);
  return judge(readComplaints(said), failure ?? said.trim(), input);
}

function judge(complaints: readonly Complaint[], said: string, input: RestoreInput): Finding[] {
  const { registry, machine, template } = input;
  const { host } = registry;
  const others = complaints.filter(({ code }) => !notRestored.has(code));
  if (others.length > 0) {
    return others.map(({ code, message }) => makeFinding(`bicep/${code}`, 'error', { message }, { file: template }));
  }
  if (complaints.some(({ code }) => code === blocked)) {
    const args = { host, name: trustName(host), trusted: trustedNames(machine.env) };
    return [makeFinding('modules/untrusted-registry', 'error', args)];
  }
  const missing = complaints.filter(({ message }) => notThere.test(message));
  if (missing.length > 0) {
    const modules = [...new Set(missing.map(({ artifact }) => artifact))].toSorted();
    return [makeFinding('modules/not-in-registry', 'error', { host, modules })];
  }
  const detail = complaints[0]?.message ?? said;
  return [makeFinding('modules/unreachable', 'error', { host, detail })];
}

/** Lines are written `main.bicep(12,8) : Error BCP192: message [link]`; a stack trace may follow. */
function readComplaints(text: string): Complaint[] {
  const line = /^.*\(\d+,\d+\) : Error ([\w-]+): (.*)$/gm;
  return [...text.matchAll(line)].map(([, code = '', message = '']) => {
    const artifact = /with reference "br:([^"]+)"/.exec(message)?.[1] ?? '';
    return { code, artifact, message: reasonIn(message) };
  });
}

/** The reason without what surrounds it: the compiler repeats it for each of its tries. */
function reasonIn(message: string): string {
  const reason = message
    .replace(/ \[https:\S+\]$/, '')
    .replace(/^Unable to restore the artifact with reference "[^"]*": /, '')
    .replace(/^Unhandled exception: [\w.]+: /, '');
  if (!reason.startsWith('Retry failed')) return reason;
  return /RetryPolicy\. \(([^()]*(?:\([^()]*\))?[^()]*)\)/.exec(reason)?.[1] ?? reason;
}
