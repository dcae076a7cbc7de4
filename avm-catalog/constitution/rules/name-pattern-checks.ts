import { modulePathOf } from '../../azure/module-types.ts';
import { isWithoutHyphen } from '../../azure/name-shapes.ts';
import { namingRule, type NamingRule } from '../../azure/naming.ts';
import { shortName } from '../../kernel/short-name.ts';
import { nameSpec } from '../../components/avm-module/name.ts';
import { namedIn, type View } from '../../kernel/view.ts';
import {
  cased,
  fitted,
  globalParts,
  partsOf,
  separatorOf,
  type NamePart,
  type NamePatternParameters,
} from './name-pattern.ts';
import { computerNames } from './computer-name-checks.ts';
import { literal, textsIn, type Texts } from './name-texts.ts';
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
  const others = all
    .filter(({ name, rule }) => !own.has(name) && !isOf(name, rule, own))
    .map(({ one, rule }) => ({
      resource: one.id,
      what: `its name doesn’t follow the pattern ${is.pattern}, with ${kindsOf(rule).join(' or ')} as its type`,
      instead: 'compute it from the variable suffix, as the other names are',
    }));
  return [...others, ...computerNames(estate, is, view)];
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

/** The type, with what tells it from others behind it; all other parts are as the settings have them. */
function isOwn(name: string, rule: NamingRule, is: NamePatternParameters, view: View): boolean {
  if (rule.scope === 'global') return uniquePart(name, rule, view) !== undefined;
  const parts = fitted(partsOf(is.pattern), rule.shape);
  const separator = literal(separatorOf(parts));
  // The name of a disk follows that of its VM, with a hyphen whatever the pattern has.
  const joints = [...(separator === '' ? [] : [separator]), ...(isWithoutHyphen(rule.shape) ? [] : ['-'])];
  const tail = joints.length === 0 ? '' : `(?:(?:${joints.join('|')}).*)?`;
  const kinds = `(?:${kindsOf(rule).join('|')})(?:${separator}.*)?`;
  const workload = isWithoutHyphen(rule.shape) ? view.workload.replaceAll('-', '') : view.workload;
  const texts: Texts = { ...textsIn({ ...view, workload }, is), unique: `[a-z2-7]{${is.uniqueLength}}` };
  const pattern = parts.map((part) => {
    if (part.kind !== 'token') return literal(part.text);
    if (part.token === 'type') return part.casing === 'upper' ? `(?:${kinds.toUpperCase()})` : kinds;
    return part.token === 'unique' ? texts.unique : literal(cased(texts[part.token], part.casing));
  });
  return new RegExp(`^${pattern.join('')}${tail}$`).test(name);
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

/**
 * The end of a globally unique name, behind all other parts: type, name of a named component, workload (which can be
 * shortened), environment unless there is no room for it. Nothing if these are others.
 */
function uniquePart(name: string, rule: NamingRule, view: View): string | undefined {
  const is = view.rules.parameters<NamePatternParameters>('NAM-001');
  const parts = globalParts(is).filter(({ kind }) => kind !== 'separator');
  const texts = textsIn(view, is);
  const workload = view.workload.replaceAll('-', '');
  const length = parts.reduce((sum, part) => sum + lengthOf(part, { ...texts, workload }, is), 0);
  const isTight = length + (kindsOf(rule)[0] ?? '').length > rule.max;
  const lengths = Array.from({ length: workload.length }, (_, index) => workload.length - index);
  const qualifiers = ['', ...namedIn(view).flatMap((id) => shortened(id))];
  const any = {
    type: `(?:${kindsOf(rule).join('|')})(?:${qualifiers.join('|')})`,
    workload: `(?:${lengths.map((one) => workload.slice(0, one)).join('|')})`,
    environment: `(?:${texts.environment.toLowerCase()})${isTight ? '?' : ''}`,
    region: texts.region.toLowerCase(),
    instance: texts.instance,
    unique: '(?<rest>.*)',
  };
  const pattern = parts.map((part) => (part.kind === 'token' ? any[part.token] : part.text.toLowerCase())).join('');
  return new RegExp(`^${pattern}$`).exec(name.toLowerCase().replaceAll(/[-_.]/g, ''))?.groups?.['rest'];
}

function lengthOf(part: NamePart, texts: Omit<Texts, 'unique'>, { uniqueLength }: NamePatternParameters): number {
  if (part.kind !== 'token') return part.text.length;
  if (part.token === 'type') return 0;
  return part.token === 'unique' ? uniqueLength : texts[part.token].length;
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
