import { commentText, escapeText, propertyName, quote } from './escape.ts';
import { beforeLast } from './before-last.ts';
import { reference } from './reference.ts';
import type { BicepType, TypeProperty } from './type.ts';
import {
  bare,
  isArray,
  isExpression,
  isObject,
  item,
  type Expression,
  type Literal,
  type ObjectValue,
  type Reason,
  type Value,
} from './value.ts';

/** Line width of `bicep format`. */
const width = 120;

/** Turns a reason into a mark put at the end of a line; the mark is taken out again when the file is assembled. */
type Marker = (reason: Reason) => string;

/** Ends every line of a text that has no mark yet with this one. */
export function markLines(text: string, mark: string): string {
  return text
    .split('\n')
    .map((line) => (line.includes('\u0002') || line === '' ? line : line + mark))
    .join('\n');
}

/**
 * Prints values the way `bicep format` leaves them: objects over several lines, arrays and calls on one where they fit.
 * `indent` counts the spaces of the line the value starts on, `column` where on it the value starts.
 */
export class Printer {
  readonly #mark: Marker;

  constructor(mark: Marker) {
    this.#mark = mark;
  }

  value(value: Value, indent = 0, column = indent): string {
    if (isExpression(value) && value.$ === 'because') {
      return markLines(this.value(value.value, indent, column), this.#mark(value.reason));
    }
    const flat = this.flat(value);
    if (flat !== undefined && (column + flat.length <= width || !breaks(value))) return flat;
    if (isArray(value)) return this.#array(value, indent);
    if (isObject(value)) return this.object(value, indent);
    return this.#expression(value as Expression, indent);
  }

  /** One line, or undefined where the value needs several. */
  flat(value: Value): string | undefined {
    const inner = bare(value);
    if (typeof inner === 'string') return quote(inner);
    // Bicep writes whole numbers only.
    if (typeof inner === 'number' && !Number.isSafeInteger(inner)) return `json(${quote(String(inner))})`;
    if (inner === null || typeof inner !== 'object') return String(inner);
    if (isArray(inner)) return this.#flatList(inner, '[', ']');
    if (isObject(inner)) return Object.keys(inner).length === 0 ? '{}' : undefined;
    return this.#flatExpression(inner);
  }

  object(object: ObjectValue, indent: number): string {
    const inside = ' '.repeat(indent + 2);
    const lines = Object.entries(object).flatMap(([name, value]) => {
      if (value === undefined) return [];
      const key = `${inside}${propertyName(name)}: `;
      return [this.#marked(value, key + this.value(bare(value), indent + 2, key.length))];
    });
    return lines.length === 0 ? '{}' : `{\n${lines.join('\n')}\n${' '.repeat(indent)}}`;
  }

  #marked(value: Value, text: string): string {
    return isExpression(value) && value.$ === 'because' ? markLines(text, this.#mark(value.reason)) : text;
  }

  #array(items: readonly Value[], indent: number): string {
    const inside = ' '.repeat(indent + 2);
    const lines = items.map((one) => {
      const text = inside + this.value(bare(one), indent + 2);
      const comment = isExpression(one) && one.$ === 'because' ? one.comment : undefined;
      return this.#marked(one, comment === undefined ? text : `${inside}// ${commentText(comment)}\n${text}`);
    });
    return `[\n${lines.join('\n')}\n${' '.repeat(indent)}]`;
  }

  #flatList(items: readonly Value[], open: string, close: string): string | undefined {
    const flats = items.map((one) => this.flat(one));
    return flats.includes(undefined) ? undefined : `${open}${flats.join(', ')}${close}`;
  }

  #flatExpression(expression: Expression): string | undefined {
    switch (expression.$) {
      case 'ref':
        return reference(expression);
      case 'call':
        return this.#flatList(
          expression.args,
          `${expression.on ? `${reference(expression.on)}.` : ''}${expression.fn}(`,
          expression.property ? `).${expression.property}` : ')',
        );
      case 'text':
        return `'${expression.parts.map((part) => (typeof part === 'string' ? escapeText(part) : `\${${this.flat(part) ?? ''}}`)).join('')}'`;
      case 'if':
        return this.#joined([expression.test, ' ? ', expression.then, ' : ', expression.else]);
      case 'op':
        return this.#operator(expression.op, expression.of);
      case 'for':
        return undefined;
      case 'spread':
        return this.#spread(this.flat(expression.value), expression.value);
      case 'lambda':
        return this.#joined([item(expression.item), ' => ', expression.body]);
      case 'because':
        return this.flat(expression.value);
    }
  }

  #operator(op: string, of: readonly Value[]): string | undefined {
    const operands = of.map((operand) => {
      const flat = this.flat(operand);
      const inner = bare(operand);
      return isExpression(inner) &&
        (inner.$ === 'op' || inner.$ === 'if') &&
        flat !== undefined &&
        !flat.startsWith('!')
        ? `(${flat})`
        : flat;
    });
    if (operands.includes(undefined)) return undefined;
    return op === '!' ? `!${operands[0]}` : operands.join(` ${op} `);
  }

  #joined(parts: readonly (Value | string)[]): string | undefined {
    const texts = parts.map((part, index) => (index % 2 === 1 && typeof part === 'string' ? part : this.flat(part)));
    return texts.includes(undefined) ? undefined : texts.join('');
  }

  #spread(text: string | undefined, value: Value): string | undefined {
    if (text === undefined) return undefined;
    const inner = bare(value);
    return isExpression(inner) && inner.$ === 'if' ? `...(${text})` : `...${text}`;
  }

  #expression(expression: Expression, indent: number): string {
    const inside = ' '.repeat(indent + 2);
    switch (expression.$) {
      case 'call': {
        const name = `${expression.on ? `${reference(expression.on)}.` : ''}${expression.fn}`;
        const before = beforeLast(expression.args, (one) => this.flat(one));
        if (before !== undefined) return `${name}(${before}${this.value(expression.args.at(-1) ?? null, indent)})`;
        return `${name}(\n${expression.args.map((arg) => inside + this.value(arg, indent + 2)).join(',\n')}\n${' '.repeat(indent)})`;
      }
      case 'if': {
        const branch = (sign: string, value: Value): string => `${inside}${sign} ${this.value(value, indent + 4)}`;
        return `${this.flat(expression.test)}\n${branch('?', expression.then)}\n${branch(':', expression.else)}`;
      }
      case 'for':
        return `[\n${inside}${this.loopHead(expression)}: ${this.value(expression.body, indent + 2)}\n${' '.repeat(indent)}]`;
      case 'spread':
        return this.#spread(this.value(expression.value, indent), expression.value) ?? '';
      default:
        return this.#flatExpression(expression) ?? '';
    }
  }

  /** `for item in list`, or `for (item, index) in list`. */
  loopHead(loop: { readonly item: string; readonly index?: string; readonly in: Value }): string {
    const names = loop.index ? `(${loop.item}, ${loop.index})` : loop.item;
    return `for ${names} in ${this.flat(loop.in) ?? ''}`;
  }
}

function breaks(value: Value): boolean {
  const inner = bare(value);
  if (isArray(inner)) return inner.length > 0;
  return (
    isExpression(inner) && ['call', 'if', 'spread'].includes(inner.$) && (inner.$ !== 'call' || inner.args.length > 0)
  );
}

/** A type as Bicep writes it: on one line where it fits behind `column` characters. */
export function printType(type: BicepType, column = 0, indent = 0): string {
  const flat = flatType(type);
  if (column + flat.length <= width) return flat;
  const inside = ' '.repeat(indent + 2);
  switch (type.kind) {
    case 'literals':
      return `\n${type.of.map((one) => `${inside}| ${literal(one)}`).join('\n')}`;
    case 'array':
      return `${printType(type.of, column, indent)}[]`;
    case 'nullable':
      return type.of.kind === 'literals' ? flat : `${printType(type.of, column, indent)}?`;
    case 'object':
      return `{\n${type.properties.map((property) => propertyType(property, indent + 2)).join('\n')}\n${' '.repeat(indent)}}`;
    default:
      return flat;
  }
}

function propertyType(property: TypeProperty, indent: number): string {
  const key = `${' '.repeat(indent)}${propertyName(property.name)}:`;
  const type = printType(property.type, key.length + 1, indent);
  return type.startsWith('\n') ? key + type : `${key} ${type}`;
}

const literal = (one: Literal): string => (typeof one === 'string' ? quote(one) : String(one));

function flatType(type: BicepType): string {
  switch (type.kind) {
    case 'literals':
      return type.of.map(literal).join(' | ');
    case 'array':
      return type.of.kind === 'literals' ? `(${flatType(type.of)})[]` : `${flatType(type.of)}[]`;
    case 'nullable':
      return type.of.kind === 'literals' ? `(${flatType(type.of)})?` : `${flatType(type.of)}?`;
    case 'object':
      return `{ ${type.properties.map((property) => `${propertyName(property.name)}: ${flatType(property.type)}`).join(', ')} }`;
    default:
      return type.kind;
  }
}
