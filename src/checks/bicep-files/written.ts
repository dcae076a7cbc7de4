import type { Finding, FindingOf } from '../../findings/finding.ts';

type Quoted = FindingOf<`bicep/${string}`>;
export const isQuoted = (finding: Finding): finding is Quoted => finding.code.startsWith('bicep/');

/** The compiler's own codes are numbers, those of its linter are words. */
export const isOfLinter = ({ code }: Finding): boolean => !/^bicep\/BCP\d+$/.test(code);

/** What the compiler says of files that a person writes is theirs to fix. */
export function ofPerson(findings: readonly Finding[], files: Iterable<string>): readonly Finding[] {
  const own = new Set(files);
  return findings.map((finding) => {
    const { file } = finding.where;
    if (!isQuoted(finding) || file === undefined || !own.has(file)) return finding;
    const lints = isOfLinter(finding) ? { lints: 'yes' } : {};
    return { ...finding, args: { ...finding.args, written: file, ...lints } };
  });
}
