import { bare, isArray, isExpression, isObject, type Expression, type Value } from '../../bicep/value.ts';

/** A value with more parts than this is not written out in an item: it has to be built alike for all. */
const largest = 8;

/** A value as text that is equal for equal values; reasons don't count, and data is never equal to an expression. */
export function canonical(value: Value | undefined): string {
  if (value === undefined) return '';
  const inner = bare(value);
  if (isArray(inner)) return `[${inner.map(canonical).join()}]`;
  if (!isObject(inner) && !isExpression(inner)) return JSON.stringify(inner);
  const parts = Object.entries(inner).flatMap(([key, one]) =>
    one === undefined ? [] : [`${JSON.stringify(key)}:${canonical(one as Value)}`],
  );
  return `${isExpression(inner) ? '=' : ''}{${parts.join()}}`;
}

/** What an expression is made of beside its parts: values with other heads are built differently. */
export function headOf(expression: Expression): string {
  switch (expression.$) {
    case 'ref':
      return canonical(expression);
    case 'call':
      return `${expression.fn} ${expression.property} ${canonical(expression.on)} ${expression.args.length}`;
    case 'text':
      return `text ${expression.parts.map((part) => (typeof part === 'string' ? 'x' : '$')).join('')}`;
    case 'op':
      return `${expression.op} ${expression.of.length}`;
    case 'for':
      return `for ${expression.item} ${expression.index}`;
    case 'lambda':
      return `lambda ${expression.item}`;
    default:
      return expression.$;
  }
}

export function partsOf(value: Value): readonly Value[] {
  if (isArray(value)) return value;
  if (isObject(value)) return Object.values(value).filter((one) => one !== undefined);
  if (!isExpression(value)) return [];
  switch (value.$) {
    case 'ref':
      return value.path.filter((step) => typeof step === 'object');
    case 'call':
      return [...(value.on ? [value.on] : []), ...value.args];
    case 'text':
      return value.parts;
    case 'if':
      return [value.test, value.then, value.else];
    case 'op':
      return value.of;
    case 'for':
      return [value.in, value.body];
    case 'lambda':
      return [value.body];
    case 'spread':
    case 'because':
    case 'imported':
      return [value.value];
  }
}

/**
 * Whether a variable can hold it. Bicep takes no `for` inside of a variable's value, and `getSecret` only as the value of
 * a secure parameter; the item of a loop means nothing outside of it.
 */
function isLiftable(value: Value): boolean {
  if (isExpression(value)) {
    if (value.$ === 'for' || value.$ === 'lambda' || (value.$ === 'ref' && value.kind === 'item')) return false;
    if (value.$ === 'call' && value.on) return false;
  }
  return partsOf(value).every(isLiftable);
}

/** Whether it is known only once something else is deployed; Bicep takes nothing like that into the array of a loop. */
export function isLate(value: Value): boolean {
  return (isExpression(value) && value.$ === 'ref' && value.kind === 'symbol') || partsOf(value).some(isLate);
}

/** Whether it can differ as a whole: it is in the item then, or in a variable where it is late. */
export function canDiffer(value: Value): boolean {
  return isLiftable(value) && (sizeOf(value) <= largest || isLate(value));
}

function sizeOf(value: Value): number {
  const inner = bare(value);
  if (!isArray(inner) && !isObject(inner)) return 1;
  return partsOf(inner).reduce<number>((sum, one) => sum + sizeOf(one), 0);
}

/** How a value is built, where that has to be alike for it to be told once; what an item can say is left open. */
export function shapeOf(value: Value): string {
  const inner = bare(value);
  if (canDiffer(inner)) return '_';
  if (isArray(inner)) return `[${inner.map(shapeOf).join()}]`;
  if (isObject(inner))
    return `{${Object.entries(inner)
      .flatMap(([key, one]) => (one === undefined ? [] : [`${JSON.stringify(key)}:${shapeOf(one)}`]))
      .join()}}`;
  if (!isExpression(inner)) return '_';
  const isFixed = inner.$ === 'ref' || (inner.$ === 'call' && inner.on);
  return isFixed ? canonical(inner) : `${headOf(inner)}(${partsOf(inner).map(shapeOf).join()})`;
}

/** Names that loops inside of a value give to their items. */
export function itemsIn(value: Value): readonly string[] {
  const own = isExpression(value) && (value.$ === 'for' || value.$ === 'lambda') ? [value.item] : [];
  return [...own, ...partsOf(value).flatMap(itemsIn)];
}
