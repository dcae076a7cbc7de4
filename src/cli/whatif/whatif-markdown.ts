import { codeSpan, markdown } from '../../text/escape.ts';
import { changeEffects } from '../../../avm-catalog/constitution/changes.ts';
import { nameOf } from '../../whatif/name.ts';
import type { Report, ReportedResource } from '../../whatif/report.ts';
import { andMore, headings, headline, propertyText, reasonText, verbOf } from '../../whatif/words.ts';
import type { Told } from './whatif-text.ts';

/** Rows of a table: a comment on GitHub has at most 65,536 characters. */
const mostRows = 60;

/** The result as a comment on a pull request. */
export function whatIfMarkdown({ report, digest, environment, because }: Told): string {
  const where = environment === undefined ? '' : ` of ${codeSpan(environment)}`;
  return [
    `## What-if${where}`,
    markdown(headline(report)),
    ...dangers(report),
    ...changes(report),
    ...stackChanges(report),
    ...notKnown(report),
    ...noise(report),
    ...(because === '' ? [] : [markdown(`Not attributed to components: ${because}.`)]),
    `Digest: ${codeSpan(digest)}`,
  ].join('\n\n');
}

function dangers({ resources }: Report): readonly string[] {
  return changeEffects.flatMap((effect) => {
    const own = resources.filter((one) => one.effects.includes(effect));
    if (own.length === 0) return [];
    const rows = own.map((one) => [verbOf(one), codeSpan(one.type), codeSpan(one.name), origin(one)]);
    return [`### ${headings[effect]}`, table(['Change', 'Type', 'Resource', 'Component'], rows)];
  });
}

const origin = ({ components, ids }: ReportedResource): string =>
  components.length === 0 ? 'None' : markdown([...components, ...ids].join(', '));

function changes({ components, resources }: Report): readonly string[] {
  const byId = new Map(resources.map((one) => [one.id, one]));
  const rows = components.flatMap(({ title, ids, resources: own }) =>
    own.flatMap((id) => {
      const one = byId.get(id);
      if (!one) return [];
      const lines = one.kind === 'modify' ? one.properties.map((property) => codeSpan(propertyText(property))) : [];
      const component = title === '' ? 'None' : markdown([title, ...ids].join(', '));
      return [[component, verbOf(one), codeSpan(one.type), codeSpan(one.name), lines.join('<br>') || 'None']];
    }),
  );
  return rows.length === 0
    ? []
    : ['### Changes', table(['Component', 'Change', 'Type', 'Resource', 'Properties'], rows)];
}

function stackChanges({ stackChanges: all }: Report): readonly string[] {
  const rows = all.map((one) => [codeSpan(propertyText(one))]);
  return rows.length === 0 ? [] : ['### Settings of the stack', table(['Change'], rows)];
}

function notKnown({ notKnown: all }: Report): readonly string[] {
  const rows = all.map((one) => [one.id === '' ? 'The result' : codeSpan(nameOf(one.id)), markdown(reasonText(one))]);
  return rows.length === 0 ? [] : ['### Not known', table(['Resource', 'Why'], rows)];
}

function noise({ noise: all }: Report): readonly string[] {
  if (all.length === 0) return [];
  const rows = all.map((one) => [
    codeSpan(nameOf(one.id)),
    codeSpan(one.path),
    `[${markdown(one.reason)}](${one.source})`,
  ]);
  const inner = table(['Resource', 'Property', 'Why it is noise'], rows);
  return [`<details><summary>Noise (${all.length})</summary>\n\n${inner}\n\n</details>`];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const left = rows.length - mostRows;
  return [
    line(head),
    line(head.map(() => '---')),
    ...rows.slice(0, mostRows).map(line),
    ...(left > 0 ? [line([andMore(left, 'row'), ...head.slice(1).map(() => '')])] : []),
  ].join('\n');
}
