import type { View } from '../../kernel/view.ts';
import { problem, type AnswerProblem } from '../../kernel/problem.ts';
import { applicationInputs } from './inputs.ts';
import { storageAccountInputs } from '../storage-account/inputs.ts';

/**
 * Where a package is: in a container of the workload's own storage account, in another blob storage, which is read
 * with the VM's identity too, or anywhere else on the web, which is read without credentials.
 */
type PackagePlace = 'own' | 'blob' | 'web';

export const packageAddress = /^https:\/\/[A-Za-z0-9.-]+(:\d+)?\/[\w./~%+-]*$/;
/** `container/path/package.zip`; the name of the account is computed by the deployment. */
export const packagePath = /^[a-z0-9](?:[a-z0-9]|-(?=[a-z0-9])){2,62}(?:\/[\w.~+-]+)+$/;

export function packagePlace(uri: string): PackagePlace {
  if (!uri.startsWith('https://')) return 'own';
  return /^https:\/\/[a-z0-9]+\.blob\.core\.windows\.net\//i.test(uri) ? 'blob' : 'web';
}

/** A first deployment can't install what only the identity or the account that it creates can hold or read. */
export function waitsForDeployment(view: View): boolean {
  const is = applicationInputs.of(view);
  return is.enabled && is.install && packagePlace(is.packageUri) !== 'web';
}

/** What its answers cannot be. */
export function packageProblems(view: View): readonly AnswerProblem[] {
  const is = applicationInputs.of(view);
  const storageAccount = storageAccountInputs.of(view);
  if (!is.enabled) return [];
  const missing = (key: 'packageUri' | 'installCommand', why: string): AnswerProblem =>
    problem('answer-missing', `application.${key}`, { why });
  if (is.packageUri === '') return [missing('packageUri', 'the application is installed from a package')];
  const [container = ''] = is.packageUri.split('/');
  const isOwn = packagePlace(is.packageUri) === 'own';
  const needs = (what: string): AnswerProblem =>
    problem('answer-needs', 'application.packageUri', { what: `Packages such as ${is.packageUri}`, needs: what });
  return [
    ...(is.installCommand === '' && !/\.msi$/i.test(is.packageUri)
      ? [missing('installCommand', 'only an .msi installs without a command')]
      : []),
    ...(isOwn && !storageAccount.enabled ? [needs('storageAccount.enabled=true')] : []),
    ...(isOwn && storageAccount.enabled && !storageAccount.containers.includes(container)
      ? [needs(`storageAccount.containers=${[...storageAccount.containers, container].join(',')}`)]
      : []),
  ];
}
