import type { Finding, Place, Severity } from '../findings/finding.ts';

/** A finding; where it has an id that an edit elsewhere does not change, with that. */
type Told = Finding & { readonly id?: string };

interface SarifOptions {
  /** The prose of a finding. */
  readonly describe: (finding: Finding) => string;
  readonly toolVersion: string;
  /** Controls of baselines, by rule. */
  readonly controls?: ReadonlyMap<string, readonly string[]>;
  /** Where a finding is that names no file; @default avm.yaml */
  readonly fallbackFile?: string;
  /** What the run rests on, and what has no result of its own: a result of another kind than `fail` shows as an alert. */
  readonly properties?: object;
}

interface SarifLog {
  readonly $schema: string;
  readonly version: '2.1.0';
  readonly runs: readonly SarifRun[];
}

interface SarifRun {
  readonly tool: {
    readonly driver: {
      readonly name: string;
      readonly semanticVersion: string;
      readonly rules: readonly { readonly id: string }[];
    };
  };
  readonly columnKind: 'utf16CodeUnits';
  readonly results: readonly SarifResult[];
  readonly properties?: object;
}

interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: Severity;
  readonly message: { readonly text: string };
  readonly locations: readonly SarifLocation[];
  /** The same for the same finding, wherever its line has moved to. */
  readonly partialFingerprints: { readonly 'avmFinding/v1': string };
  /** Of what a waiver covers. */
  readonly suppressions?: readonly SarifSuppression[];
  readonly properties: {
    readonly ids: readonly string[];
    /** Controls of baselines that the rules are part of. */
    readonly tags?: readonly string[];
    readonly environment?: string;
    readonly answer?: string;
  };
}

interface SarifSuppression {
  readonly kind: 'external';
  readonly status: 'accepted';
  readonly justification: string;
}

interface SarifLocation {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string };
    readonly region?: { readonly startLine: number; readonly startColumn?: number };
  };
  readonly logicalLocations?: readonly { readonly fullyQualifiedName: string }[];
}

const schema = 'https://json.schemastore.org/sarif-2.1.0.json';

/** Findings as a SARIF 2.1.0 log; rules are listed sorted by code, results in the order given. */
export function toSarif(findings: readonly Told[], options: SarifOptions): SarifLog {
  const codes = [...new Set(findings.map(({ code }) => code))].toSorted();
  const driver = {
    name: 'create-avm',
    semanticVersion: options.toolVersion,
    rules: codes.map((id) => ({ id })),
  };
  const fingerprints = fingerprintsOf(findings);
  const properties = options.properties ? { properties: options.properties } : {};
  const results = findings.map((finding, index) => resultOf(finding, fingerprints[index] ?? '', codes, options));
  return {
    $schema: schema,
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results, ...properties }],
  };
}

/** Of findings that are alike but for their lines, each after the first has its number. */
function fingerprintsOf(findings: readonly Told[]): readonly string[] {
  const met = new Map<string, number>();
  return findings.map(({ id, code, where, ids }) => {
    const { file = '', answer = '', environment = '', resource = '' } = where;
    const own = id ?? [code, file, answer, environment, resource, ids.join(' ')].join('|');
    const count = (met.get(own) ?? 0) + 1;
    met.set(own, count);
    return count === 1 ? own : `${own}|${count}`;
  });
}

function resultOf(finding: Finding, fingerprint: string, codes: readonly string[], options: SarifOptions): SarifResult {
  const { code, severity, where, ids } = finding;
  const { environment, answer } = where;
  const tags = [...new Set(ids.flatMap((id) => options.controls?.get(id) ?? []))];
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: severity,
    message: { text: options.describe(finding) },
    locations: [locationOf(where, options.fallbackFile ?? 'avm.yaml')],
    partialFingerprints: { 'avmFinding/v1': fingerprint },
    ...suppression(finding),
    properties: {
      ids,
      ...(tags.length === 0 ? {} : { tags }),
      ...(environment === undefined ? {} : { environment }),
      ...(answer === undefined ? {} : { answer }),
    },
  };
}

function suppression({ code, args }: Finding): Pick<SarifResult, 'suppressions'> {
  if (code !== 'rule-waived') return {};
  const { waiver, reason, approvedBy, until } = args;
  const justification = `${waiver}: ${reason} (${approvedBy}, until ${until})`;
  return { suppressions: [{ kind: 'external', status: 'accepted', justification }] };
}

function locationOf(where: Place, fallbackFile: string): SarifLocation {
  const { file, line, column, resource } = where;
  const region = line === undefined ? undefined : { startLine: line, ...startColumn(column) };
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(file ?? fallbackFile) },
      ...(region === undefined ? {} : { region }),
    },
    ...(resource === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: resource }] }),
  };
}

function startColumn(column: number | undefined): { startColumn?: number } {
  return column === undefined ? {} : { startColumn: column };
}

function uriOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
