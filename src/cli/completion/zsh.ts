import { valuesOf, type Offer } from './offers.ts';

export function zshScript(bin: string, offers: readonly Offer[]): string {
  const name = `_${bin.replaceAll('-', '_')}`;
  const ways = offers.filter(({ at }) => at !== '');
  return `#compdef ${bin}
# Completion of ${bin} for zsh.
${name}() {
  local at='' index
  local -a offered options
  for ((index = 2; index < CURRENT; index++)); do
    case "$at \${words[index]}" in
${ways.map(({ at }) => `      (${quoted(at.includes(' ') ? at : ` ${at}`)}) at=${quoted(at)} ;;`).join('\n') || "      ('') ;;"}
    esac
  done
  case "$at \${words[CURRENT-1]}" in
${offers
  .flatMap(valuesOf)
  .map(({ typed, option: { value } }) => `    (${quoted(typed)}) ${valueOf(value)}; return ;;`)
  .join('\n')}
  esac
  case "$at" in
${offers.map(offered).join('\n')}
  esac
  (( \${#offered} )) && _describe -t commands command offered
  _describe -o -t options option options
  (( \${#offered} )) || _files
}
if [[ \${funcstack[1]} == ${name} ]]; then ${name} "$@"; else compdef ${name} ${bin}; fi
`;
}

function valueOf(value: 'none' | 'file' | 'free' | readonly string[]): string {
  if (typeof value !== 'string') return `compadd -- ${value.join(' ')}`;
  return value === 'file' ? '_files' : "_message 'value'";
}

function offered({ at, words, options }: Offer): string {
  const described = (word: string, title: string): string => quoted(`${word.replaceAll(':', '\\:')}:${title}`);
  const flags = options.flatMap((one) => one.flags.map((flag) => described(flag, one.title)));
  return `    (${quoted(at)})
      offered=(${words.map((one) => described(one.word, one.title)).join(' ')})
      options=(${flags.join(' ')}) ;;`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
