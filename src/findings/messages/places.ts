import { toFix, type Placed } from './commands.ts';
import type { Numbers, Templates, Texts } from './message.ts';

/** Findings about regions, what they offer, and sizes of VMs. */
export const places = {
  'region-unknown': ({ region, nearest }: Texts<'region'> & Partial<Texts<'nearest'>>) => ({
    message: `'${region}' isn't a region of the Azure public cloud`,
    remedy: nearest ? `Did you mean ${nearest}?` : 'To list all regions, run: avm catalog regions',
  }),
  'region-sovereign': ({ region, cloud, why }: Texts<'region' | 'cloud' | 'why'>) => ({
    message: `'${region}' is a region of ${cloud}, which create-avm doesn't support: it ${why}`,
    remedy: 'Choose a region of the Azure public cloud. To list all regions, run: avm catalog regions',
  }),
  'region-without-zones': ({ region, what, instead }: Texts<'region' | 'what' | 'instead'>) => ({
    message: `'${region}' has no availability zones, and ${what} requires them`,
    remedy: `Choose a region with zones, or set ${instead}. To list all regions, run: avm catalog regions`,
  }),
  'region-lacks': (
    { region, what, why, instead, source }: Texts<'region' | 'what' | 'why' | 'instead' | 'source'>,
    where: Placed = {},
  ) => ({
    message: `${what} isn't available in '${region}': ${why}`,
    remedy: `See ${source}. ${toFix(instead, where)}`,
  }),
  'region-offer-unknown': (
    { region, what, instead, source }: Texts<'region' | 'what' | 'instead' | 'source'>,
    where: Placed = {},
  ) => ({
    message: `The catalog doesn't know whether this is available in '${region}': ${what}`,
    remedy: `Check ${source}. ${toFix(instead, where).replace('To fix it', 'To be safe')}`,
  }),
  'recovery-region': ({ region }: Texts<'region'>) => ({
    message: `VMs can't be recovered to '${region}', because they run there`,
    remedy: 'Set siteRecovery.targetRegion to another region. To list all regions, run: avm catalog regions',
  }),
  'recovery-size': ({ size, why }: Texts<'size' | 'why'>) => ({
    message: `Site Recovery can't replicate a VM of the size '${size}': ${why}`,
    remedy: 'Choose another size, or set siteRecovery.enabled to false.',
  }),
  'monitor-zones-shared': () => ({
    message:
      'The existing private DNS zones hold the records of one Azure Monitor private link, and this workspace would replace them',
    remedy: 'Ask the owners of the zones. If they have a private link, set monitorPrivateLink.enabled to false.',
  }),
  'range-monitor': ({ range, prefix }: Texts<'range'> & Numbers<'prefix'>) => ({
    message: `The private endpoint of Azure Monitor needs more addresses than ${range} has`,
    remedy: `Use a range with the prefix /${prefix} or a shorter one.`,
  }),
  'size-unknown': ({ size, nearest }: Texts<'size'> & Partial<Texts<'nearest'>>) => ({
    message: `The catalog doesn't know the VM size '${size}', so nothing that depends on it was evaluated`,
    remedy: `${nearest ? `Did you mean ${nearest}? Otherwise, describe` : 'Describe'} it in virtualMachine.customSizes with the output of: az vm list-skus --size ${size} --resource-type virtualMachines --all --output json`,
  }),
} satisfies Templates;
