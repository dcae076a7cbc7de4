import { valuesOf, type Offer } from './offers.ts';

export function powershellScript(bin: string, offers: readonly Offer[]): string {
  const values = offers
    .flatMap(valuesOf)
    .map(
      ({ typed, option: { value } }) =>
        `    ${quoted(typed)} = ${list(typeof value === 'string' ? [] : value.map(quoted))}`,
    );
  return `# Completion of ${bin} for PowerShell.
Register-ArgumentCompleter -Native -CommandName ${bin} -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $offers = @{
${offers.map((one) => `    ${quoted(one.at)} = ${list(wordsOf(one))}`).join('\n')}
  }
  $values = @{
${values.join('\n')}
  }
  $at = ''
  $previous = ''
  foreach ($element in ($commandAst.CommandElements | Select-Object -Skip 1)) {
    if ($wordToComplete -ne '' -and $element.Extent.EndOffset -ge $cursorPosition) { break }
    $previous = $element.ToString()
    $next = "$at $previous".Trim()
    if ($offers.ContainsKey($next)) { $at = $next }
  }
  if ($values.ContainsKey("$at $previous")) {
    $found = $values["$at $previous"] | ForEach-Object { , @($_, $_) }
  } else {
    $found = $offers[$at]
  }
  $found | Where-Object { $_ -and $_[0].StartsWith($wordToComplete) } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_[0], $_[0], 'ParameterValue', $_[1])
  }
}
`;
}

/** Tooltips can't be empty. */
function wordsOf({ words, options }: Offer): readonly string[] {
  const pairs = [
    ...words.map(({ word, title }) => [word, title] as const),
    ...options.flatMap(({ flags, title }) => flags.map((flag) => [flag, title] as const)),
  ];
  return pairs.map(([word, title]) => `@(${quoted(word)}, ${quoted(title || word)})`);
}

/** A list of one stays a list only with a comma in front. */
function list(items: readonly string[]): string {
  return items.length === 1 ? `@(, ${items[0]})` : `@(${items.join(', ')})`;
}

/** PowerShell takes typographic quotes for quotes. */
function quoted(text: string): string {
  return `'${text.replaceAll(/['‘’‚‛]/g, '$&$&')}'`;
}
