import operations from './readme.md.hbs';
import type { ComponentDocs } from '../../kernel/docs.ts';
import type { DocumentedWorkspace, Environment } from '../../kernel/workspace.ts';
import { hasShares, sharesOf } from './shares.ts';
import { storageAccountInputs } from './inputs.ts';

export const storageAccountDocs: ComponentDocs = {
  operations,
  facts: ({ sides, key, symbol }, workspace) => {
    const named = key !== storageAccountInputs.key;
    const signsIn = !named && workspace.has('virtual-machine');
    return {
      named,
      signsIn,
      output: symbol('storageAccountName'),
      days: `${key}.softDeleteDays`,
      shares: sides.some(hasShares),
      shareAccess: shareAccess(sides, signsIn, workspace),
    };
  },
};

/** How clients mount the file shares, by identity source. */
function shareAccess(sides: readonly Environment[], signsIn: boolean, workspace: DocumentedWorkspace) {
  return (['managedIdentity', 'entraKerberos', 'none'] as const).flatMap((identity) => {
    const some = sides.filter(
      (side) => hasShares(side) && storageAccountInputs.of(side).shareAccess.identity === identity,
    );
    if (some.length === 0) return [];
    return [
      {
        where: workspace.where(some),
        mounts: identity === 'managedIdentity' && signsIn,
        managed: identity === 'managedIdentity',
        kerberos: identity === 'entraKerberos',
        share: shareOf(some),
      },
    ];
  });
}

/** The name of the first share, for examples, if all environments agree on it. */
function shareOf(sides: readonly Environment[]): string {
  const [name = '', ...others] = new Set(sides.map((side) => sharesOf(side)[0]?.name ?? ''));
  return others.length === 0 ? name : '<share>';
}
