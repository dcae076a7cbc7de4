/** What a workspace has to know of a private mirror of the module registry. */
interface MirrorFacts {
  readonly registry: string;
  readonly path: string;
  /** As BICEP_TRUSTED_REGISTRIES has it: without its port. */
  readonly host: string;
  /** The compiler trusts it by itself. */
  readonly trusted: boolean;
  /** Reached over plain HTTP, which the compiler does for this machine alone, and only with `ociEnabled`. */
  readonly plain: boolean;
}

const trustedByItself = /(\.azurecr\.(io|cn|us)|^mcr\.microsoft\.com|^mcr\.azure\.cn|^ghcr\.io)$/;

export function mirrorFacts(mirror: { readonly registry: string; readonly path: string }): MirrorFacts {
  const host = mirror.registry.replace(/:\d+$/, '').toLowerCase();
  return {
    ...mirror,
    host,
    trusted: trustedByItself.test(host),
    plain: host === 'localhost' || host.startsWith('127.'),
  };
}
