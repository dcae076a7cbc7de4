/**
 * What a workspace does for somebody, whatever blueprint it is of: components and documents name these as their reason,
 * and each blueprint says which of its requirements asks for them. Sorted.
 */
const capabilities = [
  'administration',
  'administrator-credentials',
  'alerts',
  'backup',
  'data-disks',
  'environments',
  'files',
  'hub',
  'identity',
  'installation',
  'load-balancing',
  'locks',
  'logs',
  'machine',
  'modules',
  'network',
  'outbound',
  'secrets',
  'updates',
] as const;
export type Capability = (typeof capabilities)[number];

export function isCapability(text: string): text is Capability {
  return (capabilities as readonly string[]).includes(text);
}
