import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as fc from 'fast-check';
import { modulePath, pins, type ModuleName } from '../avm-catalog/modules/pins.ts';
import { openCompiler } from '../src/checks/bicep/open.ts';
import { checkWith } from '../src/checks/check.ts';
import { deepest } from '../src/checks/depth.ts';
import { prepareModules } from '../src/checks/modules/prepare.ts';
import { publicRegistry } from '../src/checks/modules/source.ts';
import { generate } from '../src/files/generate.ts';
import { describe } from '../src/findings/describe.ts';
import type { Finding } from '../src/findings/finding.ts';
import { addedModule, anyAnswers } from '../test/support/any-answers.ts';
import { bicepPath } from '../test/support/bicep.ts';
import { catalog } from '../test/plan/support.ts';
import { modulesFolder } from '../test/support/modules.ts';

/**
 * `npm run answers -- [count] [seed] [all]`: random valid answers through all validation levels, with the real compiler
 * and the real modules. Each file has one of its environments checked, in turn, since most of the time goes into
 * predictions; with `all`, it has all of them. Prints every finding that isn't the answers' own, and ends with 1 if
 * there is one.
 */
const [count = 20, seed = 1] = process.argv.slice(2, 4).map(Number);
const isWhole = process.argv[4] === 'all';
const modules = modulesFolder();
if (modules === null) throw new Error('There are no modules: set AVM_MODULES_DIR');
const root = mkdtempSync(join(tmpdir(), 'any-answers-'));
const pinned = (Object.keys(pins) as ModuleName[]).map((name) => ({ module: modulePath(name), version: pins[name] }));
const prepared = await prepareModules(
  { kind: 'folder', folder: modules },
  { root, modules: [...pinned, addedModule], registry: publicRegistry, bicep: bicepPath() },
);
const { session } = await openCompiler({ environment: prepared.environment });
const counts = new Map<string, number>();
let strange = 0;
let environments = 0;
try {
  for (const [index, answers] of fc.sample(anyAnswers, { numRuns: count, seed }).entries()) {
    const { files = [], plan, spec } = generate(answers, 'version: 1\n', catalog);
    if (!plan || !spec) throw new Error(`no plan: ${JSON.stringify(answers)}`);
    const folder = join(prepared.root, `run${index}`);
    for (const { path, text } of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const { environments: own } = plan;
    const checked = isWhole ? own : own.filter((_, at) => at === index % own.length);
    const request = { root: folder, spec, plan, catalog, environments: checked, depth: deepest };
    const report = await checkWith(session, request, folder, 'folder');
    environments += report.snapshots.length;
    for (const one of report.findings) {
      counts.set(one.code, (counts.get(one.code) ?? 0) + 1);
      if (isOwn(one)) continue;
      strange += 1;
      const { message } = describe(one);
      console.log(
        `${index} ${one.severity} ${one.code} ${one.where.environment ?? ''} ${one.where.resource ?? ''}: ${message}`,
      );
    }
    if (report.snapshots.length !== checked.length) {
      strange += 1;
      console.log(`${index} ${checked.length - report.snapshots.length} environments are not predicted`);
    }
    rmSync(folder, { recursive: true });
  }
} finally {
  await session.close();
  await prepared.dispose();
  rmSync(root, { recursive: true, force: true });
}
const said = [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([code, times]) => `${code} ${times}`);
console.log(
  `${count} answers from seed ${seed}, ${environments} environments, ${strange} findings that are not the answers' own`,
);
console.log(said.join('\n'));
process.exitCode = strange === 0 ? 0 : 1;

/** A SHOULD that an answer breaks, what a waiver covers, a limit that is near, or a known fault of a module. */
function isOwn({ code, severity }: Finding): boolean {
  if (code === 'types/module-fault' || code === 'rule-waived') return true;
  return /^(?:limits|constitution)\//.test(code) && severity === 'warning';
}
