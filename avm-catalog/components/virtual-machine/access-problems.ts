import { image } from '../../azure/images.ts';
import { problem, type AnswerProblem } from '../../kernel/problem.ts';
import type { VirtualMachineInputs } from './inputs.ts';

/** Source: entra-docs howto-vm-sign-in-azure-ad-windows.md (2025-12-01), "Supported Azure regions and Windows distributions". */
const firstJoined = 2025;

export function accessProblems(is: VirtualMachineInputs): readonly AnswerProblem[] {
  const found = image(is.image);
  const isTooOld = found !== undefined && (found.year < firstJoined || found.core);
  return [
    ...(is.guestAttestation && !is.trustedLaunch
      ? [
          problem('answer-needs', 'virtualMachine.guestAttestation', {
            what: 'Reports about the integrity of the boot',
            needs: 'virtualMachine.trustedLaunch=true',
          }),
        ]
      : []),
    ...(is.entraSignIn.enabled && isTooOld
      ? [problem('image-entra-sign-in', 'virtualMachine.image', { image: is.image }, 'warning', ['SEC-032'])]
      : []),
  ];
}
