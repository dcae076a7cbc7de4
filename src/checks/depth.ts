/** Each level does what those before it do. */
export const depths = ['interface', 'module', 'snapshot', 'types', 'order'] as const;
export type Depth = (typeof depths)[number];

/** The level of a check that nobody limits. */
export const deepest: Depth = 'order';

/** True if a check at a level predicts the resources of each environment. */
export const predicts = (depth: Depth): boolean => depths.indexOf(depth) >= depths.indexOf('snapshot');
