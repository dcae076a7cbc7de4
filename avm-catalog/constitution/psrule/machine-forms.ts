import type { HardeningParameters } from '../../kernel/rule-parameters.ts';
import { all, has, is, lacks, not, someBelow, type PsCondition } from './condition.ts';
import { because, cannot, expressed, type ToForm } from './form.ts';

const types = ['Microsoft.Compute/virtualMachines'];
const [vm = ''] = types;
const isWindows = lacks('properties.osProfile.linuxConfiguration');
const windows = { types, where: isWindows } as const;

/** The type that the publisher of an extension defines. */
const hasExtension = (type: string, ...conditions: readonly PsCondition[]): PsCondition =>
  someBelow(`${vm}/extensions`, { field: 'properties.type', equals: type, caseSensitive: true }, ...conditions);

const isTrusted = is('properties.securityProfile.securityType', 'TrustedLaunch');
const patching = 'properties.osProfile.windowsConfiguration';

/** Forms of rules about VMs. */
export const machineForms = {
  'SEC-007': ({ methods }: HardeningParameters) =>
    expressed({
      ...windows,
      must: all(
        ...(methods.includes('guestConfiguration')
          ? [
              someBelow('Microsoft.GuestConfiguration/guestConfigurationAssignments', {
                field: 'properties.guestConfiguration.name',
                equals: 'AzureWindowsBaseline',
                caseSensitive: true,
              }),
              hasExtension('ConfigurationforWindows'),
            ]
          : []),
        ...(methods.includes('script')
          ? [
              someBelow(
                `${vm}/runCommands`,
                not({ field: 'name', endsWith: 'install-application', caseSensitive: true }),
                {
                  anyOf: ['script', 'scriptUri'].map((key) => ({ field: `properties.source.${key}`, match: '\\S' })),
                },
              ),
            ]
          : []),
      ),
    }),
  'SEC-010': () => expressed({ types, must: is('properties.securityProfile.encryptionAtHost', true) }),
  'SEC-011': () =>
    expressed({
      types,
      must: all(
        { field: 'properties.securityProfile.securityType', equals: 'TrustedLaunch', caseSensitive: true },
        is('properties.securityProfile.uefiSettings.secureBootEnabled', true),
        is('properties.securityProfile.uefiSettings.vTpmEnabled', true),
      ),
    }),
  'SEC-019': () => expressed({ types, must: { field: 'identity.type', contains: 'assigned' } }),
  'SEC-022': () =>
    expressed({
      ...windows,
      must: hasExtension(
        'IaaSAntimalware',
        is('properties.settings.AntimalwareEnabled', true),
        is('properties.settings.RealtimeProtectionEnabled', true),
      ),
    }),
  'SEC-031': () => expressed({ types, where: all(isWindows, isTrusted), must: hasExtension('GuestAttestation') }),
  'SEC-032': () =>
    expressed({
      ...windows,
      must: all(hasExtension('AADLoginForWindows'), { field: 'identity.type', contains: 'SystemAssigned' }),
    }),
  'OPS-007': () =>
    expressed({
      ...windows,
      must: all(
        is(`${patching}.enableAutomaticUpdates`, true),
        is(`${patching}.patchSettings.patchMode`, 'AutomaticByPlatform'),
        is(`${patching}.patchSettings.assessmentMode`, 'AutomaticByPlatform'),
      ),
    }),
  'OPS-003': cannot(because.others),
  'OPS-005': cannot(because.others),
  'OPS-006': cannot(because.others),
  'OPS-008': cannot(because.others),
  'OPS-010': cannot(because.others),
  'RES-001': () => expressed({ types, must: has('zones') }),
  'RES-008': cannot(because.others),
  'CST-001': cannot(because.facts),
  'CST-005': cannot(because.others),
  'TST-002': ({ sizes }: { readonly sizes: readonly string[] }) =>
    expressed({ types, must: { field: 'properties.hardwareProfile.vmSize', in: sizes } }),
  'TST-003': cannot(because.facts),
  'TST-004': () => expressed({ types, must: not(is('properties.storageProfile.imageReference.version', 'latest')) }),
} satisfies Readonly<Record<string, ToForm<never>>>;
