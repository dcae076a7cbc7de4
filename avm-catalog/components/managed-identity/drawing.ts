import type { Draw } from '../../kernel/drawing.ts';

/** Nothing if no component needs an identity to sign in with. */
export const drawing: Draw = ({ names: { identityWorkload: name } }) =>
  name === undefined
    ? {}
    : { nodes: [{ id: 'identity', title: 'Managed identity', name, in: 'group', part: 'bound', icon: 'identity' }] };
