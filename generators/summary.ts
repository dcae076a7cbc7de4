import { addressSpacesText } from '../avm-catalog/kernel/address-spaces.ts';
import type { View } from '../avm-catalog/kernel/view.ts';
import { presetRules, rulesOf } from './rules.ts';
import { answersOf, type Draft } from './draft.ts';
import { findingsOf, sentence } from './judge.ts';
import { optional } from './components.ts';
import type { Session } from './session.ts';

interface Summary {
  readonly lines: readonly string[];
  /** Errors that must be resolved first. */
  readonly errors: readonly string[];
}

/** A summary of the answers to confirm. */
export function summarize(draft: Draft, folder: string, { engine }: Session): Summary {
  const answers = answersOf(draft);
  const views = engine.views(answers);
  const findings = findingsOf(answers, engine);
  const said = (severity: string): readonly string[] => [
    ...new Set(findings.filter((one) => one.severity === severity).map((one) => sentence(one, draft))),
  ];
  const on = optional(answers.blueprint).flatMap((one) => {
    const where = views.filter((view) => one.enabled(view)).map((view) => view.environment);
    return where.length === 0 ? [] : [where.length === views.length ? one.title : `${one.title} (${where.join(', ')})`];
  });
  return {
    lines: [
      ...rowsOf(draft, folder, on, views).flatMap(([title, text]) => titled(title, text)),
      ...said('warning').flatMap((one) => titled('!', one)),
    ],
    errors: said('error'),
  };
}

type Row = readonly [title: string, text: string | readonly string[]];

function rowsOf(draft: Draft, folder: string, on: readonly string[], views: readonly View[]): readonly Row[] {
  return [
    ['Folder', folder],
    ['Workload', `${draft.name}: ${draft.description}`],
    ['Constitution', constitution(draft)],
    [
      'Region',
      by(
        views,
        ({ core: { location } }) => `${location.region}${location.zone === null ? '' : `, zone ${location.zone}`}`,
      ),
    ],
    [
      'Network',
      by(
        views,
        ({ core: { network } }) => `${addressSpacesText(network)}${network.topology === 'hub' ? ' of a hub' : ''}`,
      ),
    ],
    ['Lock', by(views, ({ core }) => (core.lock === 'none' ? 'none' : 'cannot be deleted'))],
    [
      'Tags',
      by(views, ({ tags }) =>
        Object.entries(tags)
          .map(([name, value]) => `${name}=${value}`)
          .join('  '),
      ),
    ],
    ['Components', on.join(', ')],
    ...draft.blueprint.interview.flatMap(({ summary }) =>
      Object.entries(summary).map(([title, text]): Row => [title, by(views, text)]),
    ),
  ];
}

const width = { title: 14, text: 84 } as const;

/** A row, its text broken into lines below each other. */
function titled(title: string, text: string | readonly string[]): readonly string[] {
  const lines = (typeof text === 'string' ? [text] : text).flatMap(broken);
  return lines.map((line, index) => `  ${(index === 0 ? title : '').padEnd(width.title)}${line}`);
}

function broken(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width.text) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function constitution(draft: Draft): string {
  const rules = rulesOf(draft.blueprint);
  const ids = [...new Set([...Object.keys(presetRules(draft)), ...Object.keys(draft.rules)])].toSorted();
  return ids.length === 0
    ? `the ${rules.length} recommended rules`
    : `${rules.length} rules, changed: ${ids.join(', ')}`;
}

/** Once where all environments agree, else a line for each. */
function by(views: readonly View[], text: (view: View) => string): string | readonly string[] {
  const texts = views.map(text);
  const longest = Math.max(...views.map(({ environment }) => environment.length));
  return new Set(texts).size === 1
    ? (texts[0] ?? '')
    : views.map(({ environment }, index) => `${environment.padEnd(longest)}  ${texts[index] ?? ''}`);
}
