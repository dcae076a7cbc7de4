import { isProductive, type Guess } from '../../kernel/guess.ts';
import { proposedVault } from './vault.ts';
import { virtualMachineInputs } from './inputs.ts';

/** What of the machine only those who know the application can say. */
export const machineGuesses: readonly Guess[] = [
  {
    path: 'size',
    question: 'How large must the machine be',
    why: 'Nobody has said yet what the application needs.',
    advice: 'Take what it runs on today, and measure.',
    asItIs: true,
    category: 'Non-Functional Quality Attributes',
    impact: 3,
    uncertainty: 2,
    when: isProductive,
  },
  {
    path: 'image',
    question: 'On which Windows Server does the application run',
    options: ['2025-datacenter-g2', '2022-datacenter-g2', '2019-datacenter-gensecond', '2016-datacenter-gensecond'],
    why: 'Old applications are often supported on one version alone, and another image makes the machine anew.',
    advice: 'Take this one unless the vendor names another.',
    asItIs: true,
    category: 'Constraints & Tradeoffs',
    impact: 3,
    uncertainty: 2,
  },
  {
    path: 'licence',
    question: 'Which Windows Server licences of one’s own does the machine use',
    why: 'With Azure Hybrid Benefit a licence that was bought already is not paid for again.',
    advice: 'Pay as you go until somebody has counted the licences with Software Assurance.',
    asItIs: true,
    category: 'Constraints & Tradeoffs',
    impact: 2,
    uncertainty: 2,
  },
  {
    path: 'administrator.vaultName',
    question: 'Which key vault holds the administrator’s password',
    why: 'The name is made up, and without that vault there is no deployment.',
    advice: 'Keep this name if the vault is still to be made, and name the one there is otherwise.',
    asItIs: true,
    category: 'Integration & External Dependencies',
    impact: 3,
    uncertainty: 3,
  },
  {
    path: 'administrator.vaultResourceGroup',
    question: 'In which resource group is the key vault with the administrator’s password',
    why: 'The vault was named, and the name of its resource group is still made up.',
    advice: 'The overview of the vault in the portal shows it.',
    category: 'Integration & External Dependencies',
    impact: 3,
    uncertainty: 3,
    when: (view) =>
      virtualMachineInputs.of(view).administrator.vaultName !== proposedVault(view.workload, view.environment),
  },
];
