import { execFile } from 'node:child_process';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { createFixture } from 'fs-fixture';

/** What az answers to commands that begin with some words and contain some text; the first that fits. */
export type Answers = readonly (readonly [begins: string, contains: string, output: string])[];

export interface Run {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
  /** Each call of az: its words. */
  readonly calls: readonly (readonly string[])[];
  /** The JSON of each file that a call sent as its body, with sorted keys. */
  readonly bodies: readonly string[];
}

export interface Recorded {
  readonly answers: Answers;
  /** Number of the call that fails, from 1. */
  readonly failAt?: number;
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Programs beside az, by name. */
  readonly programs?: Readonly<Record<string, string>>;
}

const az = `#!/usr/bin/env bash
{ printf '%s\\0' "$@"; printf '\\n\\0'; } >> "$AZ_CALLS"
echo >> "$AZ_CALLS.count"
word=''
for next in "$@"; do
  if [[ $word == --body ]]; then jq --compact-output --sort-keys . "\${next#@}" >> "$AZ_CALLS.bodies"; fi
  word=$next
done
if [[ $(wc -l < "$AZ_CALLS.count") -eq $AZ_FAIL_AT ]]; then echo 'ERROR: (Injected) This call fails.' >&2; exit 3; fi
for answer in "$AZ_ANSWERS"/*/; do
  if [[ "$*" == "$(cat "$answer/begins")"* && "$*" == *"$(cat "$answer/contains")"* ]]; then cat "$answer/output"; exit; fi
done
kind=deploymentTemplate rest='"resources": []'
if [[ $2 == build-params ]]; then kind=deploymentParameters rest='"parameters": {}'; fi
while [[ $# -gt 0 ]]; do
  if [[ $1 == --outfile ]]; then
    echo "{\\"\\$schema\\": \\"https://schema.management.azure.com/schemas/2019-04-01/$kind.json#\\", \\"contentVersion\\": \\"1.0.0.0\\", $rest}" > "$2"
  fi
  shift
done
`;

/** Runs a command in a folder with files, with an az on PATH that records its calls and answers as it is told. */
export async function record(
  files: Readonly<Record<string, string>>,
  command: readonly string[],
  { answers, failAt = 0, input = '', env = {}, programs = {} }: Recorded,
): Promise<Run> {
  const given = answers.flatMap(([begins, contains, output], index) =>
    Object.entries({ begins, contains, output }).map(
      ([name, text]) => [`answers/${String(index).padStart(3, '0')}/${name}`, text] as const,
    ),
  );
  const bin = Object.entries({ az, ...programs }).map(([name, text]) => [`bin/${name}`, text] as const);
  const work = Object.entries(files).map(([path, text]) => [`work/${path}`, text] as const);
  await using folder = await createFixture({
    calls: '',
    'calls.bodies': '',
    ...Object.fromEntries([...given, ...bin, ...work]),
  });
  for (const [name] of bin) await chmod(join(folder.path, name), 0o755);
  const [program = '', ...args] = command;
  const result = await started(program, args, input, join(folder.path, 'work'), {
    ...process.env,
    AZURE_SUBSCRIPTION_ID: '',
    AZURE_RESOURCE_GROUP: '',
    PATH: `${join(folder.path, 'bin')}:${process.env['PATH'] ?? ''}`,
    AZ_CALLS: join(folder.path, 'calls'),
    AZ_ANSWERS: join(folder.path, 'answers'),
    AZ_FAIL_AT: String(failAt),
    ...env,
  });
  const all = (await folder.readFile('calls', 'utf8')).split('\n\0').slice(0, -1);
  return {
    ...result,
    bodies: (await folder.readFile('calls.bodies', 'utf8')).split('\n').slice(0, -1),
    calls: all.map((one) =>
      one
        .split('\0')
        .slice(0, -1)
        .map((word) => word.replaceAll(/\S*\/(?:tmp\.|deploy-)[^/]*\//g, '{temporary}/')),
    ),
  };
}

function started(
  program: string,
  args: readonly string[],
  input: string,
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<Omit<Run, 'calls' | 'bodies'>> {
  return new Promise((done) => {
    const child = execFile(program, args, { cwd, env }, (error, output, errors) =>
      done({ code: error === null ? 0 : Number(error.code ?? 1), output, errors }),
    );
    child.stdin?.end(input);
  });
}
