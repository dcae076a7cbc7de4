import { array, boolean, looseObject, nullish, optional, record, string, union, unknown } from 'zod';
import type { infer as Infer } from 'zod';

const text = nullish(string());
const anyObject = nullish(record(string(), unknown()));

/** Of one property; `propertyChangeType` in deployments, `changeType` in stacks. Children have the same shape. */
const propertySchema = looseObject({
  path: text,
  propertyChangeType: text,
  changeType: text,
  before: optional(unknown()),
  after: optional(unknown()),
  get children() {
    return nullish(array(propertySchema));
  },
});

const shift = nullish(looseObject({ before: optional(unknown()), after: optional(unknown()) }));
const identified = {
  symbolicName: text,
  deploymentId: text,
  identifiers: anyObject,
  extension: nullish(union([string(), looseObject({ name: text, version: text })])),
  unsupportedReason: text,
};

const deploymentChange = looseObject({
  ...identified,
  resourceId: text,
  changeType: string(),
  before: anyObject,
  after: anyObject,
  delta: nullish(array(propertySchema)),
});

const delta = nullish(looseObject({ before: anyObject, after: anyObject, delta: nullish(array(propertySchema)) }));

const stackChange = looseObject({
  ...identified,
  id: text,
  type: text,
  apiVersion: text,
  changeType: string(),
  changeCertainty: text,
  managementStatusChange: shift,
  denyStatusChange: shift,
  resourceConfigurationChanges: delta,
});

const diagnostics = nullish(array(looseObject({ level: text, code: text, message: text, target: text })));

export const errorSchema = looseObject({ code: text, message: text });

export const deploymentSchema = looseObject({
  status: text,
  changes: nullish(array(deploymentChange)),
  potentialChanges: nullish(array(deploymentChange)),
  diagnostics,
});

export const stackSchema = looseObject({
  deploymentStackResourceId: text,
  deploymentStackLastModified: text,
  provisioningState: text,
  actionOnUnmanage: nullish(record(string(), unknown())),
  denySettings: nullish(looseObject({ mode: text, applyToChildScopes: nullish(boolean()) })),
  changes: looseObject({
    resourceChanges: nullish(array(stackChange)),
    denySettingsChange: delta,
    deploymentScopeChange: shift,
  }),
  diagnostics,
});

export type DeploymentResult = Infer<typeof deploymentSchema>;
export type DeploymentChange = Infer<typeof deploymentChange>;
export type StackResult = Infer<typeof stackSchema>;
export type StackChange = Infer<typeof stackChange>;
export type RawProperty = Infer<typeof propertySchema>;
export type RawDiagnostics = Infer<typeof diagnostics>;
