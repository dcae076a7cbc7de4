import { type Charset, type NameShape, shapes } from './name-shapes.ts';
import { namingRule, type NamingRule } from './naming.ts';

/** Why Azure would refuse a name; one at a time, the one to mend first. */
export type NameProblem =
  | { readonly kind: 'too-short'; readonly length: number; readonly min: number }
  | { readonly kind: 'too-long'; readonly length: number; readonly max: number }
  | { readonly kind: 'characters'; readonly characters: readonly string[]; readonly charset: Charset }
  | { readonly kind: 'start'; readonly character: string }
  | { readonly kind: 'end'; readonly character: string }
  | { readonly kind: 'sequence'; readonly text: string }
  | { readonly kind: 'form' };

/** A type without a rule here has no known problem. */
export function nameProblem(type: string, name: string): NameProblem | undefined {
  const rule = namingRule(type);
  return rule === undefined ? undefined : problemUnder(rule, name);
}

/** For the rules that belong to no ARM type: `windowsComputerName`, `actionGroupShortName`. */
export function problemUnder(rule: NamingRule, name: string): NameProblem | undefined {
  if (name.length > rule.max) return { kind: 'too-long', length: name.length, max: rule.max };
  if (name.length < rule.min) return { kind: 'too-short', length: name.length, min: rule.min };
  return shapeProblem(shapes[rule.shape], name);
}

function shapeProblem(shape: NameShape, name: string): NameProblem | undefined {
  const characters = [...new Set(name)].filter((it) => !is(shape.chars, it));
  if (characters.length > 0) return { kind: 'characters', characters, charset: shape.charset };
  const first = name.charAt(0);
  if (!is(shape.start, first)) return { kind: 'start', character: first };
  const last = name.charAt(name.length - 1);
  if (!is(shape.end, last)) return { kind: 'end', character: last };
  if (shape.never !== undefined && name.includes(shape.never)) return { kind: 'sequence', text: shape.never };
  if (shape.whole !== undefined && !is(shape.whole, name)) return { kind: 'form' };
  return undefined;
}

/**
 * The text with what the type does not allow taken out and cut to length;
 * `undefined` where nothing that Azure accepts is left of it.
 */
export function fitName(type: string, text: string): string | undefined {
  const rule = namingRule(type);
  if (rule === undefined) return undefined;
  const shape = shapes[rule.shape];
  const cased = shape.charset.startsWith('alnum-lower') ? text.toLowerCase() : text;
  let name = [...cased].filter((it) => is(shape.chars, it)).join('');
  if (shape.never !== undefined)
    while (name.includes(shape.never)) name = name.replace(shape.never, shape.never.charAt(0));
  while (name !== '' && !is(shape.start, name.charAt(0))) name = name.slice(1);
  name = name.slice(0, rule.max);
  while (name !== '' && !is(shape.end, name.charAt(name.length - 1))) name = name.slice(0, -1);
  return problemUnder(rule, name) === undefined ? name : undefined;
}

function is(pattern: string, text: string): boolean {
  return new RegExp(`^(?:${pattern})$`).test(text);
}
