const secretKey =
  /(password|passwd|passphrase|pwd|secret|secretvalue|secrettext|connectionstring|accesskey|accountkey|sharedkey|storagekey|apikey|privatekey|token|sas|sasurl|sasuri|credentials?)$/;

/** True for a key that names a secret itself, such as `adminPassword`; `secretName` names where one is. */
export function namesSecret(key: string): boolean {
  return secretKey.test(key.toLowerCase().replace(/[^a-z]/g, ''));
}

const looks: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a private key', /-----BEGIN [A-Z ]*PRIVATE KEY/],
  ['an account key', /\b(Account|SharedAccess|Access)Key\s*=\s*[^\s;]/i],
  ['a shared access signature', /(^|[?&;\s])sig=[\w%+/=-]{8,}/i],
  ['a password', /\b(password|passwd|pwd|client_?secret)\s*=\s*[^\s;]/i],
  ['a token', /\beyJ[\w-]{8,}\.[\w-]{8,}/],
  ['a GitHub token', /\b(gh[pousr]_\w{20,}|github_pat_\w{20,})/],
  ['a client secret', /[\w~.-]{3}\dQ~[\w~.-]{31,34}/],
  ['a storage key', /(^|[^A-Za-z0-9+/])[A-Za-z0-9+/]{86}==/],
];

/** What kind of secret a text looks like; nothing for one that does not. */
export function looksSecret(text: string): string | undefined {
  return looks.find(([, pattern]) => pattern.test(text))?.[0];
}
