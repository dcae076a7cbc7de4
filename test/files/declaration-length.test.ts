import { describe, expect, it } from 'vitest';
import { readDeclarations } from '../../src/bicep/declarations.ts';
import { cases, filesOf } from '../cases/cases.ts';
import { fileOf } from '../plan/support.ts';

const screen = 60;

/** Declarations that no screen shows, without comments and decorators. */
function longIn(text: string): readonly string[] {
  return readDeclarations(text.split('\n'))
    .filter(({ line, to }) => to - line + 1 > screen)
    .map(({ kind, name, line, to }) => `${kind} ${name}: ${to - line + 1} lines`);
}

/** Of the files that are generated. */
const bicepOf = (name: string) => filesOf(name).filter(([path]) => /^(?:main|[\w-]+-rules)\.bicep$/.test(path));

describe.each(cases)('%s', (name) => {
  it.each(bicepOf(name))('has no declaration in %s that is longer than a screen', (_, text) => {
    expect(longIn(text)).toEqual([]);
  });
});

it('finds a longer one', () => {
  const lines = Array.from({ length: 60 }, () => '  1');
  expect(longIn(['var long = [', ...lines, ']'].join('\n'))).toEqual(['var long: 62 lines']);
  expect(longIn(['var long = [', ...lines.slice(2), ']'].join('\n'))).toEqual([]);
});

describe('a long module call', () => {
  const plan =
    '/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/rg/providers/Microsoft.Web/serverfarms/asp';
  const module = (parameters: object) => ({
    components: {
      site: {
        type: 'avm-module',
        module: 'avm/res/web/site',
        version: '0.24.0',
        params: { ...parameters, serverFarmResourceId: plan },
      },
    },
  });
  const settings = (from: number, count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`SETTING_${from + index}`, 'on']));

  it('has its longest part in a variable above it', () => {
    const text = fileOf(
      'main.bicep',
      module({ kind: 'app', configs: [{ name: 'appsettings', properties: settings(0, 50) }] }),
    );
    expect(text).toMatch(/\nvar siteConfigs = \[\n[^@]+\n\n\/\/ [^\n]+\nmodule site /);
    expect(text).toContain('\n    configs: siteConfigs\n');
    expect(longIn(text)).toEqual([]);
  });

  it('that a screen shows has all of it', () => {
    const text = fileOf(
      'main.bicep',
      module({ kind: 'app', configs: [{ name: 'appsettings', properties: settings(0, 5) }] }),
    );
    expect(text).not.toContain('siteConfigs');
  });
});
