import install from './install-application.ps1.hbs';
import packageSection from './package.md.hbs';
import operations from './readme.md.hbs';
import { md } from '../../../src/text/markdown.ts';
import type { ComponentDocs, FollowUp, Permission, Prerequisite } from '../../kernel/docs.ts';
import { factOf } from '../../kernel/documents.ts';
import type { DocumentedWorkspace, Environment } from '../../kernel/workspace.ts';
import { packagePlace, waitsForDeployment } from './package.ts';
import { applicationInputs } from './inputs.ts';

const anchor = 'the-applications-package';

export const applicationDocs: ComponentDocs = {
  operations,
  proof: { order: 60, what: 'The application is installed' },
  prerequisites,
  permissions,
  followUps,
  files: [
    {
      path: 'scripts/install-application.ps1',
      what: 'Script that downloads and installs the application after hardening.',
      template: install,
      id: 'installation',
      answer: 'spec.application.enabled',
    },
  ],
};

function prerequisites(workspace: DocumentedWorkspace): readonly Prerequisite[] {
  const fact = factOf(workspace, 'application');
  if (!fact) return [];
  const each = packages(workspace);
  return [
    {
      order: 60,
      key: 'package',
      fact,
      in: 'section',
      template: packageSection,
      model: { each },
      tasks: each.some((one) => !one.own && !one.blob)
        ? [
            {
              key: 'package',
              what: 'Publish the package',
              anchor,
              ids: ['installation'],
              after: [],
              accept: 'the VM can download it',
            },
          ]
        : [],
      dependency: md`The application’s package, at a URL that the VM’s identity can read (${fact.where}).`,
      integrations: {
        order: 40,
        lines: [md`The application’s package, which the VM downloads during the deployment (${fact.where}).`],
      },
    },
  ];
}

function permissions(workspace: DocumentedWorkspace): readonly Permission[] {
  const accounts = packages(workspace).flatMap((one) => (one.blob ? [one.account] : []));
  return [...new Set(accounts)].map((account) => ({
    order: 30,
    for: 'preparation',
    role: 'Role Based Access Control Administrator',
    scope: `The storage account ${account}`,
    why: 'You give the VM’s identity read access to the application’s package.',
    reason: workspace.because('application'),
  }));
}

function followUps(workspace: DocumentedWorkspace, side: Environment): readonly FollowUp[] {
  if (!workspace.isIn('application', side) || !waitsForDeployment(side)) return [];
  return [
    {
      key: 'package',
      parameter: 'installApplication',
      anchor,
      title: 'The application’s package',
      what: 'Give the VM access to the package',
      ids: ['installation'],
      accept: 'the VM’s identity can read it',
    },
  ];
}

/** Location of each environment's package, with facts for the upload steps in the README. */
function packages(workspace: DocumentedWorkspace) {
  return workspace.with('application').map((side) => {
    const { packageUri } = applicationInputs.of(side);
    const place = packagePlace(packageUri);
    const [first = '', ...rest] = packageUri.split('/');
    return {
      environment: side.environment,
      group: side.group,
      uri: packageUri,
      own: place === 'own',
      blob: place === 'blob',
      container: place === 'own' ? first : '',
      path: place === 'own' ? rest.join('/') : '',
      file: packageUri.split('/').at(-1) ?? '',
      account: place === 'blob' ? (new URL(packageUri).hostname.split('.')[0] ?? '') : '',
    };
  });
}
