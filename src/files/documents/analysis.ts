import template from '../../../templates/documents/analysis.md.hbs';
import type { Analysis } from '../../analysis/analysis.ts';
import { analyze } from '../../analysis/analyze.ts';
import type { Reason } from '../../bicep/value.ts';
import { analysis as messages } from '../../findings/messages/analysis.ts';
import { messageIn } from '../../findings/messages/message.ts';
import type { FileSet, GeneratedFile } from '../file-set.ts';
import { renderFile } from '../render.ts';
import type { Standing } from '../standing.ts';
import { criteriaOf } from './scope.ts';
import type { Specified } from './subject.ts';

/** Further findings are counted but not listed, as in Spec Kit. */
const listed = 50;

/** The findings of the six passes in the other files, before the traceability matrix exists. */
export function analysisDocument(subject: Specified, { findings }: Standing, others: FileSet): GeneratedFile {
  const { plan, spec } = subject.workspace;
  const path = `${subject.folder}/analysis.md`;
  const texts = new Map(others.map((file) => [file.path, file.text]));
  const made = new Set([path, 'docs/traceability.md']);
  const analysis = analyze({
    plan,
    spec,
    findings,
    texts,
    expected: texts,
    served: servedBy(others),
    exists: (one) => made.has(one),
  });
  return renderFile(path, template, modelOf(analysis, subject), subject.reason);
}

const document = /^(?:README\.md|avm\.yaml|\.avm\/|\.specify\/|docs\/|specs\/)/;

/** IDs that a file implements: Bicep, a script, or a workflow, but no document. */
export function servedBy(files: FileSet): ReadonlySet<string> {
  const made = files.filter(({ path }) => !document.test(path));
  return new Set(made.flatMap(({ trace }) => trace.flatMap(({ reason }) => reason.ids)));
}

function modelOf({ findings, coverage, metrics }: Analysis, subject: Specified) {
  const reasons = reasonsOf(subject);
  const idsOf = (holds: (one: Analysis['findings'][number]) => boolean): string =>
    findings
      .filter(holds)
      .map(({ id }) => id)
      .join(', ');
  return {
    name: subject.name,
    findings: findings.slice(0, listed).map((one) => ({
      ...one,
      ...place(one),
      ...messageIn(messages, one),
      reason: one.ids.map((id) => reasons.get(id)).find((found) => found !== undefined) ?? subject.reason,
    })),
    more: Math.max(0, findings.length - listed),
    coverage: coverage.map((one) => ({
      ...one,
      tasks: one.tasks.join(', '),
      stories: one.stories.join(', '),
      reason: reasons.get(one.id) ?? subject.reason,
    })),
    rules: { count: subject.rules.length, reason: subject.allRules },
    constitution: idsOf(({ pass }) => pass === 'constitution'),
    unmapped: idsOf(({ code }) => code === 'analysis/task-without-ids'),
    ...metrics,
    percent: metrics.requirements === 0 ? 100 : Math.floor((100 * metrics.covered) / metrics.requirements),
    isFailed: findings.some(({ severity }) => severity === 'error'),
  };
}

function place({ where: { file = '', line } }: Analysis['findings'][number]) {
  return { place: line === undefined ? file : `${file}:L${line}` };
}

function reasonsOf(subject: Specified): ReadonlyMap<string, Reason> {
  return new Map<string, Reason>([
    ...subject.requirements.map(({ id }) => [id, { ids: [id] }] as const),
    ...subject.own.map(({ id, reason }) => [id, reason] as const),
    ...criteriaOf(subject).map(({ id, reason }) => [id, reason] as const),
  ]);
}
