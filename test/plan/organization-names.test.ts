import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameProblem, problemUnder } from '../../avm-catalog/azure/name-problems.ts';
import { namedTypes, namingRule, windowsComputerName } from '../../avm-catalog/azure/naming.ts';
import {
  isComputerNamePattern,
  isGlobalPattern,
  isNamePattern,
} from '../../avm-catalog/constitution/rules/name-pattern.ts';
import { Printer } from '../../src/bicep/print.ts';
import { describe as prose } from '../../src/findings/describe.ts';
import { parseAnswers } from '../../src/answers/parse.ts';
import { Namer } from '../../src/plan/names.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { answersWith, fileOf, findingsOf } from './support.ts';

const printer = new Printer(() => '');
const vnet = 'Microsoft.Network/virtualNetworks';
const vault = 'Microsoft.KeyVault/vaults';
const account = 'Microsoft.Storage/storageAccounts';
const machine = 'Microsoft.Compute/virtualMachines';
const group = 'Microsoft.Resources/resourceGroups';

const rule = (parameters: object): object => ({ constitution: { rules: { 'NAM-001': parameters } } });

function namerOf(parameters: object, environments: object = { production: {} }, workload = 'payroll') {
  const answers = answersWith(rule(parameters));
  const spec = resolve({ ...answers, workload: { ...answers.workload, name: workload }, environments } as never);
  const namer = new Namer(workload, spec.views, spec.settings);
  return {
    names: (type: string, qualifier?: string): readonly string[] =>
      spec.views.map(namer.name({ type, ...(qualifier ? { qualifier } : {}) }).in),
    bicep: (type: string, qualifier?: string): string =>
      printer.value(namer.name({ type, ...(qualifier ? { qualifier } : {}) }).value),
  };
}

describe('names of an organization', () => {
  const own = {
    pattern: 'CTS-{environment}_{WORKLOAD}.{type}-{region}-{instance}',
    computerName: 'S{REGION}{ENVIRONMENT}-{workload}{instance}',
    instance: '01',
    uniqueLength: 8,
    regionCodes: { westeurope: 'weu' },
    environmentCodes: { production: 'Prd', prod: 'Pro' },
  };

  it.each([
    [vnet, undefined, 'CTS-Prd_PAYROLL.vnet-weu-01'],
    ['Microsoft.Network/networkSecurityGroups', 'web', 'CTS-Prd_PAYROLL.nsg-web-weu-01'],
    // No underscore, or no separator and no capitals.
    [machine, undefined, 'CTS-Prd-PAYROLL.vm-weu-01'],
    [account, undefined, 'ctsprdpayrollstxxxxxxxx'],
    [vault, undefined, 'CTS-Prd-PAYR-kv-xxxxxxxx'],
    [group, undefined, 'CTS-Prd_PAYROLL.rg-weu-01'],
  ])('%s %s', (type, qualifier, name) => {
    const [made = ''] = namerOf(own).names(type, qualifier);
    expect(made).toBe(name);
    expect(nameProblem(type, made)).toBeUndefined();
  });

  it('of computers have a pattern of their own, and a digest of what is too long', () => {
    const [made = ''] = namerOf(own).names('windowsComputerName');
    expect(made).toMatch(/^SWEUPRD-p\w{4}01$/);
    expect(problemUnder(windowsComputerName, made)).toBeUndefined();
    expect(namerOf({ ...own, computerName: '{WORKLOAD}{ENVIRONMENT}{instance}' }).names('windowsComputerName')).toEqual(
      ['PAYROLLPRD01'],
    );
  });

  it('are readable in Bicep', () => {
    const { bicep } = namerOf(own);
    expect(bicep(vnet)).toBe("'${prefix}.vnet-${suffix}'");
    expect(bicep(machine)).toBe(
      "'CTS-${environmentCodes[environmentName]}-${toUpper(workload)}.vm-${regionCodes[location]}-01'",
    );
    expect(bicep(account)).toBe("'cts${toLower(environmentCodes[environmentName])}${workload}st${unique}'");
    const text = fileOf('main.bicep', rule(own));
    expect(text).toContain('var unique = take(uniqueString(resourceGroup().id), 8)');
    expect(text).toContain(`Resource names by the pattern ${own.pattern} (`);
    expect(fileOf('main.bicep', {})).not.toContain('environmentCodes');
  });

  it('leave the region and the instance out of globally unique ones, unless these have a pattern', () => {
    expect(namerOf({ pattern: 'a-{type}-{region}-{workload}-{environment}' }).names(vault)).toEqual([
      'a-kv-p-production-xxxxxx',
    ]);
    const globalPattern = '{workload}{type}{region}{instance}{unique}';
    expect(namerOf({ globalPattern, instance: '7' }).names(vault)).toEqual(['payrollkvwe7xxxxxx']);
  });

  it('leave the environment out of a globally unique one that has no room for it', () => {
    const environments = { developmentwithalongname: {} };
    expect(namerOf({}, environments).names(account)).toEqual(['stpayrollxxxxxx']);
    expect(namerOf({}, environments).bicep(account)).toBe("'st${workload}${unique}'");
  });

  const abbreviated = namedTypes.filter((type) => namingRule(type)?.abbreviation !== undefined);
  const parts = [
    '{type}',
    '{TYPE}',
    '{workload}',
    '{WORKLOAD}',
    '{environment}',
    '{ENVIRONMENT}',
    '{region}',
    '{unique}',
  ];
  const patterns = fc
    .tuple(
      fc.shuffledSubarray([...parts, 'ab', 'X1'], { minLength: 3, maxLength: 6 }),
      fc.constantFrom('-', '_', '.', ''),
    )
    .map(([some, separator]) => some.join(separator))
    .filter(isNamePattern);

  it('have only what the type takes, or are too long for it, whatever the pattern is', () => {
    fc.assert(
      fc.property(patterns, fc.constantFrom(...abbreviated), (pattern, type) => {
        const { names } = namerOf({ pattern }, { dev: {}, prod: {} }, 'pay-roll');
        for (const name of names(type)) {
          const problem = nameProblem(type, name);
          // A domain has its own form, and a prefix can begin or end as a type does not.
          expect([undefined, 'too-long', 'too-short', 'start', 'end', 'form']).toContain(problem?.kind);
          expect(name).not.toMatch(/--|^-|-$/);
        }
        expect(names(type)[0]).toMatch(namingRule(type)?.scope === 'global' ? /x{6}$/ : /./);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a pattern that cannot be', () => {
  it.each([
    ['pattern', '{type}-{workload}'],
    ['pattern', "{type}-{workload}-{environment}'"],
    ['pattern', '{type}-{workload}-{environment}-${x}'],
    ['globalPattern', '{type}-{workload}-{unique}-{environment}'],
    ['globalPattern', '{type}-{workload}-{environment}'],
    ['computerName', '{workload}'],
    ['computerName', '{workload}_{environment}'],
    ['computerName', '{workload}-{environment}-{unique}'],
    ['instance', 'one'],
    ['uniqueLength', '5'],
    ['regionCodes', '{westeuropa: weu}'],
    ['regionCodes', '{westeurope: "we u"}'],
    ['environmentCodes', '{dev: "d\'"}'],
  ])('%s: %s is refused where it stands', (key, value) => {
    const text = [
      'version: 2',
      'blueprint: windows-vm@1.0.0',
      'workload: {name: payroll, description: x}',
      'constitution:',
      '  rules:',
      '    NAM-001:',
      `      ${key}: ${/^[{\d]/.test(value) && key.endsWith('Codes') ? value : JSON.stringify(value)}`,
      'environments: {dev: {}}',
    ].join('\n');
    const parsed = parseAnswers(text);
    const found = 'findings' in parsed ? parsed.findings.filter(({ severity }) => severity === 'error') : [];
    expect(found.map(({ where }) => where.line)).toEqual([7]);
    expect(prose(found[0] as never).message).toMatch(/must|cannot|not/);
  });

  it.each([
    [isGlobalPattern, '{type}{workload}{unique}', true],
    [isComputerNamePattern, 'SRV{WORKLOAD}{environment}', true],
    [isComputerNamePattern, 'SRV.{workload}{environment}', false],
    [isNamePattern, '{type}{type}{workload}{environment}', false],
    [isNamePattern, 'ä{type}-{workload}-{environment}', false],
  ])('%o: %s', (is, pattern, expected) => expect(is(pattern)).toBe(expected));

  it('by its length is one finding, with the type that limits it the most and what to do', () => {
    const pattern = 'contoso-corporation-{type}-{workload}-{environment}-{region}-{instance}';
    const found = findingsOf(rule({ pattern })).filter(({ code }) => code === 'name-too-long');
    expect(found.map(({ where }) => where.answer)).toEqual(['constitution.rules.NAM-001.pattern']);
    const { message, remedy } = prose(found[0] as never);
    expect(message).toMatch(
      /^The name 'contoso-corporation-kv-\S+' \(Microsoft.KeyVault\/vaults\) has \d+ characters, \d+ more than the 24 that are allowed\. \d+ more names are too long$/,
    );
    expect(remedy).toMatch(/^Shorten the pattern of NAM-001, .* by \d+\.$/);
  });

  it('by the length of an environment asks for a code, which is enough', () => {
    const environments = { environments: { dev: {}, preproduction1: {} } };
    const [found, ...more] = findingsOf(environments).filter(({ severity }) => severity === 'error');
    expect([found?.code, more]).toEqual(['name-too-long', []]);
    expect(prose(found as never).remedy).toBe(
      'To use a code for the environment in names, run: avm set NAM-001.environmentCodes.preproduction1=prep',
    );
    const codes = rule({ environmentCodes: { preproduction1: 'prep' } });
    expect(findingsOf({ ...environments, ...codes }).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('carries production without a code', () => {
    expect(findingsOf({ environments: { production: {} } }).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('by its first character says so', () => {
    const found = findingsOf(rule({ pattern: '1a-{type}-{workload}-{environment}' })).filter(
      ({ code }) => code === 'name-invalid',
    );
    expect(found).toHaveLength(1);
    expect(prose(found[0] as never).message).toMatch(/: it begins with '1'/);
  });
});

describe('codes of environments', () => {
  const codes = (environmentCodes: object) =>
    findingsOf({ ...rule({ environmentCodes }), environments: { dev: {}, prod: {} } }).filter(({ code }) =>
      code.startsWith('environment-codes'),
    );

  it('tell environments apart', () => {
    expect(codes({ dev: 'd', prod: 'p' })).toEqual([]);
    expect(codes({ prod: 'DEV' })).toMatchObject([
      {
        code: 'environment-codes-same',
        severity: 'error',
        where: { answer: 'constitution.rules.NAM-001.environmentCodes.prod' },
        args: { one: 'dev', other: 'prod', code: 'DEV' },
      },
    ]);
  });

  it('are of environments that exist', () => {
    expect(codes({ uat: 'u' })).toMatchObject([{ code: 'environment-codes-unknown', severity: 'warning' }]);
  });
});
