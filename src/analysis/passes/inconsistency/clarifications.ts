import { belowSpec, isByEnvironment } from '../../../answers/version.ts';
import { valueOf } from '../../../resolve/clarify/places.ts';
import { told, typed } from '../../../resolve/clarify/told.ts';
import type { Spec } from '../../../resolve/spec.ts';
import type { Sources } from '../../analysis.ts';
import { documentPaths, type Documents } from '../../documents.ts';
import { teller, type PassResult } from '../../tell.ts';
import { plain, said } from '../../text.ts';

const tell = teller('inconsistency');

/** Answers that were recorded of a place in avm.yaml where something else stands by now. */
export function clarifications({ specification, folder }: Documents, { spec }: Sources): readonly PassResult[] {
  const last = new Map(spec.clarifications.map((one) => [one.about, one]));
  return [...last].flatMap(([about, { id, code, question, answer: says }]) => {
    // A person's own record may say it in other words.
    if (about === undefined || code === undefined) return [];
    const values = valuesAt(about, spec);
    if (values.length === 0 || values.some((one) => told(one) === says || typed(one) === says)) return [];
    const start = `- Q: ${plain(question)} `;
    const line = specification?.text.prose.find(({ text }) => said(text).startsWith(start))?.line;
    const wants = [...new Set(values.map(told))].join(' or ');
    return [
      tell(
        'MEDIUM',
        'clarified-otherwise',
        { file: documentPaths(folder).specification, line, subject: id },
        { about, says, wants },
      ),
    ];
  });
}

/** The value of a place in the environments that it is about, if it is known. */
function valuesAt(about: string, spec: Spec): readonly unknown[] {
  const [first, environment] = about.split('.');
  const views = spec.views.filter((one) => first !== 'environments' || one.environment === environment);
  const path = isByEnvironment(about) ? belowSpec(about) : `/${about}`;
  return views.map((view) => valueOf(path, view, spec)).filter((value) => value !== undefined);
}
