import { idsIn } from '../text.ts';
import type { Markdown } from './markdown.ts';

/** A requirement, a constraint or a success criterion. */
interface Statement {
  readonly id: string;
  readonly text: string;
  readonly line: number;
  /** The heading that it's below. */
  readonly section: string;
}

interface Scenario {
  /** `US1/AC2`, as Spec Kit names it. */
  readonly key: string;
  readonly text: string;
  readonly line: number;
}

interface Story {
  readonly id: string;
  readonly title: string;
  /** `P1`; empty where it has none. */
  readonly priority: string;
  readonly line: number;
  /** Ids of the requirements it is for. */
  readonly serves: readonly string[];
  readonly scenarios: readonly Scenario[];
}

export interface Specification {
  readonly statements: readonly Statement[];
  readonly stories: readonly Story[];
}

const statementPattern = /^- \*\*([A-Z]{2,5}-\d{3})\*\*:? ?(.*)$/;
const storyPattern = /^### User Story (\d{1,6}) - (.*?)(?: \(Priority: (P\d)\))?$/;

export function readSpecification({ prose }: Markdown): Specification {
  const statements: Statement[] = [];
  const stories: (Story & { serves: string[]; scenarios: Scenario[] })[] = [];
  let section = '';
  let story: (typeof stories)[number] | undefined;
  for (const { text, line } of prose) {
    if (text.startsWith('#')) {
      section = text;
      const [, number, title = '', priority = ''] = storyPattern.exec(text) ?? [];
      story =
        number === undefined ? undefined : { id: `US${number}`, title, priority, line, serves: [], scenarios: [] };
      if (story) stories.push(story);
    } else if (story) {
      if (text.startsWith('**For**:')) story.serves.push(...idsIn(text));
      const [, number, scenario = ''] = /^(\d{1,4})\. (.*)$/.exec(text) ?? [];
      if (number !== undefined) story.scenarios.push({ key: `${story.id}/AC${number}`, text: scenario, line });
    } else if (text.startsWith('- **')) {
      const [, id, statement = ''] = statementPattern.exec(text) ?? [];
      if (id !== undefined) statements.push({ id, text: statement, line, section });
    }
  }
  return { statements, stories };
}
