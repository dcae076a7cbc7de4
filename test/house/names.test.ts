import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { components } from '../../avm-catalog/components/index.ts';

/**
 * The engine knows no component, no setting of one, and no requirement: what it needs of them, components and blueprints
 * declare. The schema of the answers is made from these, and is not looked at.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const left = ['src/answers/schema.json'];
const files = ['src', 'generators', 'templates']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replaceAll('\\', '/')),
  )
  .filter((path) => !left.includes(path))
  .toSorted();

const names = components.map((one) => one.name).join('|');
const keys = components.flatMap(({ inputs }) => inputs?.token.key ?? []).join('|');
const named = [
  new RegExp(`(['"\`])(?:${names}|${keys})\\1`),
  new RegExp(`\\binputs(?:\\??\\.|\\[['"])(?:${keys})\\b`),
  new RegExp(`\\binputs: \\{[^}]*\\b(?:${keys})\\b`),
  new RegExp(`\\.(?:${keys})\\.`),
  new RegExp(`components/(?:${names})/`),
  /\bFR-0\d\d\b/,
];
/** A path of a setting, as prose has it; what findings say is all in one place, and is not looked at. */
const path = new RegExp(`(?:^|[^\\w./$-])(?:${keys})\\.[a-zA-Z]`);
const prose = 'src/findings/messages/';

function namesIn(file: string, text: string): readonly string[] {
  const patterns = file.startsWith(prose) ? named : [...named, path];
  return text
    .split('\n')
    .flatMap((line, index) => (patterns.some((one) => one.test(line)) ? [`${file}:${index + 1}: ${line.trim()}`] : []));
}

const found = new Map(files.map((file) => [file, namesIn(file, readFileSync(join(root, file), 'utf8'))]));

it('no file of the engine names a component, a setting of one, or a requirement of a blueprint', () => {
  expect(files.length).toBeGreaterThan(300);
  expect([...found.values()].flat()).toEqual([]);
});

it('finds what it forbids, and nothing else', () => {
  const [name = ''] = components.map((one) => one.name);
  const [key = ''] = components.flatMap(({ inputs }) => inputs?.token.key ?? []);
  const lines = [
    `has('${name}')`,
    `"${key}"`,
    `view.inputs.${key}.size`,
    `({ inputs: { other, ${key}: is } }) => is`,
    `spec.${key}.size`,
    `such as ${key}.size`,
    `from '../avm-catalog/components/${name}/inputs.ts'`,
    'FR-001',
  ];
  for (const line of lines) expect(namesIn('src/x.ts', line), line).toHaveLength(1);
  expect(namesIn('src/x.ts', `avm/res/network/${name}\n${key}s\nFR-101\ninputs.key`)).toEqual([]);
});
