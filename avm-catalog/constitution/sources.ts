import type { mcsbControls } from '../azure/benchmark-controls.ts';

/** A page that a rule’s rationale rests on. */
export interface Source {
  readonly title: string;
  readonly url: string;
}

const learn = 'https://learn.microsoft.com';

const mcsbPages = {
  BR: 'backup-recovery',
  DP: 'data-protection',
  ES: 'endpoint-security',
  IM: 'identity-management',
  LT: 'logging-threat-detection',
  NS: 'network-security',
  PA: 'privileged-access',
  PV: 'posture-vulnerability-management',
} as const;

export const mcsbOverview: Source = {
  title: 'Microsoft cloud security benchmark',
  url: `${learn}/security/benchmark/azure/overview`,
};

/** A control of the Microsoft cloud security benchmark: `NS-1`. */
export function mcsb(control: keyof typeof mcsbControls): Source {
  const domain = control.slice(0, 2) as keyof typeof mcsbPages;
  return { title: `MCSB ${control}`, url: `${learn}/security/benchmark/azure/mcsb-${mcsbPages[domain]}` };
}

/** A page of the Azure documentation. */
export function azure(title: string, path: string): Source {
  return { title, url: `${learn}/azure/${path}` };
}

export const azureVerifiedModules: Source = {
  title: 'Azure Verified Modules',
  url: 'https://azure.github.io/Azure-Verified-Modules/',
};
