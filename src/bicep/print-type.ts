import { propertyName, quote } from './escape.ts';
import type { BicepType, TypeProperty } from './type.ts';
import type { Literal } from './value.ts';

/** Line width of `bicep format`. */
export const width = 120;

export function printImport(names: readonly string[], path: string): string {
  const flat = `import { ${names.join(', ')} } from ${quote(path)}`;
  return flat.length <= width ? flat : `import {\n${names.map((one) => `  ${one}`).join('\n')}\n} from ${quote(path)}`;
}

/** What is before the body of a function: its parameters are on one line where they fit, and the body may begin there. */
export function printSignature(
  name: string,
  parameters: readonly { readonly name: string; readonly type: BicepType }[],
  returns: BicepType,
): string {
  const all = parameters.map((one) => `${one.name} ${printType(one.type)}`);
  const flat = `func ${name}(${all.join(', ')}) ${printType(returns)} => `;
  if (flat.length < width) return flat;
  return `func ${name}(\n${all.map((one) => `  ${one}`).join(',\n')}\n) ${printType(returns)} => `;
}

/** A type as Bicep writes it: on one line where it fits behind `column` characters. */
export function printType(type: BicepType, column = 0, indent = 0): string {
  const flat = flatType(type);
  if (column + flat.length <= width && !isDescribed(type)) return flat;
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

/** A description is on a line of its own. */
function isDescribed(type: BicepType): boolean {
  if (type.kind === 'array' || type.kind === 'nullable') return isDescribed(type.of);
  return (
    type.kind === 'object' && type.properties.some((one) => one.description !== undefined || isDescribed(one.type))
  );
}

function propertyType({ name, description, type: of }: TypeProperty, indent: number): string {
  const start = ' '.repeat(indent);
  const said = description === undefined ? '' : `${start}@description(${quote(description)})\n`;
  const key = `${start}${propertyName(name)}:`;
  const type = printType(of, key.length + 1, indent);
  return said + (type.startsWith('\n') ? key + type : `${key} ${type}`);
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
    case 'named':
      return type.name;
    default:
      return type.kind;
  }
}
