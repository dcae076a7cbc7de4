import { describe, expect, it } from 'vitest';
import type { Generated } from '../../src/files/generate.ts';
import { made, redis, sixty } from './many-components.ts';

const textOf = ({ files = [] }: Pick<Generated, 'files'>, path: string): string =>
  files.find((one) => one.path === path)?.text ?? '';
const readmeOf = (components: object): string => textOf(made(components), 'README.md');
const headings = (readme: string): readonly string[] => readme.split('\n').filter((one) => one.startsWith('### '));
const series = (count: number, name: string, of: (index: number) => object = () => ({ type: 'storage-account' })) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${name}-${index}`, of(index)]));

/** Lines of the section with this heading. */
function section(readme: string, heading: string): string {
  const [, rest = ''] = readme.split(`### ${heading}\n`);
  return rest.split(/\n##/)[0] ?? '';
}

describe('sections of components by name', () => {
  it('are one for four of a kind, with a row and an anchor for each, and three for three', () => {
    const three = readmeOf(series(3, 'store'));
    expect(headings(three)).toEqual(
      expect.arrayContaining(['### Storage account store-0', '### Storage account store-2']),
    );
    const four = readmeOf(series(4, 'store'));
    expect(headings(four).filter((one) => one.includes('torage'))).toEqual(['### Storage accounts']);
    const said = section(four, 'Storage accounts');
    for (const index of [0, 1, 2, 3])
      expect(said).toContain(
        `| <a id="storage-account-store-${index}"></a>store-${index} | every environment | \`store${index}\` |`,
      );
    expect(said).toContain('$(output store0Name)');
    expect(said).not.toContain('store1Name');
  });

  it('are of those alone of which the same is true', () => {
    const readme = readmeOf(
      series(6, 'store', (index) => ({ type: 'storage-account', shares: index % 2 === 0 ? ['exports'] : [] })),
    );
    expect(headings(readme).filter((one) => one.includes('torage'))).toEqual([
      '### Storage accounts: store-0, store-2, and store-4',
      '### Storage accounts: store-1, store-3, and store-5',
    ]);
    expect(section(readme, 'Storage accounts: store-0, store-2, and store-4')).toContain(
      'clients mount the file shares',
    );
    expect(section(readme, 'Storage accounts: store-1, store-3, and store-5')).not.toContain(
      'clients mount the file shares',
    );
  });

  it('keep apart a component whose name is a word of the text', () => {
    const names = ['az', 'output', 'network', 'name', 'vault'];
    const readme = readmeOf(Object.fromEntries(names.map((name) => [name, { type: 'key-vault' }])));
    const said = section(readme, 'Key vaults');
    for (const name of names) expect(said).toContain(`</a>${name} | every environment | \`${name}\` |`);
    expect(said).toContain('az role assignment create');
  });

  it('have the reason of each component in its row, and of all in the rest', () => {
    const result = made(series(4, 'cache', () => redis()));
    const readme = (result.files ?? []).find((one) => one.path === 'README.md');
    const lines = readme?.text.split('\n') ?? [];
    const reasonAt = (text: string) => {
      const line = lines.findIndex((one) => one.includes(text)) + 1;
      return readme?.trace.find(({ from, to }) => from <= line && line <= to)?.reason;
    };
    expect(reasonAt('<a id="cacheredis-cache-2">')?.component).toBe('cache-2');
    expect(reasonAt('The following steps are for cache-0')?.answers).toEqual(
      [0, 1, 2, 3].map((index) => `components.cache-${index}.enabled`),
    );
  });

  it('say a limitation and what follows a removal once', () => {
    const readme = readmeOf(series(5, 'vault', () => ({ type: 'key-vault' })));
    expect(readme.match(/purge protection of the key vault/g)).toHaveLength(1);
    expect(readme.match(/az keyvault list-deleted/g)).toHaveLength(1);
    expect(readme).toContain('The same applies to vault-1, vault-2, vault-3, vault-4.');
  });
});

describe('documents of many components', () => {
  const sizes = (components: object): Readonly<Record<string, number>> =>
    Object.fromEntries(
      (made(components).files ?? [])
        .filter(({ path }) => path.endsWith('.md'))
        .map(({ path, text }) => [path, Buffer.byteLength(text)]),
    );

  it('grow by lines, not by sections', () => {
    const two = (count: number) => ({
      ...series(count, 'store'),
      ...series(count, 'vault', () => ({ type: 'key-vault' })),
    });
    const [few, many] = [sizes(two(10)), sizes(two(40))];
    expect(Object.keys(few)).toContain('README.md');
    for (const [path, size] of Object.entries(few)) expect(((many[path] ?? 0) - size) / 60, path).toBeLessThan(420);
    expect(many['README.md']).toBeLessThan(50_000);
  });

  it('are short for sixty of all kinds', () => {
    const texts = (sixty().files ?? []).filter(({ path }) => path.endsWith('.md'));
    for (const { path, text } of texts) expect(Buffer.byteLength(text) / 60, path).toBeLessThan(930);
  });
});
