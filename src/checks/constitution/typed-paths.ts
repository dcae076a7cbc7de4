import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parsePath } from '../../../avm-catalog/constitution/custom/path.ts';
import { ofType } from '../../../avm-catalog/constitution/custom/related.ts';
import { Estate } from '../../../avm-catalog/constitution/estate.ts';
import type { Finding } from '../../findings/finding.ts';
import type { BicepSession } from '../bicep/session.ts';
import type { PredictedResource, Snapshot } from '../snapshot.ts';

/** What the compiler says of a property that a type doesn’t have: alone, and with the one that may be meant. */
const unknownProperty = new Set(['BCP053', 'BCP083']);
/** The compiler has no types for a resource type or its version. */
const untyped = 'BCP081';

/**
 * Findings without those about a path that is real and only not set here: the compiler’s types of Azure’s resources have
 * it. Nothing is compiled unless there is such a finding.
 */
export async function withoutRealPaths(
  session: BicepSession,
  findings: readonly Finding[],
  snapshots: readonly Snapshot[],
): Promise<readonly Finding[]> {
  const resources = snapshots.flatMap((one) => one.resources);
  const probed = findings.flatMap((finding) => {
    const probe = finding.code === 'constitution/dead-path' ? probeOf(finding.args, resources) : undefined;
    return probe === undefined ? [] : [{ finding, probe }];
  });
  if (probed.length === 0) return findings;
  const isReal = await realIn(
    session,
    probed.map(({ probe }) => probe),
  );
  const real = new Set(probed.filter((_, index) => isReal[index]).map(({ finding }) => finding));
  return findings.filter((one) => !real.has(one));
}

interface Probe {
  readonly type: string;
  readonly apiVersion: string;
  /** As Bicep has it: `.properties.rules[0].name`. */
  readonly access: string;
}

const identifier = /^[A-Za-z_]\w{0,100}$/;
const resourceType = /^[A-Za-z][\w.]*(\/[A-Za-z]\w*)+$/;
const apiVersion = /^\d{4}-\d\d-\d\d(-[a-z]+)?$/;

/** Nothing if the path can’t be written in Bicep without escaping. */
function probeOf(
  { path, type }: { readonly path: string; readonly type: string },
  resources: readonly PredictedResource[],
): Probe | undefined {
  const [first] = ofType(new Estate(resources), type.split(' or '));
  const found = resources.find((one) => one.id === first?.id && one.type === first.type);
  const steps = parsePath(path) ?? [];
  if (!found || !resourceType.test(found.type) || !apiVersion.test(found.apiVersion)) return undefined;
  if (steps.some((step) => step.kind === 'key' && !identifier.test(step.name))) return undefined;
  const access = steps.map((step) => (step.kind === 'key' ? `.${step.name}` : '[0]')).join('');
  return { type: found.type, apiVersion: found.apiVersion, access };
}

async function realIn(session: BicepSession, probes: readonly Probe[]): Promise<readonly boolean[]> {
  const folder = await mkdtemp(join(tmpdir(), 'create-avm-'));
  try {
    const file = join(folder, 'types.bicep');
    await writeFile(file, probes.flatMap(linesOf).join('\n'), { mode: 0o600 });
    const { diagnostics } = await session.compile(file);
    const codesAt = (line: number): readonly string[] =>
      diagnostics.filter(({ range }) => range.start.line === line).map(({ code }) => code);
    return probes.map((_, index) => {
      const [declared, read] = [codesAt(index * 2), codesAt(index * 2 + 1)];
      return !declared.includes(untyped) && !read.some((code) => unknownProperty.has(code));
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A resource that exists and one of its values, one line each. */
function linesOf({ type, apiVersion: version, access }: Probe, index: number): readonly string[] {
  const name = Array.from({ length: type.split('/').length - 1 }, () => 'x').join('/');
  return [
    `resource r${index} '${type}@${version}' existing = { name: '${name}' }`,
    `output p${index} object = { value: r${index}${access} }`,
  ];
}
