import { sideBySide, type Cell } from '../files/readme/parameters.ts';
import { plain, type Subject } from './subject.ts';

/** Every parameter with its value in each environment; what differs from the first environment is marked. */
export function parameters(subject: Subject) {
  const { workspace, environments } = subject;
  const all = sideBySide(workspace);
  const rows = all.map(({ name, description, values, reason }, at) => {
    const again = all[at - 1]?.reason === reason;
    const [first, ...others] = values.map((value) => JSON.stringify(value));
    const differs = others.some((one) => one !== first);
    return {
      name,
      /** Of an object once, with its first property. */
      description: again ? '' : description,
      differs,
      cells: values.map((value, index) => ({
        environment: environments[index] ?? '',
        codes: shown(value),
        word: value.word,
        other: JSON.stringify(value) !== first,
      })),
      answers: plain(reason.answers ?? []),
    };
  });
  return {
    several: environments.length > 1,
    first: environments[0] ?? '',
    environments,
    rows,
    differing: rows.filter((row) => row.differs).length,
  };
}

function shown({ codes }: Cell) {
  return codes.map(({ code, comma }) => ({ code, comma }));
}
