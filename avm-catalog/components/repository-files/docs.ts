import { separated } from '../../../src/text/commas.ts';
import type { ComponentDocs } from '../../kernel/docs.ts';
import { filesFor } from '../../kernel/own-files.ts';
import { registryToTrust } from '../../kernel/pipelines.ts';
import type { DocumentedWorkspace } from '../../kernel/workspace.ts';
import { azureDevOpsInputs } from '../azure-devops/inputs.ts';
import { hasWorkflows } from '../github-actions/inputs.ts';
import codeowners from './codeowners.hbs';
import dependabot from './dependabot.yml.hbs';
import devcontainer from './devcontainer.json.hbs';
import extensions from './extensions.json.hbs';
import { repositoryFilesInputs } from './inputs.ts';
import hook from './pre-commit.hbs';
import pullRequest from './pull-request.md.hbs';
import operations from './readme.md.hbs';
import renovate from './renovate.json.hbs';
import settings from './settings.json.hbs';
import tasks from './tasks.json.hbs';

/** What an editor runs; errors are shown where they are. */
const commands = [
  { label: 'avm check', detail: 'Validate the workspace', verb: 'check', group: 'test' },
  { label: 'avm render', detail: 'Generate the files from avm.yaml', verb: 'render', group: 'build' },
  { label: 'avm analyze', detail: 'Compare the documents, the template, and avm.yaml', verb: 'analyze', group: null },
] as const;

const isOnGithub = ({ sides }: DocumentedWorkspace): boolean => sides.some(hasWorkflows);
const isOnAzureDevOps = ({ default: side }: DocumentedWorkspace): boolean => azureDevOpsInputs.of(side).enabled;
const owners = ({ default: side }: DocumentedWorkspace): readonly string[] => repositoryFilesInputs.of(side).owners;

const file = filesFor('collaboration', 'spec.repository', { model });

export const repositoryFilesDocs: ComponentDocs = {
  operations,
  facts: (_, workspace) => model(workspace),
  files: [
    file('.vscode/settings.json', settings, 'Settings for Visual Studio Code, with recommended extensions and tasks.'),
    file('.vscode/extensions.json', extensions),
    file('.vscode/tasks.json', tasks),
    file('.devcontainer/devcontainer.json', devcontainer, 'Dev container with every tool that this workspace needs.'),
    file('.githooks/pre-commit', hook, 'Git hook that checks the settings before each commit.'),
    file('.github/CODEOWNERS', codeowners, 'Reviewers of each change.', {
      needed: (one) => isOnGithub(one) && owners(one).length > 0,
    }),
    file('.github/pull_request_template.md', pullRequest, 'What a pull request says.', { needed: isOnGithub }),
    file('.azuredevops/pull_request_template.md', pullRequest, 'What a pull request says.', {
      needed: isOnAzureDevOps,
    }),
    file('.github/dependabot.yml', dependabot, 'Updates of actions and of the dev container.', { needed: isOnGithub }),
    file('.github/renovate.json', renovate, 'The same for Renovate.', { needed: isOnGithub }),
  ],
};

function model(workspace: DocumentedWorkspace): object {
  return {
    github: isOnGithub(workspace),
    azureDevOps: isOnAzureDevOps(workspace),
    owners: owners(workspace),
    commands: separated(commands),
    registry: registryToTrust(workspace),
  };
}
