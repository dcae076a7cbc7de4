const secretKey =
  /(password|passwd|passphrase|pwd|secret|secretvalue|secrettext|connectionstring|accesskey|accountkey|sharedkey|storagekey|apikey|privatekey|token|sas|sasurl|sasuri|credentials?)$/;

/** True for a key that names a secret itself, such as `adminPassword`; `secretName` names where one is. */
export function namesSecret(key: string): boolean {
  return secretKey.test(key.toLowerCase().replace(/[^a-z]/g, ''));
}

/** True for a setting that some services take as text: `useCustomToken: 'false'` is no token. */
export const isSwitch = (text: string): boolean => /^(true|false)$/i.test(text);

/** Words that say that what follows them is a secret. */
const named = `(?:pass(?:word|wd|phrase|wort|key)?|pwd|(?<!public ?key ?)token|secret|(?:client|app)[_-]?secret|(?:account|access|shared[_-]?access|storage|api|private|function)[_-]?key|credentials?)`;
/** What can be in the place of a secret: a variable, a reference, a placeholder, a word that is no secret, a small number. */
const harmless = String.raw`["'\x60]?(?:[$%<{(\[@*…]|\.\.\.|(?:\d{1,3}|true|false|yes|no|null|none|nothing|empty|required|optional|enabled|disabled|unknown)(?![\w-]))`;

interface Row {
  readonly what: string;
  readonly pattern: RegExp;
  /** Where the form is described; `gitleaks:` names a rule of github.com/gitleaks/gitleaks, config/gitleaks.toml. */
  readonly source: string;
}

/** Every repetition is bounded or cannot give back what it took, so a text is looked through once: test/catalog/secrets.test.ts. */
export const secretForms: readonly Row[] = [
  {
    what: 'a private key',
    pattern: /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY|PuTTY-User-Key-File-\d/,
    source: 'gitleaks:private-key',
  },
  { what: 'a token', pattern: /\beyJ[\w-]{8,}\.[\w-]{8,}/, source: 'gitleaks:jwt' },
  {
    what: 'a bearer token',
    pattern: /\b(?:bearer|basic)\s{1,3}(?=[\w.~+/-]{0,200}\d)[\w.~+/-]{16,}/i,
    source: 'gitleaks:curl-auth-header',
  },
  {
    what: 'a user with a password',
    pattern:
      /(?:^|\s)(?:-u|-U|--user|--proxy-user)[\s=]{1,3}["']?(?!\d{1,6}:\d)[^\s:'"$%<{(]{1,100}:(?![\s$%<{(*])[^\s'"]/,
    source: 'gitleaks:curl-auth-user',
  },
  {
    what: 'a GitHub token',
    pattern: /\b(?:gh[pousr]_\w{20,}|github_pat_\w{20,})/,
    source: 'gitleaks:github-pat, github-fine-grained-pat, github-oauth, github-app-token',
  },
  {
    what: 'a GitLab token',
    pattern: /\bgl(?:pat|ptt|dt|rt|cbt|ft|soat|agent)-[\w-]{20,}/,
    source: 'gitleaks:gitlab-pat',
  },
  { what: 'an npm token', pattern: /\bnpm_[A-Za-z0-9]{36}\b/, source: 'gitleaks:npm-access-token' },
  { what: 'a Slack token', pattern: /\bxox[abeoprs]-[\w-]{10,}/, source: 'gitleaks:slack-bot-token, slack-user-token' },
  {
    what: 'a Slack webhook',
    pattern: /hooks\.slack\.com\/(?:services|workflows)\/[\w+/]{20,}/,
    source: 'gitleaks:slack-webhook-url',
  },
  {
    what: 'a Teams webhook',
    pattern: /\.webhook\.office\.com\/webhookb2\/[\w-]{8}/,
    source: 'gitleaks:microsoft-teams-webhook',
  },
  {
    what: 'an AWS access key',
    pattern: /\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}\b/,
    source: 'gitleaks:aws-access-token',
  },
  { what: 'a Google API key', pattern: /\bAIza[\w-]{35}/, source: 'gitleaks:gcp-api-key' },
  {
    what: 'a Stripe key',
    pattern: /\b(?:sk|rk)_(?:test|live|prod)_[A-Za-z0-9]{10,}/,
    source: 'gitleaks:stripe-access-token',
  },
  {
    what: 'an OpenAI key',
    pattern: /\bsk-(?:proj|svcacct|admin|ant-api\d\d)-[\w-]{20,}/,
    source: 'gitleaks:openai-api-key, anthropic-api-key',
  },
  { what: 'a client secret', pattern: /[\w~.-]{3}\dQ~[\w~.-]{31,34}/, source: 'gitleaks:azure-ad-client-secret' },
  // 52 characters of base 32 before 2024, 84 with AZDO as a signature since: Learn, Use personal access tokens.
  {
    what: 'an Azure DevOps token',
    pattern: /\b[A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4}\b|\b(?=[a-z]{0,51}[2-7])[a-z2-7]{52}\b/,
    source:
      'https://learn.microsoft.com/azure/devops/organizations/accounts/use-personal-access-tokens-to-authenticate',
  },
  // The key of a storage account is 64 random bytes, that of Service Bus, Event Hubs and Relay 32.
  {
    what: 'a storage key',
    pattern: /(?<!sha512-)(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{86}==/,
    source: 'https://learn.microsoft.com/azure/storage/common/storage-account-keys-manage',
  },
  {
    what: 'a 256-bit key',
    pattern:
      /(?<!sha256-)(?<![A-Za-z0-9+/])(?=[a-z+/A-Z]{0,42}\d)(?=[a-z+/0-9]{0,42}[A-Z])(?=[A-Z+/0-9]{0,42}[a-z])[A-Za-z0-9+/]{43}=(?!=)/,
    source: 'https://learn.microsoft.com/azure/service-bus-messaging/service-bus-sas',
  },
  {
    what: 'a shared access signature',
    pattern: /(?:^|[?&;\s])sig=[\w%+/=-]{8,}/i,
    source: 'https://learn.microsoft.com/rest/api/storageservices/create-service-sas',
  },
  {
    what: 'a function key',
    pattern: /[?&]code=[\w%+/=-]{20,}/i,
    source: 'https://learn.microsoft.com/azure/azure-functions/function-keys-how-to',
  },
  {
    what: 'an address with a password',
    pattern: /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@'"]{1,100}:(?![$%<{*])[^\s/@'"]{1,200}@/i,
    source: 'https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1',
  },
  {
    what: 'a password for ConvertTo-SecureString',
    pattern: /ConvertTo-SecureString\s{1,3}(?:-String\s{1,3})?(?!-)["']?[^\s"'$(%<{]/i,
    source: 'https://learn.microsoft.com/powershell/module/microsoft.powershell.security/convertto-securestring',
  },
  {
    what: 'a password of net user',
    pattern: /\bnet1?(?:\.exe)?\s{1,3}user\s{1,3}[^\s/]{1,64}\s{1,3}(?!["']?[/$%*<{])\S/i,
    source: 'https://learn.microsoft.com/windows-server/administration/windows-commands/net-user',
  },
  {
    what: 'a password of a program',
    pattern:
      /\b(?:sqlcmd|bcp|osql|plink|pscp|psexec(?:64)?|schtasks|certutil|signtool)(?:\.exe)?\s(?:[^\n|;&]{0,300}\s)?(?:-P|-p|-pw|\/rp|\/p)\s{0,3}(?![-/$%<{*"'])[^\s$%<{*]/,
    source: 'https://learn.microsoft.com/sql/tools/sqlcmd/sqlcmd-utility',
  },
  // `/p:Name=value` is a property of MSBuild.
  {
    what: 'a password',
    pattern: /(?:^|\s)[-/]p(?:w|wd)?:(?!\w{1,60}=)(?!["']?[$%<{*])[^\s]/i,
    source: 'https://learn.microsoft.com/windows-server/administration/windows-commands/cmdkey',
  },
  {
    what: 'a password',
    pattern: new RegExp(
      String.raw`(?:^|[\s"'])--?[a-z][a-z0-9-]{0,40}?${named}\s{1,3}(?!-)(?!${harmless})[^\s]|(?:^|[\s"'])--?${named}\s{1,3}(?!-)(?!${harmless})[^\s]`,
      'i',
    ),
    source: 'https://learn.microsoft.com/windows-server/administration/windows-commands/cmdkey',
  },
  {
    what: 'a password',
    pattern: new RegExp(
      String.raw`${named}["']?(?:\s{0,3}=\s{0,3}|:(?!\s)|:\s{1,3}(?=\S{0,60}\d))(?![=>\s:/])(?!${harmless})[^\s;&|]`,
      'i',
    ),
    source: 'gitleaks:generic-api-key',
  },
];

/** What kind of secret a text looks like; nothing for one that does not. */
export function looksSecret(text: string): string | undefined {
  return secretForms.find(({ pattern }) => pattern.test(text))?.what;
}
