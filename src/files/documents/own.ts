import type { Reason } from '../../bicep/value.ts';
import type { Requirement } from '../../resolve/requirement.ts';
import { markdown } from '../../text/escape.ts';
import type { Workspace } from '../readme/sides.ts';

/** Custom stories in the shape of the blueprint's, whose text is Markdown: the text of a person is escaped here. */
export function writtenStories({ spec }: Workspace) {
  return spec.stories.map(({ id, answer, priority, title, why, test, scenarios }) => {
    const ids = requirementsFor(id, spec.requirements);
    const reason: Reason = { ids: [...ids, id].toSorted(), answers: [answer] };
    return {
      id,
      priority,
      title: markdown(title),
      as: '',
      why: markdown(why),
      test: markdown(test),
      ids,
      served: ids.join(', '),
      reason,
      requirements: [] as readonly string[],
      components: [] as readonly string[],
      scenarios: scenarios.map((one) => ({
        given: markdown(one.given),
        when: markdown(one.when),
        then: markdown(one.then),
        limited: '',
        reason,
      })),
    };
  });
}

/** IDs of the custom requirements of a story. */
export function requirementsFor(story: string, all: ReadonlyMap<string, Requirement>): readonly string[] {
  return [...all.values()].filter((one) => one.story === story).map(({ id }) => id);
}
