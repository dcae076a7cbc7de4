import { string } from '../../../src/bicep/type.ts';
import type { ObjectValue } from '../../../src/bicep/value.ts';
import { component, type Composer } from '../../kernel/component.ts';
import { paramsOf } from '../../kernel/given-params.ts';
import { referencesOf, secretProblems } from '../../kernel/given-references.ts';
import { takesName } from '../../kernel/file-type.ts';
import { keyless } from '../../azure/keyless.ts';
import { diagnostics, outputOf } from '../../kernel/patterns.ts';
import { problem } from '../../kernel/problem.ts';
import { alike } from '../../kernel/inputs.ts';
import type { BicepFile } from '../../modules/bicep-file.ts';
import { bicepFileDefinition } from './definition.ts';
import { bicepFileDocs } from './docs.ts';
import { drawing } from './drawing.ts';
import { bicepFileInputs } from './inputs.ts';
import { nameSpec } from './name.ts';
import { capital } from '../../../src/text/pascal.ts';

export const bicepFile = component({
  name: 'bicep-file',
  title: 'Your own Bicep file',
  summary: 'Your own Bicep file, deployed with your parameters',
  serves: [],
  inputs: bicepFileDefinition,
  docs: bicepFileDocs,
  drawing,
  many: { ignores: [], anywhere: true, title: () => 'Bicep file' },
  file: (view) => {
    const { file, outputs, reason } = bicepFileInputs.of(view);
    return { path: file, outputs, reason, answer: 'bicepFile' };
  },
  refers: (view) => referencesOf(view, bicepFileInputs),
  enabled: (view) => bicepFileInputs.of(view).enabled,
  check: (view) => [
    ...(bicepFileInputs.of(view).file === ''
      ? [problem('answer-missing', 'bicepFile.file', { why: 'the component is deployed with a Bicep file' })]
      : []),
    ...secretProblems(view, bicepFileInputs),
  ],
  contribute: (c) => {
    const read = c.readFile(alike(c, bicepFileInputs).file);
    if (takesName(read)) c.name('bicepFile', nameSpec(read));
  },
  compose: (c) => {
    const { file, reason, outputs } = alike(c, bicepFileInputs);
    const read = c.readFile(file);
    c.bicepFile({
      symbol: 'bicepFile',
      file,
      reason,
      comment: `Bicep file ${file}`,
      params: paramsOf(c, bicepFileInputs, read.interface),
      offers: offers(c, read),
      answers: 'bicepFile.params',
    });
    for (const output of outputs) {
      const name = `bicepFile${capital(output)}`;
      c.output(name, string, `Output ${output} of ${file}`, outputOf(c, 'bicepFile', output));
    }
  },
});

/** A name by the convention, no local authentication, and logs. The parameters of every module are added later. */
function offers(c: Composer, read: BicepFile): ObjectValue {
  return {
    ...(takesName(read) ? { name: c.reference('bicepFile') } : {}),
    ...keyless,
    diagnosticSettings: diagnostics(c),
  };
}
