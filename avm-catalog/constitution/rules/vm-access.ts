import { virtualMachineInputs } from '../../components/virtual-machine/inputs.ts';
import { rule, unless, type RuleDefinition } from '../rule.ts';
import { azure } from '../sources.ts';
import { windowsVms } from '../subject.ts';
import { attestedVms, joinedVms, trustedVms } from './vm-access-checks.ts';

/** Off unless the organization turns them on: both need endpoints that a firewall can block, and one joins the tenant. */
export const vmAccess: readonly RuleDefinition[] = [
  rule({
    id: 'SEC-031',
    of: ['virtual-machine'],
    category: 'hardening',
    title: 'Boot integrity monitoring',
    level: 'off',
    statement: () => 'The workload MUST report the integrity of the boot of every Windows VM with Trusted Launch.',
    rationale:
      'Trusted Launch measures the boot. Without the Guest Attestation extension, nobody compares the measurements.',
    source: azure('Boot integrity monitoring', 'virtual-machines/boot-integrity-monitoring-overview'),
    shapes: 'The template installs the Guest Attestation extension.',
    appliesTo: [trustedVms],
    check: attestedVms,
    breaks: (view) =>
      unless(
        virtualMachineInputs.of(view).guestAttestation,
        'virtualMachine.guestAttestation',
        'boot integrity monitoring is off',
        'virtualMachine.guestAttestation=true',
      ),
  }),
  rule({
    id: 'SEC-032',
    of: ['virtual-machine'],
    category: 'identity',
    title: 'Microsoft Entra sign-in',
    level: 'off',
    statement: () => 'The workload MUST let administrators sign in to every Windows VM with Microsoft Entra ID.',
    rationale:
      'Nobody can tell who used a shared local account. With Microsoft Entra ID, each sign-in belongs to a person, and ends with the person’s account.',
    source: {
      title: 'Sign in to a Windows VM with Microsoft Entra ID',
      url: 'https://learn.microsoft.com/entra/identity/devices/howto-vm-sign-in-azure-ad-windows',
    },
    shapes: 'The VM has the sign-in extension and a system-assigned identity. Groups get roles on the VM.',
    exceptions: [
      {
        what: 'The local administrator',
        why: 'Azure requires one to create a Windows VM',
      },
    ],
    appliesTo: [windowsVms],
    check: joinedVms,
    breaks: (view) =>
      unless(
        virtualMachineInputs.of(view).entraSignIn.enabled,
        'virtualMachine.entraSignIn.enabled',
        'users can’t sign in with Microsoft Entra ID',
        'virtualMachine.entraSignIn.enabled=true',
      ),
  }),
];
