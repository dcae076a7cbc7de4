import { describe, expect, it } from 'vitest';
import { readDeclarations, type Declaration } from '../../src/bicep/declarations.ts';
import { cases, readCase } from '../cases/cases.ts';

const first = /^\s*@description\('(.*)'\)$/;

/** What is wrong with the description of a parameter or of a property, as AVM writes them. A nested object ends on another line. */
function flawOf(description: string, isNullable: boolean | undefined): string | undefined {
  const [, kind] = /^(Required|Optional|Conditional)\. [A-Z].*\.$/.exec(description) ?? [];
  if (kind === undefined) return `not a sentence after Required, Optional, or Conditional: ${description}`;
  return isNullable !== undefined && (kind === 'Required') === isNullable
    ? `${kind}, though it is ${isNullable ? '' : 'not '}nullable: ${description}`
    : undefined;
}

function descriptionOf({ decorators }: Declaration): string {
  return decorators
    .flat()
    .flatMap(({ text }) => first.exec(text)?.[1] ?? [])
    .join('');
}

/** Properties of types, each with the description on the line above it. */
function propertiesIn({ code }: Declaration): readonly (readonly [description: string, line: string])[] {
  return code.flatMap(({ text }, index) => {
    const above = first.exec(code[index - 1]?.text ?? '')?.[1];
    return above !== undefined && /^\s+\w+: /.test(text) ? [[above, text] as const] : [];
  });
}

function flawsIn(text: string): readonly string[] {
  return readDeclarations(text.split('\n')).flatMap((one) => {
    const head = one.code.find(({ line }) => line === one.line)?.text ?? '';
    if (one.kind === 'param') return flawOf(descriptionOf(one), /\?$|=/.test(head)) ?? [];
    const own =
      one.kind === 'module' || one.kind === 'resource' || /^[A-Z]/.test(descriptionOf(one))
        ? []
        : [`${one.kind} ${one.name}: ${descriptionOf(one)}`];
    const inside =
      one.kind === 'type'
        ? propertiesIn(one).flatMap(
            ([description, line]) => flawOf(description, line.endsWith('{') ? undefined : line.endsWith('?')) ?? [],
          )
        : [];
    return [...own, ...inside];
  });
}

describe.each(cases)('%s', (name) => {
  const files = (readCase(name).generated.files ?? []).filter(({ path }) => path.endsWith('.bicep'));

  it.each(files.map(({ path, text }) => [path, text] as const))('describes everything in %s as AVM does', (_, text) => {
    expect(text).toContain('@description(');
    expect(flawsIn(text)).toEqual([]);
  });
});

it.each([
  ['no first word', "@description('Name of it.')\nparam name string"],
  ['no period', "@description('Required. Name of it')\nparam name string"],
  ['the wrong first word', "@description('Required. Name of it.')\nparam name string?"],
  ['the wrong first word for a default', "@description('Required. Name of it.')\nparam name string = 'a'"],
  ['none', 'param name string'],
  ['a variable without one', "var name = 'a'"],
  [
    'a property that is said to be optional',
    "@description('It.')\ntype it = {\n  @description('Optional. Name.')\n  name: string\n}",
  ],
])('finds a description with %s', (_, text) => {
  expect(flawsIn(text)).toHaveLength(1);
});
