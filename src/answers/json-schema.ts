import schema from './schema.json' with { type: 'json' };

/** The JSON Schema of avm.yaml as text; made by scripts/schema.ts. */
export function schemaText(): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}
