import { isWithoutHyphen, shapes, isLowercase, type Charset } from '../../../avm-catalog/azure/name-shapes.ts';
import type { NamingRule } from '../../../avm-catalog/azure/naming.ts';
import {
  fitted,
  globalParts,
  partsOf,
  tokensOf,
  type NamePart,
  type NamePatternParameters,
} from '../../../avm-catalog/constitution/rules/name-pattern.ts';
import { enumerate } from '../../text/enumerate.ts';
import { environmentCode } from '../../../avm-catalog/constitution/rules/name-texts.ts';

const charsets: Readonly<Record<Charset, string>> = {
  'alnum-lower': 'lowercase letters and digits',
  'alnum-lower-hyphen': 'lowercase letters, digits, and hyphens',
  'alnum-hyphen': 'letters, digits, and hyphens',
  'alnum-hyphen-underscore': 'letters, digits, hyphens, and underscores',
  'alnum-hyphen-underscore-dot': 'letters, digits, hyphens, underscores, and periods',
  'alnum-hyphen-underscore-dot-parentheses': 'letters, digits, hyphens, underscores, periods, and parentheses',
  'alnum-dot': 'letters, digits, and periods',
  'all-but-some': '',
};

/** `3 to 24 characters (lowercase letters and digits), unique in Azure` */
export function limitOf({ min, max, shape, scope, assumed }: NamingRule): string {
  const charset = charsets[shapes[shape].charset];
  return [
    `${min} to ${max} characters${charset === '' ? '' : ` (${charset})`}`,
    ...(scope === 'global' ? ['unique in Azure'] : []),
    ...(assumed ? ['assumed'] : []),
  ].join(', ');
}

interface Named {
  readonly name: string;
  readonly rule: NamingRule;
  readonly workload: string;
  readonly environment: string;
}

/** What a name has otherwise than the pattern, in words. */
export function differencesOf(named: Named, is: NamePatternParameters): readonly string[] {
  const { name, rule } = named;
  const pattern = patternOf(rule, is);
  const parts = rule.scope === 'global' ? globalParts(is) : pattern;
  const words = plain(name);
  const isCut = (token: 'environment' | 'workload', text: string): boolean =>
    tokensOf(parts).includes(token) && !words.includes(plain(text));
  const left = tokensOf(pattern).filter((token) => token !== 'unique' && !tokensOf(parts).includes(token));
  const lost = isCut('environment', environmentCode(named.environment, is)) ? ['environment' as const] : [];
  const omitted = enumerate([...new Set([...left, ...lost])]);
  return [
    ...(omitted === '' ? [] : [`without ${omitted}`]),
    ...separatorChange(parts, rule),
    ...(isLowercase(rule.shape) && hasCapitals(parts, is) ? ['in lowercase'] : []),
    ...(isCut('workload', named.workload) ? ['with a shortened workload'] : []),
    ...(tokensOf(parts).includes('unique') && !tokensOf(pattern).includes('unique')
      ? [`with ${is.uniqueLength} computed characters at the end`]
      : []),
  ];
}

/** The setting that the names of a type follow. */
function patternOf({ type, scope }: NamingRule, is: NamePatternParameters): readonly NamePart[] {
  if (type === 'windowsComputerName') return partsOf(is.computerName);
  return partsOf(scope === 'global' && is.globalPattern !== '' ? is.globalPattern : is.pattern);
}

const plain = (text: string): string => text.toLowerCase().replaceAll(/[-_.]/g, '');

function separatorChange(parts: readonly NamePart[], { shape }: NamingRule): readonly string[] {
  const before = separatorsIn(parts);
  const after = separatorsIn(fitted(parts, shape));
  if (before.join('') === after.join('')) return [];
  return after.length === 0 || isWithoutHyphen(shape) ? ['without separators'] : ['with hyphens as separators'];
}

const separatorsIn = (parts: readonly NamePart[]): readonly string[] =>
  parts.flatMap((part) => (part.kind === 'separator' ? [part.text] : []));

function hasCapitals(parts: readonly NamePart[], { regionCodes, environmentCodes }: NamePatternParameters): boolean {
  const codes = [...Object.values(regionCodes), ...Object.values(environmentCodes)];
  return (
    codes.some((code) => code !== code.toLowerCase()) ||
    parts.some((part) => (part.kind === 'token' ? part.casing === 'upper' : part.text !== part.text.toLowerCase()))
  );
}
