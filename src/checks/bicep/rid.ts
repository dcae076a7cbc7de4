import { compilerError } from './error.ts';

export interface HostBuild {
  readonly platform: NodeJS.Platform;
  /** As `process.arch`. */
  readonly arch: string;
  /** True where the C library is musl, as on Alpine. */
  readonly musl: boolean;
}

const systems: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'linux',
  darwin: 'osx',
  win32: 'win',
};
const published = new Set([
  'linux-x64',
  'linux-arm64',
  'linux-musl-x64',
  'osx-x64',
  'osx-arm64',
  'win-x64',
  'win-arm64',
]);

export function thisBuild(): HostBuild {
  const { platform, arch } = process;
  return { platform, arch, musl: platform === 'linux' && !hasGlibc() };
}

/** The .NET runtime identifier of a computer; throws `CompilerError` where no compiler is published for it. */
export function runtimeIdentifier({ platform, arch, musl }: HostBuild): string {
  const system = systems[platform] ?? platform;
  const rid = `${system}${musl ? '-musl' : ''}-${arch}`;
  if (published.has(rid)) return rid;
  throw compilerError('compiler/no-build', { rid, published: [...published] });
}

function hasGlibc(): boolean {
  const report = process.report.getReport() as { header?: { glibcVersionRuntime?: string } };
  return report.header?.glibcVersionRuntime !== undefined;
}
