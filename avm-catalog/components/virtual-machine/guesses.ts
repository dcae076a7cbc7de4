import { isProductive, type Guess } from '../../kernel/guess.ts';
import { proposedVault } from './vault.ts';
import { isShutDown, virtualMachineInputs } from './inputs.ts';

/** Settings of the VM that depend on the application. */
export const machineGuesses: readonly Guess[] = [
  {
    path: 'size',
    question: 'Which size does the VM need',
    why: 'The default size isn’t based on the needs of your application.',
    advice: 'Choose a size like that of its current server, and measure the load later.',
    asItIs: true,
    category: 'Non-Functional Quality Attributes',
    impact: 3,
    uncertainty: 2,
    when: isProductive,
  },
  {
    path: 'image',
    question: 'Which Windows Server image does the application need',
    options: ['2025-datacenter-g2', '2022-datacenter-g2', '2019-datacenter-gensecond', '2016-datacenter-gensecond'],
    why: 'Vendors often support older applications on one version only, and a different image requires a new VM.',
    advice: 'Keep this image unless the vendor requires another version.',
    asItIs: true,
    category: 'Constraints & Tradeoffs',
    impact: 3,
    uncertainty: 2,
  },
  {
    path: 'licence',
    question: 'Does the VM use your own Windows Server licenses',
    why: 'With Azure Hybrid Benefit, you don’t pay again for licenses that you already own.',
    advice: 'Choose pay as you go until you know that you have enough licenses with Software Assurance.',
    asItIs: true,
    category: 'Constraints & Tradeoffs',
    impact: 2,
    uncertainty: 2,
  },
  {
    path: 'autoShutdown.timeZone',
    question: (view) =>
      `In which time zone is the VM shut down every day at ${virtualMachineInputs.of(view).autoShutdown.time}`,
    why: 'In another time zone, that can be during working hours.',
    advice: 'Keep UTC if nobody uses the VM at that time in UTC.',
    asItIs: true,
    category: 'Non-Functional Quality Attributes',
    impact: 2,
    uncertainty: 2,
    when: (view) => isShutDown(virtualMachineInputs.of(view)),
  },
  {
    path: 'administrator.vaultName',
    question: 'Which key vault contains the administrator’s password',
    why: 'The name is a proposal, and the deployment fails if the key vault doesn’t exist.',
    advice: 'Enter the name of an existing key vault, or keep this name if you still have to create one.',
    asItIs: true,
    category: 'Integration & External Dependencies',
    impact: 3,
    uncertainty: 3,
  },
  {
    path: 'administrator.vaultResourceGroup',
    question: 'Which resource group contains the key vault with the administrator’s password',
    why: 'You set the name of the key vault, but the name of its resource group is still a proposal.',
    advice: 'The overview page of the key vault in the Azure portal shows it.',
    category: 'Integration & External Dependencies',
    impact: 3,
    uncertainty: 3,
    when: (view) =>
      virtualMachineInputs.of(view).administrator.vaultName !== proposedVault(view.workload, view.environment),
  },
];
