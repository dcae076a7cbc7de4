import { string } from '../../../src/bicep/type.ts';
import { isExpression } from '../../../src/bicep/value.ts';
import { armTypeOf } from '../../azure/module-types.ts';
import { component } from '../../kernel/component.ts';
import { paramsOf } from '../../kernel/given-params.ts';
import { referencesOf } from '../../kernel/given-references.ts';
import { offerPrivately } from '../../kernel/patterns.ts';
import { alike } from '../../kernel/inputs.ts';
import { parameterOf } from '../../modules/resolve.ts';
import { shortPath } from '../../modules/path.ts';
import { avmModuleDefinition } from './definition.ts';
import { avmModuleDocs } from './docs.ts';
import { drawing } from './drawing.ts';
import { endpointsOf } from './endpoints.ts';
import { avmModuleInputs } from './inputs.ts';
import { moduleProblems } from './problems.ts';
import { nameSpec } from './name.ts';
import { identify, isResource } from './identify.ts';
import { accessOf } from './access.ts';
import { composeUses, contributeUses } from './uses.ts';
import { wired } from './wiring.ts';

export const avmModule = component({
  name: 'avm-module',
  title: 'AVM module',
  summary: 'A resource deployed with an Azure Verified Module and your parameters',
  serves: [],
  inputs: avmModuleDefinition,
  docs: avmModuleDocs,
  drawing,
  many: {
    ignores: [],
    anywhere: true,
    access: ({ module }) => accessOf(module),
    hasId: ({ module }) => isResource(String(module)),
    title: ({ module }) => shortPath(String(module)),
  },
  modules: (view) => {
    const { module, version, uses } = avmModuleInputs.of(view);
    const needs = { parameter: 'managedIdentities.userAssignedResourceIds', why: 'uses' };
    return [
      {
        module,
        version,
        answer: 'avmModule',
        fixed: endpointsOf(avmModuleInputs.of(view)),
        ...(uses.length > 0 ? { needs } : {}),
      },
    ];
  },
  uses: (view) => avmModuleInputs.of(view).uses.map((name, index) => ({ name, answer: `avmModule.uses.${index}` })),
  refers: (view) => referencesOf(view, avmModuleInputs),
  subnets: (view) => (endpointsOf(avmModuleInputs.of(view)).length > 0 ? ['privateEndpoints'] : []),
  resource: 'avmModule',
  enabled: (view) => avmModuleInputs.of(view).enabled,
  check: moduleProblems,
  contribute: (c) => {
    const is = alike(c, avmModuleInputs);
    c.name('avmModule', nameSpec(is.module, parameterOf(c.interface(is.module, is.version), 'name')));
    identify(c, is.module, c.interface(is.module, is.version));
    contributeUses(c);
    for (const service of endpointsOf(is)) offerPrivately(c, service);
  },
  compose: (c) => {
    const is = alike(c, avmModuleInputs);
    const iface = c.interface(is.module, is.version);
    const params = wired(c, is, iface, paramsOf(c, avmModuleInputs, iface));
    c.module({
      symbol: 'avmModule',
      module: is.module,
      version: is.version,
      comment: `Azure Verified Module ${is.module}`,
      makes: armTypeOf(is.module) === undefined ? [] : ['avmModule'],
      params,
      answers: 'avmModule.params',
    });
    composeUses(c);
    // A name that the user sets is already known.
    const { name } = params;
    if (isExpression(name)) c.output('avmModuleName', string, 'Name of the resource', name);
  },
});
