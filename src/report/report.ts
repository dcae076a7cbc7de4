import script from '../../templates/report/report.js?raw';
import benchmarksPart from '../../templates/report/benchmarks.hbs';
import constitutionPart from '../../templates/report/constitution.hbs';
import costPart from '../../templates/report/cost.hbs';
import evaluationPart from '../../templates/report/evaluation.hbs';
import findingsPart from '../../templates/report/findings.hbs';
import idsPart from '../../templates/report/ids.hbs';
import parametersPart from '../../templates/report/parameters.hbs';
import picturesPart from '../../templates/report/pictures.hbs';
import page from '../../templates/report/report.html.hbs';
import resourcesPart from '../../templates/report/resources.hbs';
import summaryPart from '../../templates/report/summary.hbs';
import traceabilityPart from '../../templates/report/traceability.hbs';
import tracedPart from '../../templates/report/traced.hbs';
import { benchmarks } from './benchmarks.ts';
import { constitution } from './constitution.ts';
import { cost } from './cost.ts';
import { evaluation } from './evaluation.ts';
import { findings } from './findings.ts';
import { parameters } from './parameters.ts';
import { pictures } from './pictures.ts';
import { hashOf, renderHtml } from './render.ts';
import { resources } from './resources.ts';
import { stagesOf } from './stages.ts';
import { style } from './style.ts';
import { Subject, type ReportRequest } from './subject.ts';
import { summary } from './summary.ts';
import { traceability } from './traceability.ts';

/** How every report begins, and no other file: what may be written over by the next one. */
export const reportMark = '<!doctype html><!-- avm report -->';

const partials = {
  summary: summaryPart,
  evaluation: evaluationPart,
  benchmarks: benchmarksPart,
  pictures: picturesPart,
  cost: costPart,
  parameters: parametersPart,
  resources: resourcesPart,
  constitution: constitutionPart,
  traceability: traceabilityPart,
  findings: findingsPart,
  traced: tracedPart,
  ids: idsPart,
};

/** A check as one HTML file that asks for nothing. The same check of the same workspace gives the same text. */
export function reportHtml(request: ReportRequest): string {
  const subject = new Subject(request);
  const { spec, tool, check } = request;
  const drawn = pictures(request.files);
  const controls = benchmarks(subject);
  const charges = cost(subject);
  const opening = summary(subject, charges.totals);
  const model = {
    mark: reportMark,
    policy: `default-src 'none'; style-src ${hashOf(style)}; script-src ${hashOf(script)}; img-src data:; base-uri 'none'; form-action 'none'`,
    style,
    script,
    workload: spec.workload,
    tool,
    summary: opening,
    evaluation: { ...evaluation(subject), waivers: opening.waivers },
    benchmarks: controls,
    hasBenchmarks: controls.length > 0,
    pictures: drawn,
    hasPictures: drawn.length > 0,
    cost: charges,
    hasCost: charges.groups.length > 0,
    parameters: parameters(subject),
    resources: resources(subject, stagesOf(check)),
    constitution: constitution(subject),
    traceability: traceability(subject),
    findings: findings(subject),
  };
  return renderHtml(page, model, partials);
}
