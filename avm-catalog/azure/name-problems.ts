import { type Charset, type NameShape, shapes } from './name-shapes.ts';
import { namingRule, type NamingRule } from './naming.ts';

/** Why Azure would reject a name; only the problem to fix first. */
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
  const allowed = wholly(shape.chars);
  const characters = [...new Set(name)].filter((it) => !allowed.test(it));
  if (characters.length > 0) return { kind: 'characters', characters, charset: shape.charset };
  const first = name.charAt(0);
  if (!wholly(shape.start).test(first)) return { kind: 'start', character: first };
  const last = name.charAt(name.length - 1);
  if (!wholly(shape.end).test(last)) return { kind: 'end', character: last };
  if (shape.never !== undefined && name.includes(shape.never)) return { kind: 'sequence', text: shape.never };
  if (shape.whole !== undefined && !wholly(shape.whole).test(name)) return { kind: 'form' };
  return undefined;
}

function wholly(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})$`);
}
