import type { Offer, OfferedOption } from './offers.ts';

export function fishScript(bin: string, offers: readonly Offer[]): string {
  const name = `__${bin.replaceAll('-', '_')}_is_at`;
  const ways = offers.filter(({ at }) => at !== '');
  return `# Completion of ${bin} for fish.
function ${name}
    set -l at ''
    for word in (commandline -opc)[2..-1]
        switch "$at $word"
${ways.map(({ at }) => `            case ${quoted(at.includes(' ') ? at : ` ${at}`)}\n                set at ${quoted(at)}`).join('\n') || "            case ''\n                set at ''"}
        end
    end
    test "$at" = "$argv[1]"
end
complete -c ${bin} -e
${offers.flatMap((offer) => linesOf(bin, name, offer)).join('\n')}
`;
}

function linesOf(bin: string, name: string, { at, words, options }: Offer): readonly string[] {
  const start = `complete -c ${bin} -n ${quoted(`${name} ${quoted(at)}`)}`;
  return [
    ...words.map(({ word, title }) => `${start} -f -a ${word} -d ${quoted(title)}`),
    ...options.map((one) => `${start} ${flagsOf(one)}${valueOf(one)} -d ${quoted(one.title)}`),
  ];
}

function flagsOf({ flags }: OfferedOption): string {
  return flags.map((flag) => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`)).join(' ');
}

function valueOf({ value }: OfferedOption): string {
  if (value === 'none') return '';
  if (value === 'file') return ' -r -F';
  return value === 'free' ? ' -x' : ` -x -a ${quoted(value.join(' '))}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
