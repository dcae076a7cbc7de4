import { valuesOf, type Offer } from './offers.ts';

/** It contains only names of commands and options, which are letters, digits, and hyphens. */
export function bashScript(bin: string, offers: readonly Offer[]): string {
  const name = `_${bin.replaceAll('-', '_')}`;
  const ways = offers.filter(({ at }) => at !== '');
  const values = offers.flatMap(valuesOf);
  return `# Completion of ${bin} for bash.
${name}() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} at='' words='' index
  COMPREPLY=()
  for ((index = 1; index < COMP_CWORD; index++)); do
    case "$at \${COMP_WORDS[index]}" in
${ways.map(({ at }) => `      '${at.includes(' ') ? at : ` ${at}`}') at='${at}' ;;`).join('\n') || "      '') ;;"}
    esac
  done
  case "$at $previous" in
${values.map(({ typed, option: { value } }) => `    '${typed}') ${typeof value === 'string' ? 'return' : `words='${value.join(' ')}'`} ;;`).join('\n')}
  esac
  if [[ -z $words ]]; then
    case "$at" in
${offers.map(({ at, words, options }) => `      '${at}') words='${[...words.map((one) => one.word), ...options.flatMap((one) => one.flags)].join(' ')}' ;;`).join('\n')}
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o bashdefault -o default -F ${name} ${bin}
`;
}
