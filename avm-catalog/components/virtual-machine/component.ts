import { string } from '../../../src/bicep/type.ts';
import { component } from '../../kernel/component.ts';
import { alertRules } from './alerts.ts';
import { checkSizes } from './check-parameters.ts';
import { checkComputerName } from './check-plan.ts';
import { dataDisk } from './data-disk.ts';
import { dataDiskLocks } from './disk-locks.ts';
import { disks } from './disks.ts';
import { drawing } from './drawing.ts';
import { backup, extensions, identities } from './extensions.ts';
import { virtualMachineDefinition } from './definition.ts';
import { virtualMachineInputs } from './inputs.ts';
import { networkInterface, outboundRules, standingAccess } from './network.ts';
import { machineProblems } from './problems.ts';
import { research } from './research.ts';
import { power, sizing } from './sizing.ts';
import { administrator, imageReference, licence, patching, protection, size, timeZone } from './system.ts';
import { existingMachine, nativeDiagnostics, zone } from '../../kernel/patterns.ts';
import { virtualMachineDocs } from './docs.ts';

export const virtualMachine = component({
  name: 'virtual-machine',
  title: 'Windows virtual machine',
  summary: 'The machine that hosts the application',
  serves: ['machine'],
  drawing,
  inputs: virtualMachineDefinition,
  docs: virtualMachineDocs,
  measures: [{ path: 'virtualMachine.size', subject: 'the size of the machine', of: power }],
  meets: { 'data-disks': (view) => virtualMachineInputs.of(view).dataDisks.length > 0 },
  additions: [dataDisk],
  sizing,
  research,
  resource: 'virtualMachine',
  enabled: () => true,
  check: machineProblems,
  checkParameters: checkSizes,
  checkPlan: checkComputerName,
  contribute: (c) => {
    c.contribute('subnet', { key: 'workload', purpose: 'the machine' }, { ids: ['network'] });
    c.contribute('identity', { key: 'workload' }, { ids: ['identity'] });
    c.name('virtualMachine', { type: 'Microsoft.Compute/virtualMachines' });
    c.name('computerName', {
      type: 'windowsComputerName',
      given: {
        value: (view) => virtualMachineInputs.of(view).computerName,
        parameter: {
          name: 'computerName',
          type: string,
          description: 'Name of the computer inside Windows',
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
      comment: 'The Windows virtual machine',
      makes: ['virtualMachine', 'dataDisk'],
      params: {
        name: c.reference('virtualMachine'),
        computerName: c.reference('computerName'),
        osType: 'Windows',
        vmSize: size(c),
        availabilityZone: zone(c),
        imageReference: imageReference(c),
        licenseType: licence(c),
        ...administrator(c),
        timeZone: timeZone(c),
        ...protection(c),
        ...disks(c),
        nicConfigurations: [networkInterface(c)],
        managedIdentities: c.because(['identity', 'SEC-019'], identities(c)),
        bootDiagnostics: true,
        ...patching(c),
        ...backup(c),
        ...extensions(c),
      },
    });
    dataDiskLocks(c);
    if (c.collect('diagnostics').length > 0)
      nativeDiagnostics(c, {
        symbol: 'virtualMachineDiagnostics',
        existing: existingMachine(c),
        of: 'the virtual machine',
        logs: false,
      });
    c.output('virtualMachineName', string, 'Name of the virtual machine', c.reference('virtualMachine'));
    c.output(
      'virtualMachineId',
      string,
      'Resource id of the virtual machine, to open a Bastion session to',
      c.id('virtualMachine'),
    );
  },
});
