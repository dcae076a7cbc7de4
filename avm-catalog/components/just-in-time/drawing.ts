import type { Draw } from '../../kernel/drawing.ts';

/** Said of the connection that it opens, where that is drawn. */
export const drawing: Draw = () => ({});
