import harden from './harden.ps1.hbs';
import operations from './readme.md.hbs';
import { enumerate } from '../../../src/text/enumerate.ts';
import { image } from '../../azure/images.ts';
import type { ComponentDocs, Note } from '../../kernel/docs.ts';
import { grouped, namesOf } from '../../kernel/documents.ts';
import type { DocumentedWorkspace, Environment } from '../../kernel/workspace.ts';
import { hardeningInputs } from './inputs.ts';
import { virtualMachineInputs } from '../virtual-machine/inputs.ts';

export const hardeningDocs: ComponentDocs = {
  operations,
  facts,
  proof: { order: 50, what: 'The machine is hardened' },
  providers: ['Microsoft.GuestConfiguration'],
  files: [
    {
      path: 'scripts/harden.ps1',
      what: 'Hardening script that the machine runs.',
      template: harden,
      id: 'SEC-007',
      answer: 'spec.hardening.script',
      isIn: (view) => hardeningInputs.of(view).script,
    },
  ],
};

function facts({ sides }: Note, workspace: DocumentedWorkspace): object {
  const assigned = sides.filter((side) => hardeningInputs.of(side).guestConfiguration);
  return {
    script: sides.some((side) => hardeningInputs.of(side).script),
    baseline: assigned.length > 0,
    enforcements: grouped(assigned, (side) => hardeningInputs.of(side).enforcement).map(([enforcement, among]) => ({
      audit: enforcement === 'Audit',
      once: enforcement === 'ApplyAndMonitor',
      again: enforcement === 'ApplyAndAutoCorrect',
      where: workspace.where(among),
    })),
    lsaAudited: enumerate(namesOf(sides.filter((side) => hardeningInputs.of(side).script && keepsLsaInFirmware(side)))),
    first: workspace.default.environment,
  };
}

/** Before Windows Server 2025, LSA protection is kept in UEFI firmware, which images of generation 2 start from. */
function keepsLsaInFirmware(side: Environment): boolean {
  const found = image(virtualMachineInputs.of(side).image);
  return found !== undefined && found.year < 2025 && found.generation === 2;
}
