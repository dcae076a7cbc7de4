/** Becomes part of names in Azure and of symbols in Bicep. */
export const componentName = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
