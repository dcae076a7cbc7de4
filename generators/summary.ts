import type { View } from '../avm-catalog/component.ts';
import { rules } from '../avm-catalog/rules/index.ts';
import { answersOf, type Draft } from './draft.ts';
import { findingsOf, sentence } from './judge.ts';
import { optional } from './components.ts';
import type { Session } from './session.ts';

export interface Summary {
  readonly lines: readonly string[];
  /** What has to be settled before anything can be written. */
  readonly errors: readonly string[];
}

/** Everything that was answered, to be confirmed. */
export function summarize(draft: Draft, folder: string, { engine }: Session): Summary {
  const answers = answersOf(draft);
  const views = engine.views(answers);
  const findings = findingsOf(answers, engine);
  const said = (severity: string): readonly string[] => [...new Set(findings.filter((one) => one.severity === severity).map(sentence))];
  const on = optional(answers.blueprint).flatMap((one) => {
    const where = views.filter((view) => one.enabled(view)).map((view) => view.environment);
    return where.length === 0 ? [] : [where.length === views.length ? one.title : `${one.title} (${where.join(', ')})`];
  });
  const rows: readonly (readonly [string, string])[] = [
    ['Folder', folder],
    ['Workload', `${draft.name}: ${draft.description}`],
    ['Constitution', constitution(draft)],
    ['Region', by(views, ({ core: { location } }) => `${location.region}${location.zone === null ? '' : `, zone ${location.zone}`}`)],
    ['Network', by(views, ({ core: { network } }) => `${network.addressSpace}${network.topology === 'hub' ? ' of a hub' : ''}`)],
    ['Lock', by(views, ({ core }) => (core.lock === 'none' ? 'none' : 'cannot be deleted'))],
    ['Tags', by(views, ({ tags }) => Object.entries(tags).map(([name, value]) => `${name}=${value}`).join(' '))],
    ['Machine', by(views, ({ inputs: { virtualMachine } }) => `${virtualMachine.size}, ${virtualMachine.image}`)],
    ['Password', by(views, ({ inputs: { virtualMachine: { administrator } } }) => `${administrator.secretName} in ${administrator.vaultName}`)],
    ['Components', on.join(', ')],
  ];
  return { lines: [...rows.map(([title, text]) => `  ${title.padEnd(13)} ${text}`), ...said('warning').map((one) => `  ! ${one}`)], errors: said('error') };
}

function constitution({ rules: changed }: Draft): string {
  const ids = Object.keys(changed);
  return ids.length === 0 ? `the ${rules.length} recommended rules` : `${rules.length} rules, otherwise than recommended: ${ids.join(', ')}`;
}

/** Once where all environments agree, else for each. */
function by(views: readonly View[], text: (view: View) => string): string {
  const texts = views.map(text);
  if (new Set(texts).size === 1) return texts[0] ?? '';
  return views.map(({ environment }, index) => `${environment} ${texts[index] ?? ''}`).join('; ');
}
