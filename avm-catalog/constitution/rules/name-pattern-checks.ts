import { modulePathOf } from '../../azure/module-types.ts';
import { namingRule, type NamingRule } from '../../azure/naming.ts';
import { region } from '../../azure/regions.ts';
import { shortName } from '../../kernel/short-name.ts';
import { nameSpec } from '../../components/avm-module/name.ts';
import { namedIn, type View } from '../../kernel/view.ts';
import { tokensOf, type NamePatternParameters, type NameToken } from './name-pattern.ts';
import { isUnresolved, type Estate, type Predicted, type Violation } from '../estate.ts';
import type { Subject } from '../subject.ts';

/** Names that Azure gives, or that a service asks for. */
const fixed = /^(Azure\w+Subnet|GatewaySubnet|RouteServerSubnet|default)$/i;
/** What `uniqueString` gives is of these characters; six of them and more are a part that was computed. */
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
      what: `its name does not follow the pattern ${is.pattern}, with ${kindsOf(rule).join(' or ')} as its type`,
      instead: 'compute it as the others are, from the variable suffix',
    }));
}

interface Named {
  readonly one: Predicted;
  readonly name: string;
  readonly rule: NamingRule;
}

/** What a pattern is asked of. */
export const named: Subject = {
  name: 'resource of a type that has an abbreviation',
  in: (estate) => namedResources(estate).map(({ one }) => one),
};

export const globallyNamed: Subject = {
  name: 'resource whose name is unique in all of Azure',
  in: (estate) => namedResources(estate).flatMap(({ one, rule }) => (rule.scope === 'global' ? [one] : [])),
};

/** Resources of types that have an abbreviation; children are named within their parents, but for subnets. */
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
  const suffix = suffixOf(is, view);
  const isKind = (words: readonly string[]): boolean => kindsOf(rule).some((kind) => words.includes(kind));
  if (is.pattern.startsWith('{type}')) {
    const [before, ...after] = name.split(new RegExp(suffix));
    return after.length === 1 && isKind([before?.split('-')[0] ?? '']) && /^(-|$)/.test(after[0] ?? '');
  }
  const found = new RegExp(`^${suffix}-`).exec(name)?.[0];
  return found !== undefined && isKind(name.slice(found.length).split('-'));
}

/** Of a type without an abbreviation, the name that a module gets that is added by its path. */
function hasMadeUpName({ type, name }: Predicted, view: View): boolean {
  const { rule } = nameSpec(modulePathOf(type));
  const rest = rule && uniquePart(name, rule, view);
  return rest !== undefined && computed.test(rest);
}

/** A name made of its type and the name of what it belongs to, as that of a private endpoint. */
function isOf(name: string, rule: NamingRule, own: ReadonlySet<string>): boolean {
  return (
    kindsOf(rule).some((kind) => name.startsWith(`${kind}-`)) && [...own].some((other) => name.includes(`-${other}`))
  );
}

/** What names of this environment share, as a pattern: names consist of letters, digits, and hyphens, and only Azure knows the computed part. */
function suffixOf({ pattern, instance }: NamePatternParameters, view: View): string {
  const parts: Readonly<Record<NameToken, string>> = {
    workload: view.workload,
    environment: view.environment,
    region: region(view.core.location.region)?.shortCode ?? '',
    instance,
    unique: '[a-z2-7]{6}',
  };
  return tokensOf(pattern)
    .map((token) => parts[token])
    .join('-');
}

/** Type, the name of a component that a person named, workload, and the environment where the pattern has it, then what is computed; the workload may be shortened. Nothing for a name that is not so. */
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

/** A component's name without hyphens, and as it is where the type has less room. */
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
      what: 'its name is unique in all of Azure, and does not end in six computed characters or more',
      instead: 'end it in the variable unique, whole',
    }));
}
