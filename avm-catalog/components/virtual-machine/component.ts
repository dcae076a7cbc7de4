import { string } from '../../../src/bicep/type.ts';
import { component } from '../../kernel/component.ts';
import { endpointOutputs, grantUses } from '../../kernel/uses.ts';
import { guestAttestation } from './attestation.ts';
import { entraSignIn } from './entra-sign-in.ts';
import { alertRules } from './alerts.ts';
import { autoShutdown, shutDownDaily } from './auto-shutdown.ts';
import { checkSizes } from './check-parameters.ts';
import { checkComputerName } from './check-plan.ts';
import { dataDisk } from './data-disk.ts';
import { dataDiskLocks } from './disk-locks.ts';
import { diskNames, disks } from './disks.ts';
import { given } from './given.ts';
import { drawing } from './drawing.ts';
import { backup, extensions, identities } from './extensions.ts';
import { virtualMachineDefinition } from './definition.ts';
import { identityOf, isShutDown, virtualMachineInputs, virtualMachineType } from './inputs.ts';
import { networkInterface, outboundRules, outputAddresses, standingAccess } from './network.ts';
import { machineProblems } from './problems.ts';
import { research } from './research.ts';
import { power, sizing } from './sizing.ts';
import { administrator, imageReference, license, patching, protection, size, timeZone } from './system.ts';
import { existingMachine, nativeDiagnostics, zone } from '../../kernel/patterns.ts';
import { virtualMachineDocs } from './docs.ts';

/** Symbol of the VM where something is attached to it. */
const attached = 'existingVirtualMachine';

export const virtualMachine = component({
  name: virtualMachineType,
  title: 'Windows virtual machine',
  summary: 'The VM that hosts the application',
  serves: ['machine', 'machine-targets'],
  drawing,
  inputs: virtualMachineDefinition,
  docs: virtualMachineDocs,
  measures: [
    { path: 'virtualMachine.size', subject: 'the VM size', of: power },
    {
      path: 'virtualMachine.autoShutdown.enabled',
      subject: 'the running time of the VM',
      of: (view) => (isShutDown(virtualMachineInputs.of(view)) ? 0 : 1),
    },
  ],
  meets: { 'data-disks': (view) => virtualMachineInputs.of(view).dataDisks.length > 0 },
  additions: [dataDisk],
  sizing,
  research,
  many: { ignores: [], summary: 'Another Windows virtual machine' },
  resource: 'virtualMachine',
  enabled: () => true,
  uses: (view) =>
    (virtualMachineInputs.of(view).uses ?? []).map((name, index) => ({ name, answer: `virtualMachine.uses.${index}` })),
  check: machineProblems,
  categories: { 'shutdown-in-window': 'Edge Cases & Failure Handling' },
  checkParameters: checkSizes,
  checkPlan: checkComputerName,
  contribute: (c) => {
    const is = given(c);
    if (is.subnet === undefined)
      c.contribute('subnet', { key: 'workload', purpose: 'the virtual machine' }, { ids: ['network'] });
    if (is.identity === undefined) c.contribute('identity', { key: 'workload' }, { ids: ['identity'] });
    grantUses(c, is.uses ?? [], identityOf(is));
    const name = c.name('virtualMachine', { type: 'Microsoft.Compute/virtualMachines' });
    c.contribute('machine', {
      symbol: 'virtualMachine',
      attached: c.symbol(attached),
      name,
      id: c.id('virtualMachine'),
      disks: diskNames(c),
      shutDownDaily: shutDownDaily(c),
    });
    c.name('computerName', {
      type: 'windowsComputerName',
      given: {
        value: (view) => virtualMachineInputs.of(view).computerName,
        parameter: {
          name: 'computerName',
          type: string,
          description: 'Computer name inside Windows',
          maxLength: 15,
          answers: ['virtualMachine.computerName'],
        },
      },
    });
    c.name('networkInterface', { type: 'Microsoft.Network/networkInterfaces' });
    c.name('osDisk', { type: 'Microsoft.Compute/disks', abbreviation: 'osdisk' });
    c.name('dataDisk', { type: 'Microsoft.Compute/disks', abbreviation: 'disk' });
    standingAccess(c);
    outboundRules(c);
    alertRules(c);
  },
  compose: (c) => {
    c.module({
      symbol: 'virtualMachine',
      module: 'compute/virtual-machine',
      comment: 'Windows virtual machine that hosts the application',
      makes: ['virtualMachine', 'dataDisk'],
      params: {
        name: c.reference('virtualMachine'),
        computerName: c.reference('computerName'),
        osType: 'Windows',
        vmSize: size(c),
        availabilityZone: zone(c),
        imageReference: imageReference(c),
        licenseType: license(c),
        ...administrator(c),
        timeZone: timeZone(c),
        ...protection(c),
        ...disks(c),
        nicConfigurations: [networkInterface(c)],
        managedIdentities: c.because(['identity', 'SEC-019'], identities(c)),
        bootDiagnostics: true,
        autoShutdownConfig: autoShutdown(c),
        ...patching(c),
        ...backup(c),
        ...extensions(c),
        ...entraSignIn(c),
      },
    });
    guestAttestation(c);
    dataDiskLocks(c);
    if (c.collect('diagnostics').length > 0)
      nativeDiagnostics(c, {
        symbol: 'virtualMachineDiagnostics',
        existing: existingMachine(c, { attached, name: c.reference('virtualMachine') }),
        of: 'the virtual machine',
        logs: false,
      });
    c.output('virtualMachineName', string, 'Name of the virtual machine', c.reference('virtualMachine'));
    c.output(
      'virtualMachineId',
      string,
      'Resource ID of the virtual machine, to connect through Azure Bastion',
      c.id('virtualMachine'),
    );
    outputAddresses(c);
    endpointOutputs(c, 'virtualMachine', given(c).uses ?? []);
  },
});
