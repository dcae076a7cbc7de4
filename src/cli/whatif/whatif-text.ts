import { changeEffects } from '../../../avm-catalog/constitution/changes.ts';
import { nameOf } from '../../whatif/name.ts';
import type { Report, ReportedResource } from '../../whatif/report.ts';
import { headings, headline, propertyText, reasonText, signOf, verbOf } from '../../whatif/words.ts';
import { ownValue } from '../../bicep/own.ts';
import { plain } from '../../findings/characters.ts';
import { table } from '../shared/table.ts';
import type { Paint } from '../shared/terminal.ts';

export interface Told {
  readonly report: Report;
  readonly digest: string;
  readonly environment: string | undefined;
  /** Why nothing is attributed to components; empty if it is. */
  readonly because: string;
}

const colors: Readonly<Record<string, 'green' | 'yellow' | 'red' | 'dim'>> = {
  '+': 'green',
  '~': 'yellow',
  '-': 'red',
  '<': 'red',
  '?': 'dim',
};

/** The result as text, the most dangerous first. */
export function whatIfLines({ report, digest, environment, because }: Told, paint: Paint): readonly string[] {
  const where = environment === undefined ? '' : ` (${environment})`;
  const parts = [
    [paint('bold', `What-if of a ${report.form}${where}: ${headline(report)}`)],
    ...dangers(report, paint),
    byComponent(report, paint),
    stackChanges(report, paint),
    notKnown(report, paint),
    noise(report, paint),
    [...(because === '' ? [] : [`Not attributed to components: ${because}.`]), `Digest: ${digest}`],
  ].filter((one) => one.length > 0);
  return parts.flatMap((one, index) => (index === 0 ? one : ['', ...one]));
}

function dangers({ resources }: Report, paint: Paint): readonly (readonly string[])[] {
  return changeEffects.map((effect) => {
    const own = resources.filter((one) => one.effects.includes(effect));
    if (own.length === 0) return [];
    const rows = own.map((one) => [`${signOf(one)} ${verbOf(one)}`, one.type, one.name, origin(one)]);
    return [paint(['bold', 'red'], headings[effect]), ...table(rows.map((row) => row.map(plain)))];
  });
}

const origin = ({ components, ids }: ReportedResource): string =>
  components.length === 0 ? '' : `${components.join(', ')}${ids.length === 0 ? '' : ` (${ids.join(', ')})`}`;

function byComponent({ components, resources }: Report, paint: Paint): readonly string[] {
  if (components.length === 0) return [];
  const byId = new Map(resources.map((one) => [one.id, one]));
  return [
    paint('bold', 'Changes'),
    ...components.flatMap(({ component, title, ids, resources: own }) => [
      ...(component === null
        ? components.length === 1
          ? []
          : ['  Of no component']
        : [`  ${plain(title)}${ids.length === 0 ? '' : ` (${ids.join(', ')})`}`]),
      ...own.flatMap((id) => resourceLines(byId.get(id), paint)),
    ]),
  ];
}

function resourceLines(one: ReportedResource | undefined, paint: Paint): readonly string[] {
  if (!one) return [];
  const sign = signOf(one);
  const head = `    ${sign} ${plain(`${verbOf(one)} ${one.type} ${one.name}`)}`;
  const isListed = one.kind === 'modify';
  return [
    paint(ownValue(colors, sign) ?? 'dim', head),
    ...(isListed ? one.properties.map((property) => `        ${plain(propertyText(property))}`) : []),
  ];
}

function stackChanges({ stackChanges: all }: Report, paint: Paint): readonly string[] {
  if (all.length === 0) return [];
  return [paint('bold', 'Settings of the stack'), ...all.map((one) => `  ${plain(propertyText(one))}`)];
}

function notKnown({ notKnown: all }: Report, paint: Paint): readonly string[] {
  if (all.length === 0) return [];
  const rows = all.map((one) => [one.id === '' ? 'The result' : nameOf(one.id), reasonText(one)].map(plain));
  return [paint('bold', 'Not known'), ...table(rows)];
}

function noise({ noise: all }: Report, paint: Paint): readonly string[] {
  if (all.length === 0) return [];
  const rows = all.map((one) => [`${nameOf(one.id)} ${one.path}`, `${one.reason}: ${one.source}`].map(plain));
  return [paint('bold', 'Noise'), ...table(rows)];
}
