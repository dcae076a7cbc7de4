import { string } from '../../../src/bicep/type.ts';
import { isExpression } from '../../../src/bicep/value.ts';
import { armTypeOf } from '../../azure/module-types.ts';
import { component, type Composer } from '../../kernel/component.ts';
import { endpointRule } from '../../kernel/patterns.ts';
import type { View } from '../../kernel/view.ts';
import { shortPath } from '../../modules/path.ts';
import { avmModuleDefinition } from './definition.ts';
import { avmModuleDocs } from './docs.ts';
import { drawing } from './drawing.ts';
import { endpointsOf } from './endpoints.ts';
import { avmModuleInputs, type AvmModuleInputs } from './inputs.ts';
import { moduleProblems } from './problems.ts';
import { nameSpec } from './name.ts';
import { accessOf } from './access.ts';
import { paramsOf } from './params.ts';
import { composeUses, contributeUses } from './uses.ts';
import { wired } from './wiring.ts';

export const avmModule = component({
  name: 'avm-module',
  title: 'AVM module',
  summary: 'A module of Azure Verified Modules, as its parameters say',
  serves: [],
  inputs: avmModuleDefinition,
  docs: avmModuleDocs,
  drawing,
  many: {
    ignores: [],
    anywhere: true,
    access: ({ module }) => accessOf(module),
    title: ({ module }) => shortPath(String(module)),
  },
  modules: (view) => {
    const { module, version, uses } = avmModuleInputs.of(view);
    const needs = { parameter: 'managedIdentities', why: 'uses' };
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
  subnets: (view) => (endpointsOf(avmModuleInputs.of(view)).length > 0 ? ['privateEndpoints'] : []),
  resource: 'avmModule',
  enabled: (view) => avmModuleInputs.of(view).enabled,
  check: moduleProblems,
  contribute: (c) => {
    const is = given(c);
    c.name('avmModule', nameSpec(is.module));
    contributeUses(c);
    for (const service of endpointsOf(is)) {
      c.contribute('privateService', { service });
      c.contribute('securityRule', {
        subnet: 'privateEndpoints',
        rule: endpointRule('AllowHttpsInbound', 100, '443', 'Services reached by private endpoint'),
      });
    }
  },
  compose: (c) => {
    const is = given(c);
    const own = paramsOf(c);
    const interfaces = c.interface(is.module, is.version);
    const params = wired(c, is, interfaces, own);
    c.module({
      symbol: 'avmModule',
      module: is.module,
      version: is.version,
      comment: `Module ${is.module}`,
      makes: armTypeOf(is.module) === undefined ? [] : ['avmModule'],
      params,
      answers: 'avmModule.params',
    });
    composeUses(c);
    // A name that a person gives is known already.
    const { name } = params;
    if (isExpression(name)) c.output('avmModuleName', string, 'Its name', name);
  },
});

/** The same in every environment: `check` refuses another module or version in one of them. */
function given(c: Composer): AvmModuleInputs {
  const [first] = c.views;
  return avmModuleInputs.of(first as View);
}
