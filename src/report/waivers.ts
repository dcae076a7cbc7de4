import { argumentOf } from '../findings/finding.ts';
import type { Subject } from './subject.ts';
import { signs, type Tone } from './words.ts';
import { ownValue } from '../bicep/own.ts';

const standing: Readonly<Record<string, readonly [word: string, tone: Tone]>> = {
  'waiver-expired': ['has run out', 'bad'],
  'waiver-expiring': ['runs out soon', 'warn'],
  'waiver-unused': ['waives nothing', 'warn'],
};

/** Each waiver as it stands on the day of the check, which its findings alone tell. */
export function waivers(subject: Subject) {
  const { spec, check } = subject.request;
  return spec.waivers.map(({ id, rule, environments, resources, reason, approvedBy, until }) => {
    const said = check.findings.filter((one) => Object.hasOwn(standing, one.code) && argumentOf(one, 'waiver') === id);
    const [word, tone]: readonly [string, Tone] = ownValue(standing, said[0]?.code ?? '') ?? ['in force', 'good'];
    return {
      id,
      rule: subject.ids([rule]),
      environments: environments.join(', '),
      resources: resources.join(', '),
      reason,
      approvedBy,
      until,
      word,
      tone,
      sign: signs[tone],
    };
  });
}
