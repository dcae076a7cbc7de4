import harden from './harden.ps1.hbs';
import operations from './readme.md.hbs';
import { enumerate } from '../../../src/text/enumerate.ts';
import { image } from '../../azure/images.ts';
import type { ComponentDocs, Note } from '../../kernel/docs.ts';
import { grouped, namesOf } from '../../kernel/documents.ts';
import type { DocumentedWorkspace, Environment } from '../../kernel/workspace.ts';
import { hardeningInputs } from './inputs.ts';
import { machinesIn } from '../virtual-machine/inputs.ts';

export const hardeningDocs: ComponentDocs = {
  operations,
  facts,
  proof: { order: 50, what: 'The VM is hardened' },
  providers: ['Microsoft.GuestConfiguration'],
  files: [
    {
      path: 'scripts/harden.ps1',
      what: 'Script that hardens Windows on the VM.',
      template: harden,
      id: 'SEC-007',
      answer: 'spec.hardening.script',
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

/** Before Windows Server 2025, LSA protection is stored in UEFI firmware, which generation 2 images use. */
function keepsLsaInFirmware(side: Environment): boolean {
  return machinesIn(side).some(({ is }) => {
    const found = image(is.image);
    return found !== undefined && found.year < 2025 && found.generation === 2;
  });
}
