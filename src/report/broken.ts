import { describe } from '../findings/describe.ts';
import { argumentOf, type Finding } from '../findings/finding.ts';
import { stateOf, type EnvironmentState } from '../resolve/states.ts';
import { links, type Subject } from './subject.ts';
import { badge } from './words.ts';

/** A finding that several environments share is listed once. */
export function breaks(held: readonly EnvironmentState[], subject: Subject) {
  const found = held.flatMap(({ environment, findings }) => findings.map((finding) => ({ environment, finding })));
  const keys = [...new Set(found.map(({ finding }) => keyOf(finding)))];
  return keys.flatMap((key) => {
    const alike = found.filter(({ finding }) => keyOf(finding) === key);
    const [first] = alike;
    if (!first) return [];
    const { remedy } = describe(first.finding);
    return [
      {
        ...badge(stateOf(first.finding) ?? 'Noncompliant'),
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
  if (finding.code === 'rule-waived') {
    const { what, waiver, until } = finding.args;
    return `${what}; ${waiver} waives it until ${until}`;
  }
  const what = argumentOf(finding, 'what');
  return what === undefined ? describe(finding).message : String(what);
}

/** The label of the text after a finding: its remedy, or its approval. */
export function labelOf({ code }: Finding): string {
  return code === 'rule-waived' ? 'Waived' : 'Remedy';
}

function keyOf({ code, args }: Finding): string {
  return JSON.stringify([code, args]);
}

/** Links to resources; settings by their path, each once. */
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
