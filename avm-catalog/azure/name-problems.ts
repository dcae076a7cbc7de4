import { type Charset, type NameShape, shapes } from './name-shapes.ts';
import { namingRule, type NamingRule } from './naming.ts';

/** Why Azure would refuse a name; one at a time, the one to mend first. */
type NameProblem =
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

function is(pattern: string, text: string): boolean {
  return new RegExp(`^(?:${pattern})$`).test(text);
}
