import { expect, it } from 'vitest';
import { fileOf } from '../plan/support.ts';

const id = (group: string): string =>
  `/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/${group}/providers/Microsoft.Network/routeTables/rt`;
const components = { routes: { type: 'existing-resource', id: id('rg-hub') } };
const environments = { prod: { components: { routes: { id: id('rg-hub-prod') } } } };

it('what exists already is named with the environments that it is for, where they have different ones', () => {
  const spec = fileOf('specs/001-legacyapp/spec.md', { components, environments });
  expect(spec).toContain(
    `- The existing resources \`${id('rg-hub')}\` (dev and test) and \`${id('rg-hub-prod')}\` (prod), which this workspace doesn’t manage.`,
  );
  const plan = fileOf('specs/001-legacyapp/plan.md', { components, environments });
  expect(plan).toContain(`The existing resource \`${id('rg-hub-prod')}\` (prod).`);
  expect(fileOf('specs/001-legacyapp/spec.md', { components })).toContain(
    `- The existing resource \`${id('rg-hub')}\` (every environment), which this workspace doesn’t manage.`,
  );
});
