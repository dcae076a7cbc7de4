/**
 * What main.bicep can use of Bicep itself: functions, decorators, types, and values. A declaration of the same name
 * hides it in the whole file. Words that it never uses are left to people, who call components `batch` or `filter`.
 */
const words =
  'allowed any array base64 bool concat description empty environment false first flatten int json last length loadTextContent map ' +
  'maxLength maxValue minLength minValue null object resourceGroup resourceId secure split startsWith string subscription ' +
  'take toLower toUpper true union uniqueString';

export const bicepWords: ReadonlySet<string> = new Set(words.split(' '));
