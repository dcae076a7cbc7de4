import { describe, expect, it } from 'vitest';
import { mostOutputs } from '../../src/plan/outputs.ts';
import { made, redis } from '../files/many-components.ts';

const caches = (count: number) =>
  made(Object.fromEntries(Array.from({ length: count }, (_, index) => [`cache-${index}`, redis()])));
const readme = ({ files = [] }: ReturnType<typeof made>): string =>
  files.find(({ path }) => path === 'README.md')?.text ?? '';

describe('outputs of components by name', () => {
  it('are each one of the template as long as it may have them', () => {
    const some = caches(10);
    expect(some.plan?.outputs.map(({ name }) => name)).toContain('cache9Name');
    expect(readme(some)).toContain('--query "properties.outputs.$1.value"');
  });

  it('are properties of one where there are more than a template may have, and are found under the same names', () => {
    const many = caches(mostOutputs + 1);
    const { plan, files = [] } = many;
    expect(plan?.outputs.length).toBeLessThan(mostOutputs);
    const main = files.find(({ path }) => path === 'main.bicep')?.text ?? '';
    expect(main).toMatch(/^output components \{$/m);
    expect(main).toMatch(/^ {2}cache9Name: names\.cache9$/m);
    expect(readme(many)).toContain('--query "properties.outputs.$1.value || properties.outputs.components.value.$1"');
    expect(many.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
