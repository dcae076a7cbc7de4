import { shell } from '../text/escape.ts';

/** How a setting of a new workspace is told: as an option of the command that creates it, or amid its questions. */
export type Before = 'option' | 'question';

// Words as `shell` writes them; a full stop or a comma behind one belongs to the sentence.
const quoted = String.raw`(?:[^']|'\\'')*'`;
const bare = String.raw`[\w./:@%+=,…-]*[\w/@%…]`;
const assignment = String.raw`(?:'[\w.+-]+=${quoted}|[\w.+-]+=${bare})`;
const setting = new RegExp(
  String.raw`avm set (${assignment}(?: ${assignment})*)((?: --env (?:'${quoted}|${bare}))*)`,
  'g',
);
const wordIn = new RegExp(String.raw`'${quoted}|\S+`, 'g');

/** Other commands that need a workspace, as what does the same before there is one. */
const others: readonly (readonly [RegExp, string])[] = [
  [/avm add (subnet|identity) NAME/g, 'avm set components.NAME.type=$1'],
  [/avm add TYPE NAME/g, 'avm set components.NAME.type=TYPE'],
  [
    /avm add requirement --set statement="…" --set satisfiedBy\.components=([\w-]+)/g,
    "avm set 'requirements.functional.FR-101={statement: …, satisfiedBy: {components: [$1]}}'",
  ],
  [/avm env add ([\w-]+)/g, "avm set 'environments.$1={}'"],
  [/To remove the component instead, run: avm remove ([\w-]+) --confirm \1/g, 'Otherwise, leave out components.$1.'],
  [/, or add the version with avm catalog sync/g, ''],
  [/, and run: avm render$/g, '.'],
];

/** A remedy that can be followed before there is a workspace: what would change one is a setting of the new one. */
export function beforeWorkspace(remedy: string, before: Before): string {
  const verb = before === 'option' ? 'add' : 'set';
  const mark = '\u0000';
  const told = others
    .reduce((text, [from, to]) => text.replace(from, to), remedy)
    .replace(setting, (_, assigned: string, where: string) => mark + settingsOf(assigned, where, before))
    .replace(/\bwith avm set\b/g, before === 'option' ? 'with --set' : 'here');
  return told
    .replaceAll(`run: ${mark}`, before === 'option' ? 'add: ' : 'set ')
    .replaceAll(`Run ${mark}`, before === 'option' ? 'Add ' : 'Set ')
    .replace(/\brun (this [^:]*): \u0000/g, `${verb} $1: `)
    .replaceAll(mark, '');
}

function settingsOf(assigned: string, where: string, before: Before): string {
  const environments = wordsOf(where).filter((word) => word !== '--env');
  const settings = wordsOf(assigned).flatMap((text) =>
    environments.length === 0
      ? [text]
      : environments.map((environment) => `environments.${environment}.${text.replace(/^spec\./, '')}`),
  );
  return settings.map((one) => (before === 'option' ? `--set ${shell(one)}` : one)).join(' ');
}

function wordsOf(text: string): readonly string[] {
  const words = text.match(wordIn) ?? [];
  return words.map((word) => (word.startsWith("'") ? word.slice(1, -1).replaceAll(String.raw`'\''`, "'") : word));
}
