import { withOwnText } from '../../src/files/own-text.ts';

const place = withOwnText({ path: '', text: '', trace: [] }).text;

/** A document without the place for a person's own text at its end, which nobody sees. */
export function withoutPlace(text: string): string {
  return text.endsWith(place) ? text.slice(0, -place.length) : text;
}

/** What a reader of Markdown makes of a text, without its words: enough to see that words never became markup. */
export function structure(text: string): readonly string[] {
  let inFence = false;
  return withoutPlace(text)
    .split('\n')
    .flatMap((line) => {
      if (/^```\w*$/.test(line)) {
        inFence = !inFence;
        return [inFence ? `fence begins ${line}` : 'fence ends'];
      }
      return inFence ? ['code'] : [kindOf(line)];
    });
}

function kindOf(line: string): string {
  if (line === '') return 'blank';
  const [heading] = /^#{1,6} /.exec(line) ?? [];
  if (heading) return heading;
  if (line.startsWith('|')) return `row of ${cells(line)}`;
  if (line.startsWith('- ')) return 'item';
  if (/^ {2}- \*\*(?:Rationale|Controls|Implementation|Evaluation)\*\*: /.test(line)) return 'detail';
  if (/^<\/?details>$|^<summary>[\w ]+<\/summary>$/.test(line)) return 'folded';
  if (/^\d+\. \*\*Given\*\* /.test(line)) return 'scenario';
  return /^(\s|>|[-*_=]{3,}$|\d+[.)] |[-+*] |<)/.test(line) ? `unexpected: ${line}` : 'text';
}

/** A bar behind an odd number of backslashes does not end a cell. */
function cells(line: string): number {
  return [...line.matchAll(/(\\*)\|/g)].filter((found) => (found[1] ?? '').length % 2 === 0).length - 1;
}

/** What is in fences of a language. */
export function fenced(text: string, language: string): readonly string[] {
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    (found) => found[1] ?? '',
  );
}

/** Anchors as GitHub makes them of headings. */
export function anchors(text: string): readonly string[] {
  return [...text.matchAll(/^#{1,6} (.*)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\- ]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** Paths of the files, and of the folders without contents, in a tree that begins with its root. */
export function pathsIn(tree: string): readonly string[] {
  const [root = '', ...lines] = tree.split('\n').filter((line) => line !== '');
  const above: string[] = [root === '.' ? '' : root];
  const paths = lines.map((line) => {
    const [, indent = '', name = ''] = /^((?:│ {3}| {4})*)[├└]── (\S+)/.exec(line) ?? [];
    const depth = indent.length / 4;
    const path = (above[depth] ?? '') + name;
    above[depth + 1] = path;
    return path;
  });
  return paths.filter((path) => !paths.some((other) => other !== path && path.endsWith('/') && other.startsWith(path)));
}
