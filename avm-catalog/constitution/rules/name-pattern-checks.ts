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
  without,
  type NamePart,
  type NamePatternParameters,
  type NameToken,
} from './name-pattern.ts';
import { computerNames } from './computer-name-checks.ts';
import { hasRoom } from './name-room.ts';
import { environmentCode, literal, textsIn, type Texts } from './name-texts.ts';
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
  const parts = globalParts(is);
  const whole = partsIn(name, parts, rule, view);
  if (whole || !hasToken(parts, 'environment')) return whole?.rest;
  const short = partsIn(name, without(parts, 'environment'), rule, view);
  return short && isFull(short, rule, view) ? short.rest : undefined;
}

function partsIn(name: string, parts: readonly NamePart[], rule: NamingRule, view: View) {
  const texts = textsIn(view, view.rules.parameters<NamePatternParameters>('NAM-001'));
  const workload = view.workload.replaceAll('-', '');
  const lengths = Array.from({ length: workload.length }, (_, index) => workload.length - index);
  // The longest first, since what is computed can be any text.
  const words = namedIn(view)
    .flatMap((id) => shortened(id))
    .toSorted((a, b) => b.length - a.length);
  const any = {
    type: `(?:${kindsOf(rule).join('|')})(?<word>${[...words, ''].join('|')})`,
    workload: `(?:${lengths.map((one) => workload.slice(0, one)).join('|')})`,
    environment: texts.environment.toLowerCase(),
    region: texts.region.toLowerCase(),
    instance: texts.instance,
    unique: '(?<rest>.*)',
  };
  const told = parts.filter(({ kind }) => kind !== 'separator');
  const pattern = told.map((part) => (part.kind === 'token' ? any[part.token] : part.text.toLowerCase())).join('');
  const found = new RegExp(`^${pattern}$`).exec(name.toLowerCase().replaceAll(/[-_.]/g, ''))?.groups;
  const { rest, word = '' } = found ?? {};
  return rest === undefined ? undefined : { rest, word };
}

const hasToken = (parts: readonly NamePart[], token: NameToken): boolean =>
  parts.some((part) => part.kind === 'token' && part.token === token);

/** Whether a name has no room for the longest environment, beside the whole workload or beside a part of it. */
function isFull({ word }: { readonly word: string }, rule: NamingRule, view: View): boolean {
  const is = view.rules.parameters<NamePatternParameters>('NAM-001');
  const codes = view.environments.map((one) => environmentCode(one, is)).toSorted((a, b) => b.length - a.length);
  const workload = view.workload.replaceAll('-', '');
  const own = textsIn(view, is);
  const parts = fitted(globalParts(is), rule.shape);
  const kind = kindsOf(rule)[0] ?? '';
  const lengthWith = (texts: Omit<Texts, 'unique'>, among: readonly NamePart[]): number =>
    among.reduce((sum, part) => sum + lengthOf(part, texts, is), kind.length);
  const told = parts.filter((part) => part.kind !== 'separator');
  const separator = separatorOf(parts).length;
  const room = rule.max - lengthWith({ ...own, environment: codes[0] ?? '', workload: 'x' }, parts) - separator;
  const words = word === '' ? [undefined] : namedIn(view).filter((id) => shortened(id).includes(word));
  const fits = (one: string | undefined): boolean =>
    hasRoom(rule, { word: isWithoutHyphen(rule.shape) ? one?.replaceAll('-', '') : one, room, separator });
  return lengthWith({ ...own, workload }, told) > rule.max || !words.every(fits);
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
