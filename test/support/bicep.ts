import { toolPath } from './tools.ts';

/** The real compiler. Throws where there is none; tests that need one say so by `isMissing('bicep')`. */
export function bicepPath(): string {
  const found = toolPath('bicep');
  if (found === null) throw new Error('No Bicep compiler: run scripts/get-bicep.sh');
  return found;
}
