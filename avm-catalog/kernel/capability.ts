/**
 * What a workspace provides, independent of the blueprint. Components and documents give these as their reason, and each
 * blueprint maps its requirements to them. Sorted.
 */
const capabilities = [
  'administration',
  'administrator-credentials',
  'alerts',
  'backup',
  'collaboration',
  'data-disks',
  'deployment',
  'distribution',
  'environments',
  'files',
  'hub',
  'identity',
  'installation',
  'load-balancing',
  'locks',
  'logs',
  'machine',
  'machine-targets',
  'modules',
  'network',
  'outbound',
  'pipeline',
  'recovery',
  'secrets',
  'storage-recovery',
  'storage-targets',
  'tests',
  'updates',
] as const;
export type Capability = (typeof capabilities)[number];

export function isCapability(text: string): text is Capability {
  return (capabilities as readonly string[]).includes(text);
}
