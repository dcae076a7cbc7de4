import { keys, type Pty } from './pty.ts';

/** Every question, each answered with what it proposes. */
export async function allDefaults(terminal: Pty, from = 0, without: readonly string[] = []): Promise<void> {
  const questions = [
    'Name of the workload',
    'Description',
    'Environments',
    'Use the recommended',
    'Azure region',
    'Availability zone (dev)',
    'The same for',
    'Network topology (dev)',
    'The same for',
    'Address space of the virtual network (dev)',
    'And for test and prod',
    'Lock resources against deletion (dev)',
    'And for test and prod',
    'Tag owner',
    'Tag costCenter',
    'Tag application',
    'Do tags differ',
    'Which components do you want',
    'Which components do you want to configure',
  ];
  const skipped = questions.flatMap((one, index) => (without.includes(one) ? [index, index + 1] : []));
  const asked = questions.filter((_, index) => index >= from && !skipped.includes(index));
  for (const question of asked) await terminal.when(question, keys.enter);
}

/** The questions about the VM, which come last. */
export async function machineDefaults(terminal: Pty): Promise<void> {
  const questions = [
    'VM size (dev)',
    'And for',
    'Windows Server image',
    'Windows Server license (dev)',
    'The same',
    'OS disk size',
    'OS disk type (dev)',
    'And for',
    'Shut down the VM',
    'And for',
    'User name of the local',
    'Key vault with',
    'And for',
    'Resource group',
    'And for',
    'Name of the secret',
  ];
  for (const question of questions) await terminal.when(question, keys.enter);
}
