import { expect, it } from 'vitest';
import { toJunit } from '../../src/checks/junit.ts';
import { makeFinding } from '../../src/findings/finding.ts';
import { ruleStates } from '../../src/resolve/states.ts';
import { readCase } from '../cases/cases.ts';

const { spec } = readCase('waivers').generated;
const text = (code: string, severity: 'error' | 'warning') =>
  makeFinding(
    'constitution/broken',
    severity,
    { rule: code, title: 'T', what: 'a <b> & "c"', instead: 'd' },
    { environment: 'prod', resource: '/x' },
    [code],
  );
const compiler = makeFinding('bicep/BCP035', 'error', { message: 'x' }, { file: 'main.bicep', line: 3 });
const broken = [text('SEC-010', 'error'), text('OPS-014', 'warning'), compiler];
const evaluations = spec.rules.flatMap(({ definition }) =>
  ['SEC-010', 'SEC-011', 'OPS-014'].includes(definition.id)
    ? [{ rule: definition.id, environment: 'prod', because: '', evaluated: ['/x'], violations: [] }]
    : [],
);
const states = ruleStates(spec, { environments: ['prod'], findings: broken, inspected: false, evaluations });
const xml = toJunit(states, broken, (finding) => ('what' in finding.args ? finding.args.what : finding.code));
const lineOf = (name: string): string => xml.split('\n').find((line) => line.includes(`"${name}`)) ?? '';

it('fails for what is an error, passes for what is compliant, and skips the rest', () => {
  expect(lineOf('SEC-010')).toContain('<failure message="a &lt;b&gt; &amp; &quot;c&quot;"/>');
  expect(lineOf('SEC-011')).toMatch(/"\/>$/);
  expect(lineOf('OPS-014')).toContain('<skipped message="Noncompliant: ');
  expect(lineOf('SEC-013')).toContain('<skipped message="Not evaluated: ');
  expect(lineOf('1: bicep/BCP035')).toContain('classname="main.bicep"><failure message="bicep/BCP035"/>');
});

it('counts what it has', () => {
  const cases = xml.match(/<testcase /g) ?? [];
  expect(cases).toHaveLength(states.length + 1);
  const skipped = xml.match(/<skipped /g)?.length;
  expect(xml).toContain(
    `<testsuites name="avm check" tests="${cases.length}" failures="2" errors="0" skipped="${skipped}">`,
  );
});
