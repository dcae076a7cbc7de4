import { describe as group, expect, it } from 'vitest';
import { describe } from '../../src/findings/describe.ts';
import { makeFinding } from '../../src/findings/finding.ts';

group('what the compiler says is told by where it was said', () => {
  it('of main.bicep in its own words', () => {
    const { message } = describe(makeFinding('bicep/BCP035', 'error', { message: 'A property is missing.' }));
    expect(message).toBe('A property is missing.');
  });

  it('of a prediction as one', () => {
    const { remedy } = describe(makeFinding('snapshot/BCP035', 'warning', { message: 'Anything.' }));
    expect(remedy).toContain('predicted resources');
  });

  it('of a predicted resource by its property and the parameter that sets it', () => {
    const args = { message: 'Expected "A".', path: 'properties.sku', symbol: 'vault', parameters: ['sku'] };
    const { message, remedy } = describe(makeFinding('types/BCP036', 'error', args));
    expect(message).toBe('\'properties.sku\' of this resource is not as Azure defines it: Expected "A".');
    expect(remedy).toBe("The value comes from 'sku' of 'vault' in main.bicep. Correct the setting.");
  });

  it('and a code without prose is none', () => {
    const finding = makeFinding('types/BCP036', 'error', { message: '', path: '', symbol: '', parameters: [] });
    expect(() => describe({ ...finding, code: 'nonsense/x' } as never)).toThrow('no message has the code nonsense/x');
  });
});
