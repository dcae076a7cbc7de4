import { expect, it } from 'vitest';
import { ofSettings } from '../../src/checks/bicep-files/given.ts';
import { describe as told } from '../../src/findings/describe.ts';
import type { Finding } from '../../src/findings/finding.ts';
import { app, image, shopOf } from '../plan/shop-answers.ts';

const { plan, files = [] } = shopOf(app([{ ...image, resources: { cpu: '0.5', memory: '1Gi' } }]));
const template = files.find(({ path }) => path === 'main.bicep')?.text ?? '';
const lineOf = (text: string): number => template.split('\n').findIndex((line) => line.includes(text)) + 1;

function said(code: string, line: number, file = 'main.bicep'): Finding {
  const all = { severity: 'warning', ids: [], args: { message: 'It is wrong' } } as const;
  return { ...all, code: `bicep/${code}`, where: { file, line, column: 1 } } as unknown as Finding;
}

function after(one: Finding): Finding {
  if (!plan) throw new Error('no plan');
  const [found] = ofSettings([one], () => template, plan);
  if (!found) throw new Error('no finding');
  return found;
}

it('what the compiler says of a value that a person gave names the setting, and not the catalog', () => {
  const found = after(said('BCP036', lineOf("cpu: '0.5'")));
  expect(found.where).toMatchObject({ file: 'main.bicep', answer: 'components.shop.params.containers' });
  expect(told(found).remedy).toBe(
    'The setting components.shop.params.containers gives this value. Correct it in avm.yaml.',
  );
});

it('what it says of anything else stays as it is', () => {
  const others = [
    said('BCP036', lineOf('module logAnalytics ')),
    said('no-unused-params', lineOf("cpu: '0.5'")),
    said('BCP036', lineOf("cpu: '0.5'"), 'main.dev.bicepparam'),
  ];
  for (const one of others) expect(after(one)).toEqual(one);
  expect(told(after(said('BCP036', 1))).remedy).toContain('an error in the catalog');
});
