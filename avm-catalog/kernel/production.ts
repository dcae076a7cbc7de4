/** Names that environments for production have, with what may follow: prod, prodeu, live2. */
const names = /^(prod|prd|live)/;

/** Whether the name of an environment says that it is for production. */
export function isProduction(environment: string): boolean {
  return names.test(environment);
}
