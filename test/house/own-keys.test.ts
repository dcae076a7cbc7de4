import { fileURLToPath } from 'node:url';
import { SyntaxKind, type BinaryExpression, type ElementAccessExpression, type Node } from 'typescript/unstable/ast';
import { isBinaryExpression, isElementAccessExpression, isStringLiteral } from 'typescript/unstable/ast/is';
import { API, TypeFlags, type Project } from 'typescript/unstable/sync';
import { createFixture } from 'fs-fixture';
import { expect, it } from 'vitest';

/**
 * `record[key]` gives what every object inherits where the key is `constructor`, and `record['__proto__'] = x` sets no
 * key at all. Where the type of a key is text, `ownValue` looks it up, and entries or a Map build a record.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const shipped = /\/(src|avm-catalog|generators)\/(?!modules\/data\/|bicep\/own\.ts$)/;

function lookups(project: Project, file: string): readonly string[] {
  const source = project.program.getSourceFile(file);
  if (!source) return [];
  const found: (ElementAccessExpression | BinaryExpression)[] = [];
  const visit = (node: Node): void => {
    if (isElementAccessExpression(node)) found.push(node);
    if (isBinaryExpression(node) && node.operatorToken.kind === SyntaxKind.InKeyword && !isStringLiteral(node.left))
      found.push(node);
    node.forEachChild(visit);
  };
  visit(source);
  const anyText =
    TypeFlags.String | TypeFlags.TemplateLiteral | TypeFlags.StringMapping | TypeFlags.Any | TypeFlags.Unknown;
  const isText = (node: Node): boolean => {
    const type = project.checker.getTypeAtLocation(node);
    const parts = type?.isUnionType() ? type.getTypes() : [type];
    return parts.some((one) => one !== undefined && (one.flags & anyText) !== 0);
  };
  return found
    .filter((node) => isText(isElementAccessExpression(node) ? node.argumentExpression : node.left))
    .map(
      (node) =>
        `${file.slice(file.search(/\/(src|avm-catalog|generators)\//) + 1)}:${source.text.slice(0, node.end).split('\n').length}: ${node.getText(source)}`,
    );
}

function lookupsIn(folder: string): { readonly files: number; readonly found: readonly string[] } {
  const api = new API({ cwd: folder });
  try {
    const [project] = api
      .updateSnapshot({ openProjects: [`${folder.replace(/\/$/, '')}/tsconfig.json`] })
      .getProjects();
    if (!project) throw new Error(`no project in ${folder}`);
    const files = project.program
      .getSourceFileNames()
      .filter((file) => shipped.test(file) && !file.includes('node_modules'));
    return { files: files.length, found: files.flatMap((file) => lookups(project, file)) };
  } finally {
    api.close();
  }
}

it('a key that is only known when it runs is looked up among own keys', () => {
  const { files, found } = lookupsIn(root);
  expect(files).toBeGreaterThan(300);
  expect(found).toEqual([]);
}, 60_000);

it('finds what it forbids', async () => {
  await using fixture = await createFixture({
    'tsconfig.json': JSON.stringify({
      compilerOptions: { strict: true, target: 'es2023', types: [] },
      include: ['src'],
    }),
    'src/a.ts': [
      'declare const record: Record<string, number>; declare const key: string; declare const list: number[];',
      'declare const some: { a: number; b: number }; declare const letter: "a" | "b"; declare const at: number;',
      'export const read = record[key];',
      'export const deep = [record][0]?.[`x${key}`];',
      'record[key] = 1;',
      'export const there = key in record;',
      "export const fine = [record['a'], list[at], some[letter], 'a' in record];",
    ].join('\n'),
  });
  expect(lookupsIn(fixture.path).found.map((one) => one.split(':')[1])).toEqual(['3', '4', '5', '6']);
}, 60_000);
