import type { CheckReport } from '../checks/check.ts';
import type { PredictedResource, Snapshot } from '../checks/snapshot.ts';
import type { FileSet } from '../files/file-set.ts';
import { Workspace } from '../files/readme/sides.ts';
import type { Plan } from '../plan/plan.ts';
import type { Basis } from '../resolve/states.ts';
import type { Spec } from '../resolve/spec.ts';
import { ruleStates, type RuleState } from '../resolve/states.ts';
import { separated } from '../text/commas.ts';

/** The input of a report. */
export interface ReportRequest {
  readonly spec: Spec;
  readonly plan: Plan;
  readonly files: FileSet;
  /** With all findings of the workspace, those of the interface depth among them. */
  readonly check: CheckReport;
  readonly tool: { readonly name: string; readonly version: string };
  readonly basis: Basis;
}

/** A predicted resource with its anchor in the report. */
export interface ReportedResource {
  readonly anchor: string;
  /** Its name, and the resource that it extends, if any. */
  readonly label: string;
  readonly resource: PredictedResource;
}

/** An ID, a name, or a path that is shown as code, with its target; empty for none. */
export interface Link {
  readonly text: string;
  readonly href: string;
  readonly comma: string;
}

/** The input of the sections of a report. */
export class Subject {
  readonly request: ReportRequest;
  /** Of the environments that were checked only. */
  readonly workspace: Workspace;
  readonly environments: readonly string[];
  readonly rules: readonly RuleState[];
  readonly #told: ReadonlyMap<string, readonly ReportedResource[]>;
  readonly #ruleIds: ReadonlySet<string>;
  readonly #traced: ReadonlySet<string>;

  constructor(request: ReportRequest) {
    const { spec, plan, check } = request;
    this.request = request;
    this.environments = plan.environments.filter((name) => check.environments.includes(name));
    const views = spec.views.filter(({ environment }) => this.environments.includes(environment));
    this.workspace = new Workspace(plan, { ...spec, views });
    this.rules = ruleStates(spec, { ...check, environments: this.environments });
    this.#told = new Map(check.snapshots.map((one) => [one.environment, tell(one)]));
    this.#traced = new Set([...spec.requirements.keys(), ...spec.stories.map(({ id }) => id)]);
    this.#ruleIds = new Set(this.rules.map(({ rule }) => rule.definition.id));
  }

  /** Resources predicted for an environment; nothing where it was not predicted. */
  predicted(environment: string): readonly ReportedResource[] | undefined {
    return this.#told.get(environment);
  }

  find(environment: string, id: string): ReportedResource | undefined {
    return this.predicted(environment)?.find(({ resource }) => resource.id.toLowerCase() === id.toLowerCase());
  }

  /** IDs with the anchor of the rule or of the trace. */
  ids(ids: readonly string[]): readonly Link[] {
    return links(
      ids.map((id) => [id, this.#ruleIds.has(id) ? `#rule-${id}` : this.#traced.has(id) ? `#trace-${id}` : '']),
    );
  }

  /** `everywhere`, or the names of the environments. */
  where(environments: readonly string[]): string {
    const here = this.environments.filter((one) => environments.includes(one));
    return here.length === this.environments.length ? 'everywhere' : here.join(', ') || 'None';
  }
}

function tell({ environment, resources }: Snapshot): readonly ReportedResource[] {
  return resources.map((resource, index) => ({
    anchor: `resource-${environment}-${index + 1}`,
    label: [resource.name, ...extended(resource.id)].join(' on '),
    resource,
  }));
}

/** `nsg-a` of `…/providers/Microsoft.Network/networkSecurityGroups/nsg-a/providers/Microsoft.Insights/diagnosticSettings/x`. */
function extended(id: string): readonly string[] {
  const owners = id.split('/providers/').slice(1, -1);
  const segments = owners.at(-1)?.split('/').slice(1) ?? [];
  return owners.length === 0 ? [] : [segments.filter((_, index) => index % 2 === 1).join('/')];
}

export function links(pairs: readonly (readonly [text: string, href: string])[]): readonly Link[] {
  return separated(pairs.map(([text, href]) => ({ text, href })));
}

export function plain(texts: readonly string[]): readonly Link[] {
  return links(texts.map((text) => [text, '']));
}
