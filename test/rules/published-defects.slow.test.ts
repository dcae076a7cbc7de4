import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createFixture, type FsFixture } from 'fs-fixture';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCompiler } from '../../src/checks/bicep/open.ts';
import type { BicepSession } from '../../src/checks/bicep/session.ts';
import { checkWith } from '../../src/checks/check.ts';
import { modulesOf } from '../../src/checks/with-modules.ts';
import { prepareModules, type PreparedModules } from '../../src/checks/modules/prepare.ts';
import { publicRegistry } from '../../src/checks/modules/source.ts';
import type { Finding } from '../../src/findings/finding.ts';
import { readCase } from '../cases/cases.ts';
import { catalog } from '../plan/support.ts';
import { bicepPath } from '../support/bicep.ts';
import { modulesFolder } from '../support/modules.ts';
import { defects, type Edit } from './published-defects.ts';
import { isMissing } from '../support/tools.ts';

const modules = modulesFolder();
const { plan, spec, files = [] } = readCase('everything-on').generated;
const generated = new Map(files.map((file) => [file.path, file.text]));

/** Throws where the text to be edited is not there once. */
function edited(edits: readonly Edit[]): ReadonlyMap<string, string> {
  const texts = new Map(generated);
  for (const [path, find, replace] of edits) {
    const text = texts.get(path) ?? '';
    const count = find === '' ? 1 : text.split(find).length - 1;
    if (text === '' || count !== 1) throw new Error(`${path} has ${count} times: ${find}`);
    texts.set(path, find === '' ? `${text}${replace}` : text.replace(find, () => replace));
  }
  return texts;
}

/** What a finding is about: the resource, or what the compiler says of which file. */
function about({ where, args }: Finding): string {
  return where.resource ?? `${where.file ?? ''} ${JSON.stringify(args)}`;
}

describe.skipIf(modules === null || isMissing('bicep'))('a published defect, put into a workspace', () => {
  let folder: FsFixture;
  let prepared: PreparedModules;
  let session: BicepSession;

  beforeAll(async () => {
    process.env['BICEP_PATH'] = bicepPath();
    if (!plan) throw new Error('no plan');
    folder = await createFixture();
    for (const [path, text] of generated) {
      mkdirSync(dirname(folder.getPath(path)), { recursive: true });
      writeFileSync(folder.getPath(path), text);
    }
    const root = folder.path.replace(/\/$/, '');
    const source = { kind: 'folder', folder: modules ?? '' } as const;
    prepared = await prepareModules(source, {
      root,
      modules: modulesOf(plan),
      registry: publicRegistry,
      bicep: bicepPath(),
    });
    ({ session } = await openCompiler({ environment: prepared.environment }));
  });

  afterAll(async () => {
    await session?.close();
    await prepared?.dispose();
    await folder?.rm();
  });

  async function check(edits: readonly Edit[]): Promise<readonly Finding[]> {
    if (!plan) throw new Error('no plan');
    for (const [path, text] of edited(edits)) writeFileSync(join(prepared.root, path), text);
    const request = { root: prepared.root, spec, plan, catalog, environments: ['prod'], depth: 'snapshot' } as const;
    return (await checkWith(session, request, prepared.root, 'folder')).findings;
  }

  it('is none of the workspace as it is generated', async () => {
    expect(await check([])).toEqual([]);
  });

  it.each(defects)('$number: $what', async ({ edits, found }) => {
    const findings = await check(edits);
    for (const [id, resource] of found) {
      const own = findings.filter((one) => one.code === id || one.ids.includes(id)).map(about);
      const all = findings.map((one) => `${one.code} ${one.ids.join()} ${about(one)}`).join('\n');
      expect(
        own.filter((text) => resource.test(text)),
        `${id} ${resource.source}\n${all}`,
      ).not.toEqual([]);
    }
  });
});
