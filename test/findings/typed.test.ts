import { expect, it } from 'vitest';
import { problem } from '../../avm-catalog/kernel/problem.ts';
import { refusal } from '../../avm-catalog/kernel/refusal.ts';
import { describe as prose } from '../../src/findings/describe.ts';
import { makeFinding, type Finding } from '../../src/findings/finding.ts';

/*
 * The compiler reads this file: each line below `@ts-expect-error` is an error to it, or tsc fails.
 */
it('a code and its arguments are those of a message', () => {
  const whole = makeFinding('name-too-long', 'error', { name: 'a', type: 'b', length: 3, most: 2 });
  const given = { severity: 'error', where: {}, ids: [] } as const;
  const refused: readonly Finding[] = [
    // @ts-expect-error No message has this code.
    makeFinding('name-to-long', 'error', { name: 'a', type: 'b', length: 3, most: 2 }),
    // @ts-expect-error An argument is missing.
    makeFinding('name-too-long', 'error', { name: 'a', type: 'b', length: 3 }),
    // @ts-expect-error An argument is no text.
    makeFinding('name-too-long', 'error', { name: 'a', type: 'b', length: '3', most: 2 }),
    // @ts-expect-error The message has no such argument.
    makeFinding('name-too-long', 'error', { name: 'a', type: 'b', length: 3, most: 2, least: 1 }),
    // @ts-expect-error The message has no arguments.
    makeFinding('yaml-conflict', 'error', { line: 3 }),
    // @ts-expect-error What the compiler says has its code behind the slash.
    makeFinding('bicep', 'error', { message: 'said' }),
    // @ts-expect-error The arguments are those of another code.
    { code: 'size-lacks', args: { size: 'a' }, ...given },
    // @ts-expect-error Code and arguments of two findings.
    { ...whole, code: 'size-lacks' },
  ];
  expect(refused).toHaveLength(8);
});

it('a code of two takes the arguments of both', () => {
  const code = ['secret-declared', 'secret-declared-nowhere'][0] as 'secret-declared' | 'secret-declared-nowhere';
  expect(makeFinding(code, 'note', { path: 'a', reason: 'b' }).code).toBe(code);
  // @ts-expect-error The reason is missing, which one of them takes.
  expect(makeFinding(code, 'note', { path: 'a' }).code).toBe(code);
});

it('problems of answers and refusals of the schema are held to the same', () => {
  // @ts-expect-error An argument is missing.
  expect(problem('size-lacks', 'virtualMachine.size', { size: 'a' }).severity).toBe('error');
  // @ts-expect-error No message has this code.
  expect(refusal('day-unknwon', [], { day: 'a' }).code).toBe('custom');
});

it('a finding stays one where its severity or its place is changed', () => {
  const found: Finding = makeFinding('snapshot/BCP1', 'note', { message: 'said' });
  const changed: Finding = { ...found, severity: 'error', where: { file: 'main.bicep' } };
  expect(changed).toEqual({ ...found, severity: 'error', where: { file: 'main.bicep' } });
  expect(prose(changed).message).toBe('said');
});
