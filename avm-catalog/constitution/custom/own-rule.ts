import type { Category, ControlIds, Elsewhere, Level } from '../category.ts';
import type { Bounds, Condition, Selection } from './condition.ts';

interface CustomRule {
  readonly title: string;
  readonly level: Level;
  readonly category: Category;
  readonly statement: string;
  readonly elsewhere?: Elsewhere;
  readonly controls?: ControlIds;
}

/** How a person attests that a principle is followed, and the last attestation. */
export interface Attestation {
  /** What the person does or reviews. */
  readonly how: string;
  readonly by?: string;
  /** Date as YYYY-MM-DD. */
  readonly on?: string;
  /** Days after which it expires. @default never */
  readonly validFor?: number;
}

/** A custom rule about a process, which no file or resource can show. */
export interface AttestedRule extends CustomRule {
  readonly attest: Attestation;
}

/** What the rule doesn’t apply to, and the reason. */
export interface Exemption {
  readonly where: Condition;
  readonly reason: string;
}

interface EvaluatedRule extends CustomRule {
  /** The condition for each of the resources or declarations. */
  readonly must?: Condition;
  /** The number of them in an environment or template. */
  readonly count?: Bounds;
  readonly except?: readonly Exemption[];
  readonly message: string;
  readonly instead: string;
}

/** A custom rule with a condition for resources, as in avm.yaml. */
export interface OwnRule extends EvaluatedRule {
  readonly resources: Selection;
  readonly aggregate?: Aggregate;
  /** @default all */
  readonly environments?: readonly string[];
}

export const aggregates = ['sum', 'average', 'min', 'max'] as const;

/** A number computed from the resources of an environment: one of the four has the path of the values. */
export type Aggregate = Bounds & Readonly<Partial<Record<(typeof aggregates)[number], string>>>;

export const declarationKinds = ['param', 'var', 'module', 'resource', 'output'] as const;
export type DeclarationKind = (typeof declarationKinds)[number];

/** Declarations of main.bicep and of the Bicep files that it uses. */
export interface DeclarationSelection {
  readonly kind: DeclarationKind | readonly DeclarationKind[];
  readonly where?: Condition;
}

/** A custom rule with a condition for declarations. */
export interface TemplateRule extends EvaluatedRule {
  readonly declarations: DeclarationSelection;
}

export type AnyOwnRule = OwnRule | TemplateRule | AttestedRule;
