import type { Draw } from '../../kernel/drawing.ts';

/** Nothing, where nobody asked for one to sign in as. */
export const drawing: Draw = ({ names: { identityWorkload: name } }) =>
  name === undefined
    ? {}
    : {
        nodes: [{ id: 'identity', title: 'Managed identity', name, in: 'group', part: 'bound', icon: 'identity' }],
        edges: [{ from: ['machine'], to: ['identity'], label: 'signs in as', flow: 'control' }],
      };
