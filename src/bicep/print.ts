import { commentText, escapeText, propertyName, quote } from './escape.ts';
import { width } from './print-type.ts';
import { beforeLast } from './before-last.ts';
import { reference } from './reference.ts';
import {
  call,
  isArray,
  isExpression,
  isObject,
  item,
  symbol,
  unmarked,
  type Expression,
  type ImportedExpression,
  type ObjectValue,
  type Reason,
  type Value,
} from './value.ts';

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
    if (isExpression(value) && value.$ === 'imported') return this.value(callOf(value), indent, column);
    if (isArray(value)) return this.#array(value, indent);
    if (isObject(value)) return this.object(value, indent);
    return this.#expression(value as Expression, indent);
  }

  /** One line, or undefined where the value needs several. */
  flat(value: Value): string | undefined {
    const inner = unmarked(value);
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
      return [this.#marked(value, key + this.value(unmarked(value), indent + 2, key.length))];
    });
    return lines.length === 0 ? '{}' : `{\n${lines.join('\n')}\n${' '.repeat(indent)}}`;
  }

  #marked(value: Value, text: string): string {
    return isExpression(value) && value.$ === 'because' ? markLines(text, this.#mark(value.reason)) : text;
  }

  #array(items: readonly Value[], indent: number): string {
    const inside = ' '.repeat(indent + 2);
    const lines = items.map((one) => {
      const text = inside + this.value(unmarked(one), indent + 2);
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
      case 'imported':
        return this.flat(callOf(expression));
    }
  }

  #operator(op: string, of: readonly Value[]): string | undefined {
    const operands = of.map((operand) => {
      const flat = this.flat(operand);
      const inner = unmarked(operand);
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
    const inner = unmarked(value);
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
      case 'lambda':
        return `${expression.item} => ${this.value(expression.body, indent)}`;
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

/** As the file that imports it has it. */
const callOf = ({ name, args }: ImportedExpression): Value => (args.length === 0 ? symbol(name) : call(name, ...args));

function breaks(value: Value): boolean {
  const inner = unmarked(value);
  if (isArray(inner)) return inner.length > 0;
  return (
    isExpression(inner) &&
    ['call', 'if', 'spread', 'imported'].includes(inner.$) &&
    ((inner.$ !== 'call' && inner.$ !== 'imported') || inner.args.length > 0)
  );
}
