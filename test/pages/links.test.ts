import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { pages, root } from './pages.ts';

const others = ['AGENTS.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md'].map((path) => [path, textOf(path)] as const);

function textOf(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** Anchors that GitHub gives to the headings of a page. */
function anchorsOf(path: string): readonly string[] {
  return Array.from(textOf(path).matchAll(/^#+ (.+)$/gm), ([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

it.each([...pages, ...others])('%s links to files and headings that exist', (page, text) => {
  const broken = Array.from(text.matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g)).filter(
    ([, path = '', anchor]) => {
      const target = path === '' ? page : join(dirname(page), path);
      if (!existsSync(join(root, target))) return true;
      return anchor !== undefined && !anchorsOf(target).includes(anchor);
    },
  );
  expect(broken.map(([link]) => link)).toEqual([]);
});

it('lists every page in the index', () => {
  const index = pages.get('docs/README.md') ?? '';
  const names = [...pages.keys()].filter((path) => path.startsWith('docs/') && path !== 'docs/README.md');
  expect(names.filter((path) => !index.includes(`](${path.slice('docs/'.length)})`))).toEqual([]);
});
