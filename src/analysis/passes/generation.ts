import type { Sources, Weight } from '../analysis.ts';
import type { Documents } from '../documents.ts';
import { teller, type Told } from '../tell.ts';
import { ownValue } from '../../bicep/own.ts';

const tell = teller('coverage');

/** Findings of answers and plan that are about coverage, and what each is about. */
const subjects: Readonly<Record<string, string>> = {
  'requirement-unsatisfied': 'id',
  'story-for-nothing': 'id',
  'exists-for-nothing': 'component',
};

/** What nothing satisfies, and what is there for nothing: found when the answers were planned, told where it stands in the documents. */
export function generation(documents: Documents, sources: Sources): readonly Told[] {
  const told = sources.findings.flatMap(({ code, where: { file = '' }, args }) => {
    const named = ownValue(subjects, code);
    if (named === undefined) return [];
    const subject = String(ownValue(args, named));
    const at = placeOf(subject, documents, sources) ?? { file };
    return [tell(weightOf(code, subject), code, { ...at, subject }, args)];
  });
  return [...new Map(told.map((one) => [`${one.code} ${one.subject}`, one])).values()];
}

/** A requirement with nothing for it is not covered; what is one's own beyond that can wait. */
function weightOf(code: string, subject: string): Weight {
  if (code !== 'requirement-unsatisfied') return 'MEDIUM';
  return subject.startsWith('FR-') ? 'CRITICAL' : 'HIGH';
}

/** The line that states it, or that declares the first of a component. */
function placeOf(subject: string, { specification, bicep }: Documents, { plan }: Sources) {
  const stated = [...(specification?.statements ?? []), ...(specification?.stories ?? [])].find(
    ({ id }) => id === subject,
  );
  if (specification && stated) return { file: specification.path, line: stated.line };
  const symbols = plan.resources.filter(({ component }) => component === subject).map(({ symbol }) => symbol);
  const declared = bicep?.declarations.find(({ name }) => symbols.includes(name));
  return bicep && declared ? { file: bicep.path, line: declared.line } : undefined;
}
