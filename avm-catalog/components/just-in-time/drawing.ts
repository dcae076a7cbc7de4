import type { Draw } from '../../kernel/drawing.ts';

/** Drawn as the label of the connection that it opens. */
export const drawing: Draw = () => ({});
