import { propertyName, quote } from './escape.ts';
import type { ReferenceExpression, Step } from './value.ts';

/** A name in scope with the path behind it. */
export function reference(of: ReferenceExpression): string {
  const last = of.path.length - 1;
  return `${of.name}${of.sure ? '!' : ''}${of.path.map((one, index) => step(one, of.isOptional && index === last ? '?' : '')).join('')}`;
}

function step(one: Step, sign: '' | '?'): string {
  if (typeof one === 'number') return `[${sign}${one}]`;
  if (typeof one !== 'string') return `[${sign}${reference(one)}]`;
  return propertyName(one) === one ? `.${sign}${one}` : `[${sign}${quote(one)}]`;
}
