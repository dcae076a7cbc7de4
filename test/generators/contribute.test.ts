import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import nodePlop, { type NodePlopAPI } from 'node-plop';
import { createFixture } from 'fs-fixture';
import { describe, expect, it } from 'vitest';
import { isCheckout } from '../../generators/checkout.ts';
import { componentPrompts } from '../../generators/contribute/component/prompts.ts';
import { factsOf } from '../../generators/contribute/component/module.ts';
import { nextId } from '../../generators/contribute/rule/answers.ts';
import { rulePrompts } from '../../generators/contribute/rule/prompts.ts';
import { generators } from '../../generators/index.ts';
import plopfile from '../../plopfile.ts';
import { rules } from '../../avm-catalog/constitution/rules/index.ts';
import type { PlopConfig } from '../../src/cli/change/plop-config.ts';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
const workspaceNames = generators.map((one) => one.name);

/** Plop with what plopfile.ts registers where it is in a folder. */
async function plopIn(folder: string, config: PlopConfig = {}): Promise<NodePlopAPI> {
  const plop = await nodePlop();
  plop.setPlopfilePath(folder);
  await plopfile(plop, config);
  return plop;
}

const namesOf = (plop: NodePlopAPI): readonly string[] => plop.getGeneratorList().map((one) => one.name);

/** A generator for contributors has its questions as Plop takes them; one of a workspace asks by itself. */
const isForContributors = (plop: NodePlopAPI, name: string): boolean => Array.isArray(plop.getGenerator(name).prompts);

describe('generators for contributors', () => {
  it('take the place of those of a workspace in a checkout', async () => {
    const plop = await plopIn(root);
    expect(namesOf(plop)).toEqual([...workspaceNames, 'rule']);
    expect(namesOf(plop).filter((name) => isForContributors(plop, name))).toEqual(['component', 'rule']);
  });

  it('are in no workspace, in no package, and in no command', async () => {
    const index = { 'avm-catalog/components/index.ts': '' };
    await using workspace = await createFixture({ ...index, 'avm.yaml': '' });
    await using installed = await createFixture({ 'dist/plopfile.js': '' });
    await using checkout = await createFixture(index);
    expect([workspace.path, installed.path, checkout.path].map(isCheckout)).toEqual([false, false, true]);
    for (const plop of [
      await plopIn(workspace.path),
      await plopIn(installed.path),
      await plopIn(root, { session: { terminal: undefined as never } }),
    ]) {
      expect(namesOf(plop)).toEqual(workspaceNames);
      expect(isForContributors(plop, 'component')).toBe(false);
    }
  });

  it('take an argument for each question', () => {
    for (const prompts of [componentPrompts, rulePrompts(root)])
      for (const prompt of prompts) expect(prompt, prompt.name).not.toHaveProperty('when');
  });
});

type Said = readonly [name: string, value: string, answers: object, wrong: RegExp];

const right = /^right$/;

const registry = { module: 'container-registry/registry' };
const vault = { module: 'key-vault/vault' };

describe('the questions about a component', () => {
  it.each<Said>([
    ['name', 'event-hub', {}, right],
    ['name', 'EventHub', {}, /lowercase words/],
    ['name', 'event--hub', {}, /lowercase words/],
    ['name', 'key-vault', {}, /There is a component 'key-vault'/],
    ['name', 'network', {}, /avm\.yaml has a setting 'network'/],
    ['name', 'load-balancer', {}, /avm\.yaml has a setting 'loadBalancer'/],
    ['name', 'package', {}, /a word of TypeScript: choose another name, such as app-package/],
    ['title', 'Event hub', {}, right],
    ['title', 'Event hub.', {}, /without a full stop/],
    ['summary', 'events of the workload', {}, /capital letter/],
    ['module', 'container-registry/registry', {}, right],
    ['module', 'container-registry/registri', {}, /Did you mean container-registry\/registry\?/],
    ['module', 'network/virtual-network/subnet', {}, /no other one is part of/],
    ['module', 'consumption/budget', {}, /deployed to a subscription/],
    ['serves', 'files', {}, right],
    ['serves', 'SEC-008', {}, right],
    ['serves', 'file', {}, /neither a capability .* nor the ID of a rule .* Did you mean files\?/],
    ['blueprint', 'data-store', { serves: 'files' }, right],
    ['blueprint', 'data-shop', {}, /choose 'windows-vm', 'data-store', 'empty'/],
    ['blueprint', 'data-store', { serves: 'backup' }, /No requirement of data-store asks for 'backup'/],
    ['story', 'US2', { blueprint: 'data-store' }, right],
    ['story', 'US9', { blueprint: 'data-store' }, /choose 'US1', 'US2'/],
    ['group', 'registry', registry, right],
    ['group', 'none', registry, right],
    ['group', 'blob', registry, /has no group 'blob' .* choose 'registry', 'none'/],
    ['group', 'registry', { module: 'network/route-table' }, /takes no private endpoints: choose 'none'/],
    ['abbreviation', 'cr', registry, right],
    ['abbreviation', 'Registry', registry, /Names of this type begin with .cr./],
    ['abbreviation', 'vault', vault, /Names of this type begin with 'kv'/],
    ['scope', 'global', registry, right],
    ['scope', 'resourceGroup', vault, /Choose 'global'/],
  ])('%s %j with %j', (name, value, answers, wrong) => {
    const said = componentPrompts.find((one) => one.name === name)?.validate(value, answers);
    expect(said === true ? 'right' : said).toMatch(wrong);
  });

  it('offer what is possible after the answers before', () => {
    const offered = (name: string, answers: object): unknown =>
      componentPrompts
        .find((one) => one.name === name)
        ?.choices?.(answers)
        .map((one) => one.value);
    expect(offered('group', registry)).toEqual(['registry', 'none']);
    expect(offered('group', { module: 'network/route-table' })).toEqual(['none']);
    expect(offered('scope', vault)).toEqual(['global']);
    expect(offered('story', { blueprint: 'empty' })).toEqual(['US1', 'US2', 'US3']);
  });
});

describe('what is known of a module', () => {
  it('is read from its interface', () => {
    expect(factsOf('container-registry/registry')).toMatchObject({
      type: 'Microsoft.ContainerRegistry/registries',
      nameLength: { min: 5, max: 50 },
      takesTags: true,
      closes: true,
      groups: ['registry'],
      diagnostics: 'logs-and-metrics',
      texts: [],
      left: [],
    });
    expect(factsOf('network/network-security-group')).toMatchObject({ diagnostics: 'logs', hasEndpoints: false });
    expect(factsOf('network/network-interface')).toMatchObject({ diagnostics: 'metrics' });
  });

  it('tells required texts from what a person gives', () => {
    expect(factsOf('app/job')).toMatchObject({
      texts: ['environmentResourceId'],
      left: [
        { name: 'containers', type: 'array' },
        { name: 'triggerType', type: 'string: "Event" or "Manual" or "Schedule"' },
      ],
    });
    expect(factsOf('document-db/mongo-cluster')).toMatchObject({
      left: expect.arrayContaining([{ name: 'administratorLoginPassword', type: 'secure string' }]) as unknown,
    });
  });
});

describe('the questions about a rule', () => {
  const sec = nextId('SEC');

  it('propose an ID that nobody has', () => {
    expect(rules.map((rule) => rule.id)).not.toContain(sec);
    expect(nextId('XYZ')).toBe('XYZ-001');
    const id = rulePrompts(root).find((one) => one.name === 'id');
    expect(id).toMatchObject({ default: sec });
    expect(['SEC', sec].map((text) => id?.filter?.(text))).toEqual([sec, sec]);
  });

  it.each<Said>([
    ['id', 'SEC', {}, right],
    ['id', sec, {}, right],
    ['id', 'sec-1', {}, /capital letters/],
    ['id', 'SEC-001', {}, new RegExp(`SEC-001 is '.*', and no ID is given twice: use ${sec}`)],
    ['id', 'SEC-099', {}, new RegExp(`The next ID of SEC is ${sec}`)],
    ['id', 'SEC-101', {}, /custom rules/],
    ['file', 'exposure.ts', {}, right],
    ['file', 'data-checks.ts', {}, /choose .*'data-security\.ts'/],
    ['title', 'Key rotation', {}, right],
    ['title', 'key rotation.', {}, /Name the control/],
    ['category', 'identity', {}, right],
    ['category', 'keys', {}, /Choose .*'identity'/],
    ['level', 'should', {}, right],
    ['level', 'off', {}, /Choose 'must', 'should'/],
    ['statement', 'The workload MUST rotate keys.', {}, right],
    ['statement', 'In prod, the workload SHOULD rotate keys.', {}, right],
    ['statement', 'The workload MUST rotate keys', {}, /end with a full stop/],
    ['statement', 'Keys rotate.', {}, /Begin with an actor/],
    ['rationale', 'Old keys leak', {}, /end with a full stop/],
    ['type', 'Microsoft.KeyVault/vaults', {}, right],
    ['type', 'Microsoft.KeyVault/vault', {}, /Did you mean Microsoft\.KeyVault\/vaults\?/],
    ['property', 'properties.enablePurgeProtection', {}, right],
    ['property', 'properties.', {}, /dots between them/],
    ['required', 'true', {}, right],
    ['required', ' ', {}, /Write true, false/],
  ])('%s %j with %j', (name, value, answers, wrong) => {
    const said = rulePrompts(root)
      .find((one) => one.name === name)
      ?.validate(value, answers);
    expect(said === true ? 'right' : said).toMatch(wrong);
  });
});

it.each([
  ['component', componentPrompts.map(({ name }) => name)],
  ['rule', rulePrompts(root).map(({ name }) => name)],
])('CONTRIBUTING.md names the arguments of %s in their order', (generator, names) => {
  const page = readFileSync(`${root}/CONTRIBUTING.md`, 'utf8');
  const named = new RegExp(`^npx plop ${generator} (.*)$`, 'm').exec(page)?.[1];
  expect(named).toBe(names.map((name) => `<${name}>`).join(' '));
});
