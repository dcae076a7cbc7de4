/** What a name may hold, so that a text can be made to fit. */
export type Charset =
  | 'alnum-lower'
  | 'alnum-lower-hyphen'
  | 'alnum-hyphen'
  | 'alnum-hyphen-underscore'
  | 'alnum-hyphen-underscore-dot'
  | 'alnum-hyphen-underscore-dot-parentheses'
  | 'alnum-dot'
  | 'all-but-some';

/** `chars`, `start` and `end` are regular expressions for one character; `end` is within `chars`. */
export interface NameShape {
  readonly charset: Charset;
  readonly chars: string;
  readonly start: string;
  readonly end: string;
  /** Text that the name must not contain. */
  readonly never?: string;
  /** What the whole name must also match. */
  readonly whole?: string;
}

export type ShapeName =
  | 'action-group'
  | 'computer'
  | 'deployment'
  | 'disk'
  | 'domain'
  | 'gallery'
  | 'group'
  | 'hyphen'
  | 'hyphen-anywhere'
  | 'identity'
  | 'letter-hyphen'
  | 'lower'
  | 'lower-hyphen'
  | 'lower-letter'
  | 'lower-letter-hyphen'
  | 'machine'
  | 'metric-alert'
  | 'network'
  | 'query-rule'
  | 'vault';

const alnum = '[A-Za-z0-9]';
const letter = '[A-Za-z]';
const lower = '[a-z0-9]';
const hyphen = '[A-Za-z0-9-]';
const dotted = '[A-Za-z0-9_.-]';

/** Resource names as Azure checks them. The sources are in naming.ts, which gives each type its shape and length. */
export const shapes: Readonly<Record<ShapeName, NameShape>> = {
  lower: { charset: 'alnum-lower', chars: lower, start: lower, end: lower },
  'lower-letter': { charset: 'alnum-lower', chars: lower, start: '[a-z]', end: lower },
  'lower-hyphen': { charset: 'alnum-lower-hyphen', chars: '[a-z0-9-]', start: lower, end: lower, never: '--' },
  'lower-letter-hyphen': { charset: 'alnum-lower-hyphen', chars: '[a-z0-9-]', start: '[a-z]', end: lower, never: '--' },
  hyphen: { charset: 'alnum-hyphen', chars: hyphen, start: alnum, end: alnum },
  'hyphen-anywhere': { charset: 'alnum-hyphen', chars: hyphen, start: hyphen, end: hyphen },
  'letter-hyphen': { charset: 'alnum-hyphen', chars: hyphen, start: letter, end: alnum },
  vault: { charset: 'alnum-hyphen', chars: hyphen, start: letter, end: alnum, never: '--' },
  computer: { charset: 'alnum-hyphen', chars: hyphen, start: alnum, end: alnum, whole: '.*[A-Za-z-].*' },
  disk: { charset: 'alnum-hyphen-underscore', chars: '[A-Za-z0-9_-]', start: '[A-Za-z0-9_-]', end: '[A-Za-z0-9_-]' },
  identity: { charset: 'alnum-hyphen-underscore', chars: '[A-Za-z0-9_-]', start: alnum, end: '[A-Za-z0-9_-]' },
  network: { charset: 'alnum-hyphen-underscore-dot', chars: dotted, start: alnum, end: '[A-Za-z0-9_]' },
  domain: {
    charset: 'alnum-hyphen-underscore-dot',
    chars: dotted,
    start: '[A-Za-z0-9_-]',
    end: '[A-Za-z0-9_-]',
    whole: '(?:[A-Za-z0-9_-]+\\.){1,33}[A-Za-z0-9_-]+',
  },
  gallery: { charset: 'alnum-dot', chars: '[A-Za-z0-9.]', start: alnum, end: alnum },
  group: {
    charset: 'alnum-hyphen-underscore-dot-parentheses',
    chars: '[A-Za-z0-9_.()-]',
    start: '[A-Za-z0-9_.()-]',
    end: '[A-Za-z0-9_()-]',
  },
  deployment: {
    charset: 'alnum-hyphen-underscore-dot-parentheses',
    chars: '[A-Za-z0-9_.()-]',
    start: '[A-Za-z0-9_.()-]',
    end: '[A-Za-z0-9_.()-]',
  },
  machine: allBut('\\\\/"\'[\\]:|<>+=;,?*@&_\\s', '.-'),
  'action-group': allBut('/&%\\\\?', '. '),
  'metric-alert': allBut('*#&+:<>?@%{}\\\\/', '. '),
  'query-rule': allBut('*<>%{}&:\\\\?/#', '. '),
};

/** Control characters are in no name. */
function allBut(banned: string, notLast: string): NameShape {
  const chars = `[^${banned}\\x00-\\x1f]`;
  return { charset: 'all-but-some', chars, start: chars, end: `[^${banned}\\x00-\\x1f${notLast}]` };
}

/** Names of the shape are words set together. */
export function isWithoutHyphen(shape: ShapeName): boolean {
  return ['alnum-lower', 'alnum-dot'].includes(shapes[shape].charset);
}

/** Names of the shape have no capitals. */
export function isLowercase(shape: ShapeName): boolean {
  return ['alnum-lower', 'alnum-lower-hyphen'].includes(shapes[shape].charset);
}
