export const problem =
  'Applications and people need a shared store for data and its secrets. The data has to be reachable only from a private network, each request has to be recorded, and an accidental deletion has to be reversible.';

export const constraints: readonly string[] = [
  'Direct internet access to the data isn’t allowed: a client needs a connection to the virtual network.',
  'Clients authenticate with Microsoft Entra ID. A client that supports only shared keys can’t use the data.',
];
