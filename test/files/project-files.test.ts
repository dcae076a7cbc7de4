import { describe, expect, it } from 'vitest';
import { linterRules } from '../../src/files/linter-rules.ts';
import { mirrorFacts } from '../../src/files/mirror.ts';
import { schemaText } from '../../src/answers/json-schema.ts';
import { isTrusted, trustName } from '../../src/checks/modules/trust.ts';
import { fileOf } from '../plan/support.ts';

interface Config {
  readonly analyzers: { readonly core: { readonly rules: Readonly<Record<string, { readonly level: string }>> } };
  readonly moduleAliases?: { readonly br: { readonly public: object } };
  readonly experimentalFeaturesEnabled?: object;
}

const config = (modules?: { readonly registry: string; readonly path: string }): Config =>
  JSON.parse(fileOf('bicepconfig.json', modules ? { modules } : {}).replace(/^\s*\/\/.*$/gm, '')) as Config;

describe('bicepconfig.json', () => {
  it('has every core rule once, sorted, as an error but for those with a reason', () => {
    const codes = linterRules.map((one) => one.code);
    expect(codes).toHaveLength(53);
    expect(codes).toEqual([...new Set(codes)].toSorted());
    expect(linterRules.filter((one) => one.level === 'off').map((one) => one.code)).toEqual([
      'use-recent-api-versions',
      'use-recent-module-versions',
    ]);
    for (const { level, why } of linterRules) expect(why === '').toBe(level === 'error');
    expect(Object.entries(config().analyzers.core.rules)).toEqual(
      linterRules.map(({ code, level }) => [code, { level }]),
    );
  });

  it('leads to a mirror only where the answers name one', () => {
    expect(Object.keys(config())).toEqual(['analyzers']);
    const { moduleAliases, experimentalFeaturesEnabled } = config({
      registry: 'registry.example:5000',
      path: 'mirrors/avm',
    });
    expect(moduleAliases).toEqual({ br: { public: { registry: 'registry.example:5000', modulePath: 'mirrors/avm' } } });
    expect(experimentalFeaturesEnabled).toBeUndefined();
  });

  it('speaks plain HTTP to this machine alone', () => {
    for (const registry of ['localhost:5000', '127.0.0.1:5000'])
      expect(config({ registry, path: 'bicep' }).experimentalFeaturesEnabled).toEqual({ ociEnabled: true });
  });
});

describe('a mirror', () => {
  it.each([
    'registry.example:5000',
    'Team.azurecr.io',
    'x.azurecr.cn',
    'ghcr.io',
    'mcr.microsoft.com',
    'localhost:5000',
    'azurecr.io.example',
  ])('%s is trusted where the compiler trusts it', (registry) => {
    expect(mirrorFacts({ registry, path: 'bicep' })).toMatchObject({
      trusted: isTrusted(registry, {}),
      host: trustName(registry),
    });
  });

  it('is reported in the README, with what the compiler must be told', () => {
    const other = fileOf('README.md', { modules: { registry: 'registry.example:5000', path: 'mirrors/avm' } });
    expect(other).toContain('export BICEP_TRUSTED_REGISTRIES=registry.example\n');
    const known = fileOf('README.md', { modules: { registry: 'team.azurecr.io', path: 'mirrors/avm' } });
    expect(known).toContain('`team.azurecr.io`');
    expect(known).not.toContain('BICEP_TRUSTED_REGISTRIES');
  });
});

describe('files for editors and git', () => {
  it('keep line ends and hide what is left behind', () => {
    expect(fileOf('.gitattributes')).toBe('* text=auto eol=lf\n/.avm/** linguist-generated=true\n');
    expect(fileOf('.gitignore')).toMatch(/^\/\.avm\/journal\.json$[^]*^\/\.avm\/lock\*$[^]*^\/\.avm\/staging\/$/m);
    expect(fileOf('.editorconfig')).toMatch(/^root = true\n\n\[\*\]\n/);
  });

  it('let an editor complete avm.yaml', () => {
    expect(fileOf('.avm/avm.schema.json')).toBe(schemaText());
  });
});
