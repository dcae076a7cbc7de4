import { arrayOf, int, literals, object, string } from '../../../src/bicep/type.ts';
import {
  call,
  each,
  item,
  lambda,
  param,
  text,
  type Expression,
  type ObjectValue,
  type Value,
} from '../../../src/bicep/value.ts';
import type { Composer } from '../../kernel/component.ts';
import { pick } from '../../kernel/patterns.ts';
import { virtualMachineInputs } from './inputs.ts';

const diskTypes = literals('Premium_LRS', 'Premium_ZRS', 'StandardSSD_LRS', 'StandardSSD_ZRS', 'Standard_LRS');

export function disks(c: Composer): ObjectValue {
  const sets = c.collect('diskEncryption');
  const encryption =
    sets.length === 0
      ? {}
      : {
          diskEncryptionSetResourceId: c.because(
            ['SEC-009'],
            pick(sets, (set) => set.id),
          ),
        };
  const osDisk = c.parameter({
    name: 'osDisk',
    type: object({ sizeGb: int, type: diskTypes }),
    description: 'Type of the OS disk, and its size in GiB',
    value: (view) => ({
      sizeGb: virtualMachineInputs.of(view).osDisk.sizeGb,
      type: virtualMachineInputs.of(view).osDisk.type,
    }),
    answers: ['virtualMachine.osDisk'],
  });
  return {
    osDisk: {
      name: c.reference('osDisk'),
      caching: 'ReadWrite',
      createOption: 'FromImage',
      deleteOption: 'Delete',
      diskSizeGB: { ...osDisk, path: ['sizeGb'] },
      managedDisk: { storageAccountType: { ...osDisk, path: ['type'] }, ...encryption },
    },
    dataDisks: hasData(c) ? c.because(['data-disks'], dataDisks(c, encryption)) : undefined,
  };
}

export const hasData = (c: Composer): boolean =>
  c.views.some((view) => virtualMachineInputs.of(view).dataDisks.length > 0);

/** The parameter, for what is declared after the VM, and the name of one of the disks. */
export const givenDataDisks = (c: Composer): Value => param(c.symbol('dataDisks'));
export const dataDiskName = (c: Composer): string | Expression =>
  text`${c.reference('dataDisk')}-${item('disk', 'name')}`;

/** Names of the OS disk and the data disks. */
export function diskNames(c: Composer): Value {
  const osDisk = [c.reference('osDisk')];
  if (!hasData(c)) return osDisk;
  const names = c.variable(
    'virtualMachineDataDiskNames',
    call('map', givenDataDisks(c), lambda('disk', dataDiskName(c))),
    {
      description: 'Names of the data disks',
      ids: ['data-disks'],
    },
  );
  return call('concat', osDisk, names);
}

function dataDisks(c: Composer, encryption: ObjectValue): Value {
  const given = c.parameter({
    name: 'dataDisks',
    type: arrayOf(
      object({
        name: string,
        lun: int,
        sizeGb: int,
        type: diskTypes,
        caching: literals('None', 'ReadOnly', 'ReadWrite'),
      }),
    ),
    description: 'Data disks of the virtual machine. Don’t change the name or LUN of an existing disk',
    value: (view) =>
      virtualMachineInputs.of(view).dataDisks.map(({ name, lun, sizeGb, type, caching }) => ({
        name,
        lun,
        sizeGb,
        type,
        caching,
      })),
    answers: ['virtualMachine.dataDisks'],
    ids: ['data-disks'],
  });
  return each('disk', given, {
    name: dataDiskName(c),
    lun: item('disk', 'lun'),
    caching: item('disk', 'caching'),
    createOption: 'Empty',
    deleteOption: 'Detach',
    diskSizeGB: item('disk', 'sizeGb'),
    managedDisk: { storageAccountType: item('disk', 'type'), ...encryption },
  });
}
