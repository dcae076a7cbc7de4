/** Becomes part of names in Azure and of symbols in Bicep. */
export const componentName = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** The comment above named components, if they are a section of avm.yaml. */
export const componentsTitle = '# Additional components by name: the type, and settings that differ from its defaults';
/** The name of a resource as that of a component. */
export function proposedName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 20)
    .replace(/-+$/, '');
}
