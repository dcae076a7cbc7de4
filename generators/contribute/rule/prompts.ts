import { categories } from '../../../avm-catalog/constitution/category.ts';
import { choice, input, type Prompt } from '../prompt.ts';
import {
  completeId,
  nextId,
  ruleFiles,
  ruleLevels,
  wrongCategory,
  wrongFile,
  wrongId,
  wrongLevel,
  wrongProperty,
  wrongRequired,
  wrongSentence,
  wrongStatement,
  wrongTitle,
  wrongType,
  type RuleAnswers,
} from './answers.ts';

const plain = (values: readonly string[]) => values.map((value) => ({ value, name: value }));

/** The questions, in the order of the arguments that Plop takes in their place. */
export function rulePrompts(root: string): readonly Prompt<RuleAnswers>[] {
  return [
    {
      ...input<RuleAnswers>({
        name: 'id',
        message: 'ID, or letters that take their next number',
        wrong: wrongId,
        default: nextId('SEC'),
      }),
      filter: completeId,
    },
    choice({ name: 'file', message: 'File', wrong: wrongFile(root) }, () => plain(ruleFiles(root))),
    input({ name: 'title', message: 'Title: the control, such as Key rotation', wrong: wrongTitle }),
    choice({ name: 'category', message: 'Category', wrong: wrongCategory }, () => plain(categories)),
    choice({ name: 'level', message: 'Level', wrong: wrongLevel, default: 'should' }, () => plain(ruleLevels)),
    input({ name: 'statement', message: 'Statement, such as “The workload MUST …”', wrong: wrongStatement }),
    input({ name: 'rationale', message: 'Rationale, as a sentence', wrong: wrongSentence }),
    input({ name: 'shapes', message: 'How the template implements it, as a sentence', wrong: wrongSentence }),
    input({ name: 'type', message: 'Type of the resources it is about', wrong: wrongType }),
    input({
      name: 'property',
      message: 'Path of the property that it reads',
      wrong: wrongProperty,
      default: 'properties.',
    }),
    input({ name: 'required', message: 'Value that the property has', wrong: wrongRequired }),
  ];
}
