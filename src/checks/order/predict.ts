import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownValue } from '../../bicep/own.ts';
import { quote } from '../../bicep/escape.ts';
import { Printer } from '../../bicep/print.ts';
import type { BicepSession } from '../bicep/session.ts';
import { removeAtEnd } from '../bicep/signals.ts';
import { isObject, type Json, type JsonObject } from '../canonical.ts';
import type { SnapshotScope } from '../bicep/protocol.ts';
import type { PredictedResource } from '../snapshot.ts';
import { markTemplate } from './mark.ts';

const printer = new Printer(() => '');

/** Predicts an environment with the places of its resources, from the compiled template and its parameters. */
export async function predictPlaces(
  session: BicepSession,
  template: string,
  parameters: string,
  scope: SnapshotScope,
): Promise<readonly PredictedResource[]> {
  const folder = await mkdtemp(join(tmpdir(), 'avm-order-'));
  const release = removeAtEnd(folder);
  try {
    const file = join(folder, 'main.bicepparam');
    await writeFile(join(folder, 'main.json'), JSON.stringify(markTemplate(JSON.parse(template) as JsonObject)));
    await writeFile(file, parameterFile(JSON.parse(parameters) as JsonObject));
    const { predictedResources } = JSON.parse(await session.getSnapshot(file, scope)) as {
      readonly predictedResources: readonly PredictedResource[];
    };
    return predictedResources;
  } finally {
    await rm(folder, { recursive: true, force: true });
    release();
  }
}

/** Compiled parameters as a file that belongs to no folder: values only, secrets still by reference. */
export function parameterFile(compiled: JsonObject): string {
  const { parameters } = compiled;
  const lines = Object.entries(isObject(parameters) ? parameters : {}).flatMap(([name, given]) => {
    if (!isObject(given)) return [];
    const value = isObject(given['reference']) ? secretOf(given['reference']) : printer.value(given['value'] as never);
    return [`param ${name} = ${value}`];
  });
  return ["using './main.json'", ...lines, ''].join('\n');
}

function secretOf({ keyVault, secretName, secretVersion }: JsonObject): string {
  const id = textAt(keyVault, 'id').split('/');
  const parts = [id[2], id[4], id[8], secretName, secretVersion].filter((one) => typeof one === 'string');
  return `getSecret(${parts.map(quote).join(', ')})`;
}

function textAt(value: Json | undefined, key: string): string {
  const found = ownValue(value, key);
  return typeof found === 'string' ? found : '';
}
