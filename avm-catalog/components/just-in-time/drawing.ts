import type { Draw } from '../../kernel/drawing.ts';

/** Said of the way that it opens, by whoever draws that. */
export const drawing: Draw = () => ({});
