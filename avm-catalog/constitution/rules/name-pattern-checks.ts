import { modulePathOf } from '../../azure/module-types.ts';
import { isWithoutHyphen } from '../../azure/name-shapes.ts';
import { namingRule, type NamingRule } from '../../azure/naming.ts';
import { region } from '../../azure/regions.ts';
import { shortName } from '../../kernel/short-name.ts';
import { nameSpec } from '../../components/avm-module/name.ts';
import { namedIn, type View } from '../../kernel/view.ts';
import { tokensOf, type NamePatternParameters, type NameToken } from './name-pattern.ts';
import { isUnresolved, type Estate, type Predicted, type Violation } from '../estate.ts';
import type { Subject } from '../subject.ts';

/** Names that Azure sets or a service requires. */
const fixed = /^(Azure\w+Subnet|GatewaySubnet|RouteServerSubnet|default)$/i;
/** `uniqueString` returns these characters; six or more of them are a computed part. */
const computed = /^[a-z2-7]{6,13}$/;

export function namesByPattern(estate: Estate, is: NamePatternParameters, view: View): readonly Violation[] {
  const all = namedResources(estate);
  const own = new Set([
    ...all.filter(({ name, rule }) => isOwn(name, rule, is, view)).map(({ name }) => name),
    ...estate.resources.filter((one) => hasMadeUpName(one, view)).map(({ name }) => name),
  ]);
  return all
    .filter(({ name, rule }) => !own.has(name) && !isOf(name, rule, own))
    .map(({ one, rule }) => ({
      resource: one.id,
      what: `its name doesn’t follow the pattern ${is.pattern}, with ${kindsOf(rule).join(' or ')} as its type`,
      instead: 'compute it from the variable suffix, as the other names are',
    }));
}

interface Named {
  readonly one: Predicted;
  readonly name: string;
  readonly rule: NamingRule;
}

/** Resources that the pattern applies to. */
export const named: Subject = {
  name: 'resource of a type that has an abbreviation',
  in: (estate) => namedResources(estate).map(({ one }) => one),
};

export const globallyNamed: Subject = {
  name: 'resource with a globally unique name',
  in: (estate) => namedResources(estate).flatMap(({ one, rule }) => (rule.scope === 'global' ? [one] : [])),
};

/** Resources of types with an abbreviation; of children, only subnets. */
function namedResources(estate: Estate): readonly Named[] {
  return estate.resources.flatMap((one) => {
    const rule = namingRule(one.type);
    const name = one.name.split('/').at(-1) ?? '';
    const isNamed = rule?.abbreviation !== undefined && (rule.scope !== 'parent' || rule.abbreviation === 'snet');
    return rule && isNamed && !isUnresolved(one.name) && !fixed.test(name) ? [{ one, name, rule }] : [];
  });
}

const kindsOf = ({ abbreviation = '', variants = {} }: NamingRule): readonly string[] => [
  ...new Set([abbreviation, ...Object.values(variants)]),
];

function isOwn(name: string, rule: NamingRule, is: NamePatternParameters, view: View): boolean {
  if (rule.scope === 'global') return uniquePart(name, rule, view) !== undefined;
  if (isWithoutHyphen(rule.shape)) return isJoined(name, rule, is, view);
  const suffix = suffixOf(is, view);
  const isKind = (words: readonly string[]): boolean => kindsOf(rule).some((kind) => words.includes(kind));
  if (is.pattern.startsWith('{type}')) {
    const [before, ...after] = name.split(new RegExp(suffix));
    return after.length === 1 && isKind([before?.split('-')[0] ?? '']) && /^(-|$)/.test(after[0] ?? '');
  }
  const found = new RegExp(`^${suffix}-`).exec(name)?.[0];
  return found !== undefined && isKind(name.slice(found.length).split('-'));
}

function isJoined(name: string, rule: NamingRule, is: NamePatternParameters, view: View): boolean {
  const kinds = `(${kindsOf(rule).join('|')})`;
  const suffix = suffixOf(is, { ...view, workload: view.workload.replaceAll('-', '') }, '');
  const pattern = is.pattern.startsWith('{type}') ? `^${kinds}.*${suffix}$` : `^${suffix}${kinds}`;
  return new RegExp(pattern).test(name);
}

/** For a type without an abbreviation: the name that a module gets when it’s added by its path. */
function hasMadeUpName({ type, name }: Predicted, view: View): boolean {
  const { rule } = nameSpec(modulePathOf(type));
  const rest = rule && uniquePart(name, rule, view);
  return rest !== undefined && computed.test(rest);
}

/** A name that consists of its type and the name of its owner, such as that of a private endpoint. */
function isOf(name: string, rule: NamingRule, own: ReadonlySet<string>): boolean {
  return (
    kindsOf(rule).some((kind) => name.startsWith(`${kind}-`)) && [...own].some((other) => name.includes(`-${other}`))
  );
}

/** The common part of the names in this environment, as a pattern; only Azure knows the computed part. */
function suffixOf({ pattern, instance }: NamePatternParameters, view: View, between = '-'): string {
  const parts: Readonly<Record<NameToken, string>> = {
    workload: view.workload,
    environment: view.environment,
    region: region(view.core.location.region)?.shortCode ?? '',
    instance,
    unique: '[a-z2-7]{6}',
  };
  return tokensOf(pattern)
    .map((token) => parts[token])
    .join(between);
}

/** Type, name of a named component, workload (which can be shortened), environment if in the pattern, computed part; else nothing. */
function uniquePart(name: string, rule: NamingRule, view: View): string | undefined {
  const { workload, environment, rules } = view;
  const { pattern } = rules.parameters<NamePatternParameters>('NAM-001');
  const told = tokensOf(pattern).includes('environment') ? environment : '';
  const plain = name.toLowerCase().replaceAll('-', '');
  const kind = kindsOf(rule).find((one) => plain.startsWith(one));
  if (kind === undefined) return undefined;
  const rest = plain.slice(kind.length);
  const whole = workload.replaceAll('-', '');
  const lengths = Array.from({ length: whole.length }, (_, index) => whole.length - index);
  const qualifiers = ['', ...namedIn(view).flatMap((id) => shortened(id))];
  const start = qualifiers
    .flatMap((qualifier) => lengths.map((length) => `${qualifier}${whole.slice(0, length)}${told}`))
    .find((words) => rest.startsWith(words));
  return start === undefined ? undefined : rest.slice(start.length);
}

/** The name of a component without hyphens, and shortened where the type allows fewer characters. */
function shortened(id: string): readonly string[] {
  const [plain, hyphened] = [id.replaceAll('-', ''), id];
  const rooms = Array.from({ length: plain.length }, (_, index) => index + 1);
  const short = rooms.flatMap((room) => [shortName(plain, room), shortName(hyphened, room).replaceAll('-', '')]);
  return [...new Set([plain, ...short])];
}

export function uniqueNames(estate: Estate, view: View): readonly Violation[] {
  return namedResources(estate)
    .filter(({ rule }) => rule.scope === 'global')
    .filter(({ name, rule }) => !computed.test(uniquePart(name, rule, view) ?? name.slice(-6)))
    .map(({ one }) => ({
      resource: one.id,
      what: 'its name is globally unique, but doesn’t end with six or more computed characters',
      instead: 'end it with the variable unique, without shortening it',
    }));
}
