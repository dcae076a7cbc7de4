import { ownValue } from '../../../src/bicep/own.ts';
import { call, isExpression, method, type Value } from '../../../src/bicep/value.ts';
import type { Composer, Data } from '../../kernel/component.ts';
import { problem, type AnswerProblem } from '../../kernel/problem.ts';
import { namedIn, type View } from '../../kernel/view.ts';
import { avmModuleInputs } from './inputs.ts';

const idKey = 'idOf';
const secretKeys = ['keyVault', 'secret'];
const vaultId = /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)\/providers\/Microsoft\.KeyVault\/vaults\/([^/]+)$/i;

type Tree = Readonly<Record<string, Data | undefined>>;

/** `{idOf: reports}`: the ID of what a component makes. */
function referredTo(value: unknown): string | undefined {
  const name = ownValue(value, idKey);
  return typeof name === 'string' && Object.keys(value as object).length === 1 ? name : undefined;
}

interface Secret {
  readonly keyVault: string;
  readonly secret: string;
}

/** `{keyVault: …, secret: …}`: a secret that the deployment reads from an existing vault. */
function isSecret(value: unknown): value is Secret {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).length === secretKeys.length &&
    secretKeys.every((key) => typeof ownValue(value, key) === 'string')
  );
}

/** A person's value with what it refers to: IDs of components, and secrets where the parameter is a secure one. */
export function resolved(c: Composer, value: Value | undefined, parameter: string, isSecure: boolean): Value {
  if (value === undefined || value === null || typeof value !== 'object' || isExpression(value)) return value ?? null;
  if (Array.isArray(value)) return (value as readonly Value[]).map((one) => resolved(c, one, parameter, false));
  const name = referredTo(value);
  if (name !== undefined) return c.idOf(name) ?? '';
  if (isSecure && isSecret(value)) return secretOf(c, value, parameter);
  return Object.fromEntries(
    Object.entries(value as Tree).map(([key, one]) => [key, resolved(c, one as Value, parameter, false)]),
  );
}

function secretOf(c: Composer, { keyVault, secret }: Secret, parameter: string): Value {
  const [, subscription = '', group = '', name = ''] = vaultId.exec(keyVault) ?? [];
  const vault = c.existing({
    symbol: `avmModule${parameter.charAt(0).toUpperCase()}${parameter.slice(1)}Vault`,
    type: 'Microsoft.KeyVault/vaults@2025-05-01',
    name,
    scope: call('resourceGroup', subscription, group),
    comment: `Existing vault that holds ${parameter}`,
    ids: ['SEC-012'],
  });
  return c.because(['SEC-012'], method(vault, 'getSecret', secret));
}

/** References to what is not there, and vaults that are not named by their resource ID. */
export function referenceProblems(view: View): readonly AnswerProblem[] {
  const known = [...view.components, ...namedIn(view)];
  const visit = (value: unknown, path: string): readonly AnswerProblem[] => {
    if (typeof value !== 'object' || value === null) return [];
    const name = referredTo(value);
    if (name !== undefined && !known.includes(name))
      return [problem('module-reference', `${path}.${idKey}`, { name, known: namedIn(view) })];
    if (isSecret(value) && !vaultId.test(value.keyVault))
      return [problem('module-secret-vault', `${path}.keyVault`, {})];
    return Object.entries(value).flatMap(([key, one]) => visit(one, `${path}.${key}`));
  };
  return visit(avmModuleInputs.of(view).params, 'avmModule.params');
}
