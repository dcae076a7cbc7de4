import { describe } from '../findings/describe.ts';
import type { Finding } from '../findings/finding.ts';
import { breaks as says, type Held } from './evidence.ts';
import { links, type Subject } from './subject.ts';
import { signs, words } from './words.ts';

/** The same thing in several environments is told once. */
export function breaks(held: readonly Held[], subject: Subject) {
  const found = held.flatMap(({ environment, broken }) => broken.map((finding) => ({ environment, finding })));
  const keys = [...new Set(found.map(({ finding }) => keyOf(finding)))];
  return keys.flatMap((key) => {
    const alike = found.filter(({ finding }) => keyOf(finding) === key);
    const [first] = alike;
    if (!first) return [];
    const { remedy } = describe(first.finding);
    const [, tone] = words[says.get(first.finding.code) ?? 'broken'];
    return [
      {
        tone,
        sign: signs[tone],
        what: whatOf(first.finding),
        label: labelOf(first.finding),
        remedy,
        where: [...new Set(alike.map(({ environment }) => environment))].join(', '),
        places: links(placesOf(alike, subject)),
      },
    ];
  });
}

function whatOf(finding: Finding): string {
  const { what, waiver, until } = finding.args;
  if (what === undefined) return describe(finding).message;
  return waiver === undefined ? String(what) : `${String(what)}; ${String(waiver)} waives it until ${String(until)}`;
}

/** What follows what was found: what to do about it, or who answers for it. */
export function labelOf({ code }: Finding): string {
  return code === 'rule-waived' ? 'Waived' : 'Remedy';
}

function keyOf({ code, args }: Finding): string {
  return JSON.stringify([code, args]);
}

/** Resources where they are told of; answers by their path, each once. */
function placesOf(
  alike: readonly { readonly environment: string; readonly finding: Finding }[],
  subject: Subject,
): readonly (readonly [text: string, href: string])[] {
  const places = alike.flatMap(({ environment, finding: { where } }): (readonly [string, string])[] => {
    const { resource, answer } = where;
    const told = resource === undefined ? undefined : subject.find(environment, resource);
    if (told) return [[told.label, `#${told.anchor}`]];
    const text = resource ?? answer;
    return text === undefined ? [] : [[text, '']];
  });
  return [...new Map(places.map((one) => [one.join(' '), one])).values()];
}
