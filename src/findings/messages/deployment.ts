import type { Lists, Numbers, Templates, Texts } from './message.ts';

const fault =
  'If you did not change main.bicep and the resource is not of your own Bicep file or module, report this as an issue of create-avm.';
const inTemplate = (from: string): string => `'${from}' in main.bicep`;

/** What the level `types` finds: whether predicted resources are as Azure defines them. */
export const types = {
  types: ({ message, path, symbol, parameters }: Texts<'message' | 'path' | 'symbol'> & Lists<'parameters'>) => ({
    message: `'${path}' of this resource is not as Azure defines it: ${message}`,
    remedy:
      parameters.length === 0
        ? `The value is set by ${symbol === '' ? 'a module' : `'${symbol}'`} itself. Report it to the module, or use another version.`
        : `The value comes from ${parameters.map((one) => `'${one}'`).join(', ')} of '${symbol}' in main.bicep. Correct the setting.`,
  }),
  'types/module-fault': ({ module, version, path, message }: Texts<'module' | 'version' | 'path' | 'message'>) => ({
    message: `${module} ${version} sets '${path}' in another way than Azure defines it: ${message}`,
    remedy: `This is a known fault of the module, which no setting changes. A later version may correct it. To list the versions, run: avm catalog show ${module}`,
  }),
  'types/no-definition': ({ type, count }: Texts<'type'> & Numbers<'count'>) => ({
    message: `Not evaluated: the compiler has no definition of ${type} (${count === 1 ? '1 resource' : `${count} resources`})`,
    remedy: 'Check the resource against its REST API, or use an API version that the compiler knows.',
  }),
} satisfies Templates;

/** What the level `order` finds: whether a deployment works in its order, again, and within its boundary. */
export const deployment = {
  'order/race': ({ from, to, name }: Texts<'from' | 'to' | 'name'>) => ({
    message: `${inTemplate(from)} uses '${name}' of '${to}', and does not wait until it exists`,
    remedy: `Add '${firstOf(to)}' to dependsOn of '${firstOf(from)}', or use one of its outputs. ${fault}`,
  }),
  'order/late': ({ from, to, name }: Texts<'from' | 'to' | 'name'>) => ({
    message: `${inTemplate(from)} uses '${name}' of '${to}', which is created after it`,
    remedy: `Remove what makes '${firstOf(to)}' wait for '${firstOf(from)}'. ${fault}`,
  }),
  'order/circle': ({ path }: Lists<'path'>) => ({
    message: `Resources wait for one another: ${path.join(', ')}`,
    remedy: `Remove one of these dependencies from main.bicep. ${fault}`,
  }),
  'order/undeclared': ({ from, id }: Texts<'from' | 'id'>) => ({
    message: `${inTemplate(from)} uses '${id}', which this deployment does not create and the README does not list as a prerequisite`,
    remedy: `Declare it, so that documents and checks know it: avm add existing ${id}`,
  }),
  'order/two-writers': ({ from, to }: Texts<'from' | 'to'>) => ({
    message: `${inTemplate(from)} and '${to}' both write this resource`,
    remedy: `Remove one of them. ${fault}`,
  }),
  'order/dropped': ({ from, to, list }: Texts<'from' | 'to' | 'list'>) => ({
    message: `${inTemplate(from)} creates a resource that '${list}' of '${to}' lacks, so each deployment removes it first`,
    remedy: `Add it to the list, or leave the list out. ${fault}`,
  }),
  'order/deployment-name': ({ from, to, name }: Texts<'from' | 'to' | 'name'>) => ({
    message: `The nested deployments '${from}' and '${to}' have the same name '${name}'`,
    remedy: `Rename one of the modules in main.bicep. ${fault}`,
  }),
  'order/same-role': ({ from, to }: Texts<'from' | 'to'>) => ({
    message: `${inTemplate(from)} and '${to}' assign the same role to the same principal at the same scope, which Azure rejects`,
    remedy: `Remove one of the role assignments. ${fault}`,
  }),
  'order/principal-type': ({ from }: Texts<'from'>) => ({
    message: `${inTemplate(from)} assigns a role to an identity of this deployment without 'principalType', so Azure may not know the identity yet`,
    remedy: "Set principalType to 'ServicePrincipal' for the role assignment.",
  }),
  'order/read-only': ({ from, locked }: Texts<'from' | 'locked'>) => ({
    message: `${inTemplate(from)} locks '${locked}' as read-only, so Azure rejects the next deployment`,
    remedy: "Use the lock 'CanNotDelete': avm set lock=CanNotDelete",
  }),
  'order/provider': ({ from, blueprint, provider }: Texts<'from' | 'blueprint' | 'provider'>) => ({
    message: `${inTemplate(from)} writes a resource of ${provider}, which is outside the boundary of the blueprint '${blueprint}'`,
    remedy: fault,
  }),
  'order/scope': ({ from, blueprint, id }: Texts<'from' | 'blueprint' | 'id'>) => ({
    message: `${inTemplate(from)} writes '${id}', which is outside the boundary of the blueprint '${blueprint}'`,
    remedy: fault,
  }),
  'order/permission': ({ from, action, scope }: Texts<'from' | 'action' | 'scope'>) => ({
    message: `${from === '' ? 'A secret in the parameters' : inTemplate(from)} needs the action '${action}' at '${scope}', which no role in the README’s list of required permissions grants`,
    remedy: `Remove what needs it, or give the deployment identity a role with this action at that scope. ${fault}`,
  }),
  'order/another': ({ from, type }: Texts<'from' | 'type'>) => ({
    message: `${inTemplate(from)} gets another name with each deployment, so the next deployment creates another ${type}`,
    remedy: `Make its name independent of the deployment and the time. ${fault}`,
  }),
  'order/changes': ({ from, path }: Texts<'from' | 'path'>) => ({
    message: `'${path}' of ${inTemplate(from)} changes with each deployment`,
    remedy: `Make its value independent of the deployment and the time. ${fault}`,
  }),
  'order/not-placed': () => ({
    message: 'This resource sets managedBy, so its order of creation was not evaluated',
    remedy: 'Check by hand that it waits for the resources it uses.',
  }),
} satisfies Templates;

const firstOf = (path: string): string => path.split('/')[0] ?? path;
