import manifest from '../../package.json' with { type: 'json' };

/** The tool that writes a workspace: the same settings give the same bytes in one version of it, which the README names. */
export const tool: { readonly name: string; readonly version: string } = {
  name: manifest.name,
  version: manifest.version,
};
export const { version } = tool;
