/** Words that mean something to a language that answers are written in or into; each may be a tag, its value, a text. */
const lists = {
  bicep: `true false null resource module param var output targetScope metadata import using extends existing if for in
    type func with as assert provider extension test from none object string int bool array any sys az this secure
    description allowed minLength maxLength name id apiVersion dependsOn scope parent properties outputs`,
  javascript: `abstract arguments async await boolean break case catch class const continue debugger default delete do
    else enum eval export finally function get implements import instanceof interface let new of package private
    protected public return set static super switch throw try typeof undefined void while yield NaN Infinity toString
    valueOf hasOwnProperty isPrototypeOf propertyIsEnumerable toLocaleString toJSON then length __defineGetter__
    __lookupSetter__`,
  yaml: `yes no on off y n True False Null NULL TRUE ~ << = .inf .nan 0x1F 0o17 1e3 1_000 12 1:30 2026-01-04 - -x
    @f *a &a !a |a a=b #a [a] {a} "a" 'a' \`a\` a,b`,
  shell: `then elif fi done esac select until time coproc function declare local readonly unset exit exec source $ $HOME
    \${x} $(id) ! [[ ]] ; a;b (a) --tags -n`,
} as const;

/** What Azure bans from names of tags, and a beginning that makes a name an expression of a template. */
const banned = /[<>%&\\?/]|^\[/;

export const reservedWords: readonly string[] = [
  ...new Set(Object.values(lists).flatMap((list) => list.split(/\s+/).filter((word) => word !== ''))),
];

/** Of the reserved words those that may be names of tags, no two alike but for case. */
export const reservedTags: readonly string[] = [
  ...new Map(
    reservedWords
      .filter((word) => !banned.test(word))
      .toReversed()
      .map((word) => [word.toLowerCase(), word]),
  ).values(),
];
