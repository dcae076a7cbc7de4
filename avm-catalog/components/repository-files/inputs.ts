import { inputsToken } from '../../kernel/inputs.ts';

export interface RepositoryFilesInputs {
  readonly enabled: boolean;
  /** Who reviews every change: users and teams as `@name`, or addresses. */
  readonly owners: readonly string[];
}

export const repositoryFilesInputs = inputsToken<RepositoryFilesInputs>('repository');
