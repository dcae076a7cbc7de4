import type { Templates, Texts } from './message.ts';

/** What a plan does that its blueprint does not allow: an error in the catalog, so the remedy is for its authors. */
export const blueprintMessages = {
  'boundary-provider': ({ component, provider, blueprint }: Texts<'component' | 'provider' | 'blueprint'>) => ({
    message: `The component '${component}' creates resources of ${provider}, which is outside the boundary of the blueprint '${blueprint}'`,
    remedy: `Add ${provider} to boundary.providers of the blueprint, or remove the component from it.`,
  }),
  'boundary-scope': ({ component, blueprint }: Texts<'component' | 'blueprint'>) => ({
    message: `The component '${component}' writes into another resource group, which the boundary of the blueprint '${blueprint}' does not allow`,
    remedy: `Add ${component} to boundary.reachesOut of the blueprint, or remove the component from it.`,
  }),
  'output-undeclared': ({ output, blueprint }: Texts<'output' | 'blueprint'>) => ({
    message: `The template has the output '${output}', which the blueprint '${blueprint}' does not declare`,
    remedy: `Add ${output} to outputs of the blueprint.`,
  }),
} satisfies Templates;
