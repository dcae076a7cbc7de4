/**
 * Source: azure-docs azure-resource-manager/troubleshooting/error-reserved-resource-name.md (ReservedResourceName).
 * Microsoft says that it concerns resources "with an accessible endpoint", and lists no types. Resource Manager checks
 * more: a VM named MyWindowsVM was refused (azure-quickstart-templates#2894), and children of resources are (Azure/acr#280,
 * azure-docs#122991). So the check covers names of all types.
 */
const whole = [
  'access',
  'app_code',
  'app_themes',
  'app_data',
  'app_globalresources',
  'app_localresources',
  'app_webreferences',
  'app_browsers',
  'azure',
  'bing',
  'bizspark',
  'biztalk',
  'cortana',
  'directx',
  'dotnet',
  'dynamics',
  'excel',
  'exchange',
  'forefront',
  'groove',
  'hololens',
  'hyperv',
  'kinect',
  'lync',
  'msdn',
  'o365',
  'office',
  'office365',
  'onedrive',
  'onenote',
  'outlook',
  'powerpoint',
  'sharepoint',
  'skype',
  'visio',
  'visualstudio',
  'web.config',
  'xbox',
];
const anywhere = ['microsoft', 'windows'];
const first = ['login'];

interface ReservedWord {
  readonly word: string;
  readonly how: 'whole' | 'anywhere' | 'first';
}

/** The word for which Azure refuses a name; case does not count. */
export function reservedWord(name: string): ReservedWord | undefined {
  const lower = name.toLowerCase();
  const found = (word: string | undefined, how: ReservedWord['how']): ReservedWord | undefined =>
    word === undefined ? undefined : { word, how };
  return (
    found(
      whole.find((word) => lower === word),
      'whole',
    ) ??
    found(
      anywhere.find((word) => lower.includes(word)),
      'anywhere',
    ) ??
    found(
      first.find((word) => lower.startsWith(word)),
      'first',
    )
  );
}
