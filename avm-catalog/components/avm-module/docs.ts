import { enumerate } from '../../../src/text/enumerate.ts';
import { codes } from '../../../src/text/markdown.ts';
import type { ComponentDocs } from '../../kernel/docs.ts';
import { idsIn, usedResources } from '../../kernel/used-resources.ts';
import type { Environment } from '../../kernel/workspace.ts';
import { avmModuleInputs } from './inputs.ts';
import operations from './readme.md.hbs';
import { clientIdSetting, endpointSetting } from './settings.ts';
import { clientIdOutput, endpointOf } from './uses.ts';

export const avmModuleDocs: ComponentDocs = {
  operations,
  prerequisites: (workspace) =>
    usedResources(workspace, {
      order: 91,
      title: 'Module',
      fact: workspace.among(workspace.with('avm-module'), workspace.because('avm-module')),
      idsOf: (side) => idsIn(avmModuleInputs.of(side).params),
    }),
  facts: ({ one, key, sides, symbol }, workspace) => {
    const { module, version, params } = avmModuleInputs.of(one);
    const used = usedIn(sides);
    const made = workspace.resourcesOf('avm-module').map((resource) => resource.params ?? {});
    const settings = [clientIdSetting, ...used.map(endpointSetting)].filter((name) => isWired(name, made, sides));
    return {
      module,
      version,
      settings: `${key}.params`,
      output: 'name' in params ? null : symbol('avmModuleName'),
      used: enumerate(used),
      appSettings: settings.length === 0 ? null : codes(settings),
      outputs: codes([clientIdOutput, ...used.map(endpointOf)].map(symbol)),
    };
  },
};

function usedIn(sides: readonly Environment[]): readonly string[] {
  return [...new Set(sides.flatMap((side) => avmModuleInputs.of(side).uses))].toSorted();
}

/** In parameters that the tool sets, not the user. */
function isWired(name: string, made: readonly object[], sides: readonly Environment[]): boolean {
  const isIn = (value: unknown): boolean => JSON.stringify(value).includes(JSON.stringify(name));
  return isIn(made) && !isIn(sides.map((side) => avmModuleInputs.of(side).params));
}
