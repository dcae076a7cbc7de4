import { readText, where, type Estate, type Violation } from '../estate.ts';
import { such, windowsVms } from '../subject.ts';
import { hasExtension } from './vm-checks.ts';

export const trustedVms = such(
  'Windows VM with Trusted Launch',
  windowsVms,
  (one) => readText(one, 'properties.securityProfile.securityType').toLowerCase() === 'trustedlaunch',
);

export function attestedVms(estate: Estate): readonly Violation[] {
  return where(
    trustedVms.in(estate),
    (one) => !hasExtension(estate, one, 'GuestAttestation'),
    'nobody learns that the VM started with changed components',
    'install the Guest Attestation extension',
  );
}

/** The extension signs in with the system-assigned identity. */
export function joinedVms(estate: Estate): readonly Violation[] {
  return [
    ...where(
      windowsVms.in(estate),
      (one) => !hasExtension(estate, one, 'AADLoginForWindows'),
      'administrators can sign in to the VM only with a shared local account',
      'install the extension AADLoginForWindows',
    ),
    ...where(
      windowsVms.in(estate),
      (one) =>
        hasExtension(estate, one, 'AADLoginForWindows') && !/SystemAssigned/i.test(readText(one, 'identity.type')),
      'the sign-in extension needs a system-assigned identity, which the VM lacks',
      'give the VM a system-assigned identity',
    ),
  ];
}
