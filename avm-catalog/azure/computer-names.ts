import { problemUnder } from './name-problems.ts';
import { windowsComputerName } from './naming.ts';

/** Source: Microsoft Support KB 909264, "Naming conventions in Active Directory", reserved words of one word. */
const reserved = [
  'anonymous',
  'batch',
  'builtin',
  'dialup',
  'interactive',
  'internet',
  'local',
  'network',
  'null',
  'proxy',
  'restricted',
  'self',
  'server',
  'service',
  'system',
  'users',
  'world',
];

type ComputerNameProblem = 'form' | 'reserved' | 'administrator';

/**
 * Why Windows cannot have a computer of this name. One that is called as its administrator leaves that account in no
 * group: Windows takes the name for the computer's (jamesstringer90/appsandbox#103).
 */
export function computerNameProblem(name: string, administrator: string): ComputerNameProblem | undefined {
  const lower = name.toLowerCase();
  if (problemUnder(windowsComputerName, name)) return 'form';
  if (reserved.includes(lower)) return 'reserved';
  return lower === administrator.toLowerCase() ? 'administrator' : undefined;
}
