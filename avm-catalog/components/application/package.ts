import type { View } from '../../kernel/view.ts';
import { problem, type AnswerProblem } from '../../kernel/problem.ts';
import { applicationInputs } from './inputs.ts';
import { storageAccountInputs } from '../storage-account/inputs.ts';

/**
 * Location of a package: `own`, a container of the workload's storage account; `blob`, other blob storage, which the
 * VM's identity reads too; or `web`, any other URL, which is read without credentials.
 */
type PackagePlace = 'own' | 'blob' | 'web';

export const packageAddress = /^https:\/\/[A-Za-z0-9.-]+(:\d+)?\/[\w./~%+-]*$/;
/** `container/path/package.zip`; the deployment computes the name of the storage account. */
export const packagePath = /^[a-z0-9](?:[a-z0-9]|-(?=[a-z0-9])){2,62}(?:\/[\w.~+-]+)+$/;

export function packagePlace(uri: string): PackagePlace {
  if (!uri.startsWith('https://')) return 'own';
  return /^https:\/\/[a-z0-9]+\.blob\.core\.windows\.net\//i.test(uri) ? 'blob' : 'web';
}

/** A first deployment can't install a package that needs the identity or the storage account that it creates. */
export function waitsForDeployment(view: View): boolean {
  const is = applicationInputs.of(view);
  return is.enabled && is.install && packagePlace(is.packageUri) !== 'web';
}

/** Settings that can't be deployed. */
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
      ? [missing('installCommand', 'only .msi packages install without a command')]
      : []),
    ...(isOwn && !storageAccount.enabled ? [needs('storageAccount.enabled=true')] : []),
    ...(isOwn && storageAccount.enabled && !storageAccount.containers.includes(container)
      ? [needs(`storageAccount.containers=${[...storageAccount.containers, container].join(',')}`)]
      : []),
  ];
}
