import type { Sources, SpecKitSeverity } from '../analysis.ts';
import type { Documents } from '../documents.ts';
import { teller, type PassResult } from '../tell.ts';

const tell = teller('coverage');

/** Unsatisfied requirements and unused parts: found during planning, reported at their place in the documents. */
export function generation(documents: Documents, sources: Sources): readonly PassResult[] {
  const told = sources.findings.flatMap(({ code, where: { file = '' }, args }) => {
    const at = (subject: string) => ({ ...(placeOf(subject, documents, sources) ?? { file }), subject });
    switch (code) {
      case 'requirement-unsatisfied':
        return [tell(weightOf(args.id), code, at(args.id), args)];
      case 'story-for-nothing':
        return [tell('MEDIUM', code, at(args.id), args)];
      case 'exists-for-nothing':
        return [tell('MEDIUM', code, at(args.component), args)];
      default:
        return [];
    }
  });
  return [...new Map(told.map((one) => [`${one.code} ${one.subject}`, one])).values()];
}

/** A requirement with nothing for it is not covered; what is one's own beyond that can wait. */
function weightOf(requirement: string): SpecKitSeverity {
  return requirement.startsWith('FR-') ? 'CRITICAL' : 'HIGH';
}

/** The line that states it, or that declares the first of a component. */
function placeOf(subject: string, { specification, bicep }: Documents, { plan }: Sources) {
  const stated = [...(specification?.statements ?? []), ...(specification?.stories ?? [])].find(
    ({ id }) => id === subject,
  );
  if (specification && stated) return { file: specification.path, line: stated.line };
  const symbols = plan.resources.filter(({ components }) => components.includes(subject)).map(({ symbol }) => symbol);
  const declared = bicep?.declarations.find(({ name }) => symbols.includes(name));
  return bicep && declared ? { file: bicep.path, line: declared.line } : undefined;
}
