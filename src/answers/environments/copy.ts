import { formatCidr } from '../../../avm-catalog/azure/addresses.ts';
import type { Finding } from '../../findings/finding.ts';
import type { Answers } from '../answers.ts';
import { change, readForChange, type Changed } from '../change.ts';
import { isTree, merge, type Tree } from '../defaults.ts';
import { verified } from '../edit.ts';
import { valueAt } from '../inherited.ts';
import { answersFile } from '../parse.ts';
import type { Refused, Source } from '../source.ts';
import { inserted, type Order } from './add.ts';
import { readKnown } from './known.ts';
import { listsNaming } from './lists.ts';
import { furtherMoves, moved, rangeFor, type Move } from './ranges.ts';
import { changedNotes, keptNotes, notNamedNotes, rangeNote } from './told.ts';
import { ownTexts, withTexts, type OwnTexts } from './texts.ts';

interface Copy {
  readonly from: string;
  readonly to: string;
  /** @default behind the one that is copied */
  readonly order?: Order | undefined;
  /** @default the next range of the same size that is free */
  readonly addressSpace?: string | undefined;
}

/** A changed text with what is to be said of the change, or why it can't be. */
export type Told = { readonly text: string; readonly notes: readonly Finding[] } | Refused;

/**
 * An environment with the answers of another. Its network has a range of its own, with fixed addresses at the same places in
 * it, and names that the other has because of its own name are names of the copy.
 */
export function copyEnvironment(text: string, copy: Copy, file = answersFile): Told {
  const { from, to, addressSpace } = copy;
  const known = readKnown(text, copy, file);
  if ('findings' in known) return known;
  const { source, answers } = known;
  const move = rangeFor(answers, from, addressSpace);
  if ('findings' in move) return move;
  const further = furtherMoves(answers, from, move);
  if ('findings' in further) return further;
  const texts = ownTexts(answers, from, to);
  const changed = copied(source, copy, answersOf(source, from, [move, ...further], texts));
  if ('findings' in changed) return changed;
  const result = verified(text, changed.text, [`environments.${to}`], file);
  return 'findings' in result ? result : { ...result, notes: notesOf(copy, move, texts, answers) };
}

function answersOf({ document }: Source, from: string, moves: readonly Move[], { changes }: OwnTexts): Tree {
  const after = new Map(changes.map((one) => [one.path.join('.'), one.after]));
  const own = withTexts(
    valueAt(document.toJS(), ['environments', from]) ?? {},
    (one, path) => after.get(path.join('.')) ?? movedBy(one, moves),
  ) as Tree;
  const [first = '', ...more] = moves.map(({ to }) => formatCidr(to));
  const network = { addressSpace: first, ...(more.length > 0 ? { additionalAddressSpaces: more } : {}) };
  return 'network' in own ? merge(own, { network }) : { network, ...own };
}

function movedBy(text: string, moves: readonly Move[]): string | undefined {
  const [found] = moves.flatMap((move) => moved(text, move) ?? []);
  return found;
}

/** What looks like a secret and is declared to be none is declared in the copy too. */
function copied(source: Source, { from, to, order = { after: from } }: Copy, value: Tree): Changed {
  const prefix = `environments.${from}.`;
  const declared = valueAt(source.document.toJS(), ['notSecrets']);
  let now = inserted(source, { name: to, order }, value);
  for (const [path, reason] of isTree(declared) ? Object.entries(declared) : []) {
    const again = 'findings' in now ? now : readForChange(now.text, source.file);
    if ('findings' in again) return again;
    if (path.startsWith(prefix))
      now = { text: change(again, ['notSecrets', `environments.${to}.${path.slice(prefix.length)}`], reason) };
  }
  return now;
}

function notesOf({ from, to }: Copy, move: Move, { changes, kept }: OwnTexts, answers: Answers): readonly Finding[] {
  const paths = kept.map((path) => ['environments', to, ...path]);
  return [
    rangeNote(to, move),
    ...changedNotes(to, changes),
    ...keptNotes(from, paths),
    ...notNamedNotes(from, to, listsNaming(answers, from)),
  ];
}
