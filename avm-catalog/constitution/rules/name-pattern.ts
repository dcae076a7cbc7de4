import { isLowercase, shapes, type ShapeName } from '../../azure/name-shapes.ts';

/** How an organization names resources: the parameters of NAM-001. */
export interface NamePatternParameters {
  readonly pattern: string;
  /** Of globally unique names; empty for the parts of `pattern` without region and instance. */
  readonly globalPattern: string;
  /** Of computer names inside Windows. */
  readonly computerName: string;
  readonly instance: string;
  /** Characters of the computed part. */
  readonly uniqueLength: number;
  /** Codes of regions that differ from Azure’s own. */
  readonly regionCodes: Readonly<Record<string, string>>;
  /** Codes of environments that differ from their names. */
  readonly environmentCodes: Readonly<Record<string, string>>;
}

export const namePatternDefaults: NamePatternParameters = {
  pattern: '{type}-{workload}-{environment}-{region}-{instance}',
  globalPattern: '',
  computerName: '{workload}-{environment}',
  instance: '001',
  uniqueLength: 6,
  regionCodes: {},
  environmentCodes: {},
};

const tokens = ['type', 'workload', 'environment', 'region', 'instance', 'unique'] as const;
export type NameToken = (typeof tokens)[number];

export type NamePart =
  | { readonly kind: 'token'; readonly token: NameToken; readonly casing: Casing }
  | { readonly kind: 'text' | 'separator'; readonly text: string };

export type Casing = 'asIs' | 'lower' | 'upper';

/** A token in braces (capitals ask for capitals), a separator, or a literal; anything else is in no pattern. */
const piece = /\{([a-z]+|[A-Z]+)\}|([-_.])|([A-Za-z0-9]+)/g;

/** The parts of a valid pattern, in order. */
export function partsOf(pattern: string): readonly NamePart[] {
  return [...pattern.matchAll(piece)].map(([all, name, separator]): NamePart => {
    if (name === undefined) return { kind: separator === undefined ? 'text' : 'separator', text: all };
    const token = name.toLowerCase() as NameToken;
    return { kind: 'token', token, casing: name === token ? 'asIs' : 'upper' };
  });
}

export function isNamePattern(text: string): boolean {
  return isPattern(text, ['type', 'workload'], tokens) && hasAny(text, ['environment', 'unique']);
}

/** The computed part is last: what is shortened comes before it. */
export function isGlobalPattern(text: string): boolean {
  const last = partsOf(text).at(-1);
  return isPattern(text, ['type', 'workload', 'unique'], tokens) && last?.kind === 'token' && last.token === 'unique';
}

/** Computers of several environments can be in one domain. */
export function isComputerNamePattern(text: string): boolean {
  return isPattern(text, ['workload', 'environment'], ['workload', 'environment', 'region', 'instance'], /^[^_.]*$/);
}

/** Each part once, none unknown, and separators only between two others. */
function isPattern(text: string, must: readonly NameToken[], may: readonly NameToken[], form = /^/): boolean {
  const parts = partsOf(text);
  const found = tokensOf(parts);
  const isBetween = (index: number): boolean => {
    const [before, after] = [parts[index - 1], parts[index + 1]];
    return before !== undefined && after !== undefined && before.kind !== 'separator' && after.kind !== 'separator';
  };
  return (
    form.test(text) &&
    text.replaceAll(piece, '') === '' &&
    found.every((token) => may.includes(token)) &&
    must.every((token) => found.includes(token)) &&
    new Set(found).size === found.length &&
    parts.every((part, index) => part.kind !== 'separator' || isBetween(index)) &&
    !/\{(UNIQUE|INSTANCE)\}/.test(text)
  );
}

function hasAny(pattern: string, any: readonly NameToken[]): boolean {
  return tokensOf(partsOf(pattern)).some((token) => any.includes(token));
}

export function tokensOf(parts: readonly NamePart[]): readonly NameToken[] {
  return parts.flatMap((part) => (part.kind === 'token' ? [part.token] : []));
}

/** The first separator, which also joins a type and its qualifier; empty if there is none. */
export function separatorOf(parts: readonly NamePart[]): string {
  return parts.flatMap((part) => (part.kind === 'separator' ? [part.text] : []))[0] ?? '';
}

/** Without a token, and without the separator that it leaves. */
export function without(parts: readonly NamePart[], token: NameToken): readonly NamePart[] {
  const at = parts.findIndex((part) => part.kind === 'token' && part.token === token);
  if (at === -1) return parts;
  const isEnd = (index: number): boolean => parts[index] === undefined || parts[index].kind === 'separator';
  const separator = !isEnd(at - 1) || !isEnd(at + 1) ? at : at === 0 ? 1 : at - 1;
  return parts.filter((_, index) => index !== at && index !== separator);
}

/** Of globally unique names: the computed part is last and never shortened. */
export function globalParts({ pattern, globalPattern }: NamePatternParameters): readonly NamePart[] {
  if (globalPattern !== '') return partsOf(globalPattern);
  const all = partsOf(pattern);
  const rest = (['region', 'instance', 'unique'] as const).reduce(without, all);
  const separator = separatorOf(all);
  return [
    ...rest,
    ...(separator === '' ? [] : [{ kind: 'separator', text: separator } as const]),
    { kind: 'token', token: 'unique', casing: 'asIs' },
  ];
}

/** Of a resource group: its ID decides what is computed, so it has its environment instead. */
export function groupParts({ pattern }: NamePatternParameters): readonly NamePart[] {
  const all = partsOf(pattern);
  if (tokensOf(all).includes('environment')) return without(all, 'unique');
  return all.map((part) =>
    part.kind === 'token' && part.token === 'unique' ? { ...part, token: 'environment' } : part,
  );
}

/** What a type’s characters leave of a pattern: other separators or none, and lowercase. */
export function fitted(parts: readonly NamePart[], shape: ShapeName): readonly NamePart[] {
  const takes = (text: string): boolean => new RegExp(`^${shapes[shape].chars}$`).test(text);
  const isLower = isLowercase(shape);
  return parts.flatMap((part): readonly NamePart[] => {
    if (part.kind === 'token') return [isLower ? { ...part, casing: 'lower' } : part];
    if (part.kind === 'text') return [isLower ? { ...part, text: part.text.toLowerCase() } : part];
    if (takes(part.text)) return [part];
    return takes('-') ? [{ ...part, text: '-' }] : [];
  });
}

export function cased(text: string, casing: Casing): string {
  if (casing === 'asIs') return text;
  return casing === 'upper' ? text.toUpperCase() : text.toLowerCase();
}
