import { loadIndex } from '../avm-catalog/modules/load.ts';
import { modulesFolder } from '../test/support/modules.ts';
import { compileSamples, type Outcome } from './modules/compile.ts';
import { sampleOf } from './modules/samples.ts';

/**
 * `npm run modules [PATH…]`: adds each module of the catalog with a value for each parameter that it needs, and compiles
 * it against the real module. Prints how many were accepted, and what was said of the others.
 */
const wanted = process.argv.slice(2);
const all = Object.keys(loadIndex()).filter((one) => wanted.length === 0 || wanted.some((part) => one.includes(part)));
const folder = modulesFolder();
if (folder === null) throw new Error('AVM_MODULES_DIR has to name a folder of compiled modules');

const samples = all.map(sampleOf);
const outcomes = await compileSamples(samples, folder);
const of = (stage: Outcome['stage']): readonly Outcome[] => outcomes.filter((one) => one.stage === stage);
const accepted = of('accepted');
const fromDefaults = accepted.filter(({ from }) => from === 'defaults');
const more = fromDefaults.filter(({ params }) => Object.keys(params).length > 0);

for (const { module, stage, said } of [...of('other scope'), ...of('types only'), ...of('refused'), ...of('compiler')])
  console.log(`${stage.padEnd(11)} ${module}: ${said}`);
for (const { module, said } of accepted.filter((one) => one.said !== '')) console.log(`warning     ${module}: ${said}`);
console.log(
  `${all.length} modules: ${accepted.length} compile, ${of('other scope').length} are for another scope, ` +
    `${of('types only').length} with types only, ${of('refused').length} refused, ${of('compiler').length} with errors of the compiler`,
);
console.log(
  `${fromDefaults.length} of those that compile have the values of their own test "Using only defaults" ` +
    `(${more.length} with more than a name); all others have values made from types`,
);
process.exitCode = of('refused').length + of('compiler').length === 0 ? 0 : 1;
