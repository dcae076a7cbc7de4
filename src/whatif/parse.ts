import { isObject, type Json, type JsonObject } from '../checks/canonical.ts';
import type { WhatIf } from './model.ts';
import { fromDeployment } from './from-deployment.ts';
import { fromStack } from './from-stack.ts';
import { deploymentSchema, errorSchema, stackSchema } from './schema.ts';

/** Why a text is no what-if result. */
export type Unreadable =
  | { readonly why: 'empty' | 'printed' | 'cut-off' }
  | { readonly why: 'not-json'; readonly at: number }
  | { readonly why: 'azure-error'; readonly code: string; readonly message: string }
  | { readonly why: 'shape'; readonly at: string; readonly problem: string }
  | { readonly why: 'too-deep'; readonly most: number };

type Parsed = { readonly result: WhatIf } | { readonly unreadable: Unreadable };

/** Deeper than any resource of Azure: what is read further on goes down level by level. */
export const mostLevels = 200;

/** The result of a what-if, from what Azure CLI printed or the REST API returned. */
export function parseWhatIf(text: string): Parsed {
  const trimmed = text.trim();
  if (trimmed === '') return { unreadable: { why: 'empty' } };
  let json: Json;
  try {
    json = JSON.parse(trimmed) as Json;
  } catch (error) {
    return { unreadable: whyNotJson(trimmed, error instanceof Error ? error.message : '') };
  }
  if (depthOf(json) > mostLevels) return { unreadable: { why: 'too-deep', most: mostLevels } };
  return isObject(json) ? read(json) : { unreadable: shape('', 'expected an object') };
}

/** In an envelope of the REST API, the result is in `properties`. */
function read(json: JsonObject): Parsed {
  const inner = isObject(json['properties']) ? json['properties'] : json;
  const error = json['error'] ?? inner['error'];
  if (isObject(error)) {
    const { code, message } = errorSchema.parse(error);
    return { unreadable: { why: 'azure-error', code: code ?? '', message: message ?? '' } };
  }
  const { changes } = inner;
  if (isObject(changes)) return readWith(stackSchema, inner, fromStack);
  if (Array.isArray(changes) || Array.isArray(inner['potentialChanges']))
    return readWith(deploymentSchema, { status: json['status'] ?? null, ...inner }, fromDeployment);
  return { unreadable: shape('changes', 'expected a list (of a deployment) or an object (of a stack)') };
}

type Schema<T> = {
  readonly safeParse: (value: unknown) =>
    | { readonly success: true; readonly data: T }
    | {
        readonly success: false;
        readonly error: {
          readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
        };
      };
};

function readWith<T>(schema: Schema<T>, json: JsonObject, normalize: (data: T) => WhatIf): Parsed {
  const checked = schema.safeParse(json);
  if (checked.success) return { result: normalize(checked.data) };
  const [first] = checked.error.issues;
  return { unreadable: shape((first?.path ?? []).map(String).join('.'), first?.message ?? '') };
}

const shape = (at: string, problem: string): Unreadable => ({ why: 'shape', at, problem });

/** What Azure CLI prints for people, and what it prints of an error. */
const printed = /^(?:Note: The result may contain|NOTICE!|Resource and property changes are indicated|Scope: \/)/;
/** `ERROR: (InvalidTemplate) Deployment template validation failed.` */
const azureError = /^(?:ERROR: (?:\((\w+)\) )?|\((\w+)\) )(.*)$/s;

function whyNotJson(text: string, problem: string): Unreadable {
  if (printed.test(text)) return { why: 'printed' };
  const [said, code, bare, message = ''] = azureError.exec(text) ?? [];
  if (said !== undefined) return { why: 'azure-error', code: code ?? bare ?? '', message };
  if (!/^[[{"]/.test(text)) return { why: 'not-json', at: 0 };
  const at = Number(/position (\d+)/.exec(problem)?.[1] ?? 0);
  const isEnd = at >= text.length || /end of JSON input|Unterminated string/i.test(problem);
  return isEnd ? { why: 'cut-off' } : { why: 'not-json', at };
}

/** Without recursion: how deep it is isn’t known yet. */
function depthOf(json: Json): number {
  let level: readonly Json[] = [json];
  for (let depth = 0; ; depth += 1) {
    const below = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
    if (below.length === 0 || depth > mostLevels) return depth;
    level = below;
  }
}
