export const formats = ['text', 'markdown', 'json', 'sarif'] as const;
export type Format = (typeof formats)[number];
