import { compilerError } from './error.ts';
import { pinnedVersion } from './version.ts';

/** What is known of the compiler for one platform, so that nothing else is ever started. */
export interface Digest {
  /** SHA-512 of the package, in Base64 as NuGet has it in `<package>.nupkg.sha512`. */
  readonly package: string;
  /** SHA-256 of `tools/bicep` in it, in hexadecimal digits. */
  readonly program: string;
}

/**
 * Of `Azure.Bicep.CommandLine.<platform>` in the pinned version, taken on 2026-11-27 from a restore that
 * verified the signatures of author and repository. The packages of other platforms could not be had there; what is
 * missing here is refused, and a newer pin needs new digests.
 */
const digests: ReadonlyMap<string, Digest> = new Map([
  [
    'linux-x64',
    {
      package: 'kBnX0iG9wd/PWdCTwFfUvm6Jemn+5L7sY7b7HQi5k+LLwdFmrbw4y5RTLFxewCFMdBqUThiOILMa7sgzklPEAQ==',
      program: '0ab9de90c2493f206f8281bae74f9ee2d5ed3605548dab1adf41fef185e1f7c5',
    },
  ],
]);

export function packageName(rid: string): string {
  return `Azure.Bicep.CommandLine.${rid}`;
}

export const isKnown = (rid: string): boolean => digests.has(rid);

/** Throws `CompilerError` where no digest is known. */
export function digestOf(rid: string, known: ReadonlyMap<string, Digest> = digests): Digest {
  const found = known.get(rid);
  if (found) return found;
  throw compilerError('compiler/no-digest', { rid, pinned: pinnedVersion, known: [...known.keys()] });
}
