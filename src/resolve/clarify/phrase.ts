import { describe } from '../../findings/describe.ts';
import { questions, type Phrased } from '../../findings/messages/questions.ts';
import type { OpenQuestion } from './question.ts';
import { ownValue } from '../../bicep/own.ts';
import { enumerate } from '../../text/enumerate.ts';

/** The prose of a question, with the environments it is asked for. */
export function phrase(question: OpenQuestion): Phrased {
  const { environments } = question;
  const where = enumerate(environments);
  const said = phrased(question);
  return { ...said, question: `${said.question}${where === '' ? '' : ` in ${where}`}?` };
}

function phrased({ code, about, args, finding }: OpenQuestion): Phrased {
  const template = ownValue(questions, code) ?? ownValue(questions, code.split('/')[0] ?? '');
  if (template) return template({ ...finding?.args, ...(finding ? { level: finding.severity } : {}), about, ...args });
  if (!finding) throw new Error(`no text for the question ${code}`);
  const { message, remedy } = describe(finding);
  const why = finding.severity === 'error' ? 'Nothing is written until you resolve it.' : 'A person must decide.';
  return { question: `${message}. Which value do you want`, why, advice: remedy };
}
