import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { createFixture } from 'fs-fixture';
import { loadInterface } from '../../../avm-catalog/modules/load.ts';
import { publicRepository, writeCacheEntry } from '../../../src/checks/modules/cache-entry.ts';
import { stubTemplate, type StubOptions } from '../../../src/checks/modules/interface-stub.ts';
import { bicepPath } from '../../support/bicep.ts';

export interface ModuleCall {
  readonly module: string;
  readonly version: string;
  /** Bicep of the params object. */
  readonly params: string;
}

export interface CompileOptions extends StubOptions {
  /** Bicep that comes first. */
  readonly head?: string;
  /** Text of main.json in place of the stub's. */
  readonly template?: (module: string, version: string) => string;
}

/** What the compiler says of each call, with modules of interfaces alone; what it says of `head` comes first. */
export async function compileCalls(calls: readonly ModuleCall[], options: CompileOptions = {}): Promise<string[][]> {
  await using fixture = await createFixture({});
  const cacheRootDirectory = join(fixture.path, 'cache');
  const template = options.template ?? ((module, version) => stubText(module, version, options));
  for (const { module, version } of calls) {
    writeCacheEntry(cacheRootDirectory, publicRepository(module), version, template(module, version));
  }
  const texts = calls.map(
    ({ module, version, params }, index) =>
      `module m${index} 'br/public:${module}:${version}' = {\n  params: ${params}\n}`,
  );
  const parts = [options.head ?? '', ...texts];
  await fixture.writeFile('main.bicep', parts.join('\n'));
  await fixture.writeFile(
    'bicepconfig.json',
    JSON.stringify({ cacheRootDirectory, analyzers: { core: { enabled: false } } }),
  );
  const run = spawnSync(bicepPath(), ['build', '--no-restore', '--outfile', 'main.json', 'main.bicep'], {
    cwd: fixture.path,
    encoding: 'utf8',
  });
  if (run.error) throw run.error;
  return sortByPart(run.stderr, parts);
}

function stubText(module: string, version: string, options: StubOptions): string {
  const loaded = loadInterface(module, version);
  if ('finding' in loaded) throw new Error(JSON.stringify(loaded.finding));
  return JSON.stringify(stubTemplate(loaded.interface, options));
}

function sortByPart(stderr: string, parts: readonly string[]): string[][] {
  const said = parts.map((): string[] => []);
  const ends: number[] = [];
  for (const part of parts) ends.push((ends.at(-1) ?? 0) + part.split('\n').length);
  for (const [, line, message] of stderr.matchAll(/main\.bicep\((\d+),\d+\) : (.*?)(?: \[http|$)/gm)) {
    said[ends.findIndex((end) => Number(line) <= end)]?.push(message ?? '');
  }
  return said;
}
