/**
 * Name of the encryption key by tier of the vault. The two differ because a deployment never changes a key that
 * exists: under one name, a vault that is raised to premium would go on with the key that software holds.
 */
export const encryptionKeys = { standard: 'key-encryption', premium: 'key-encryption-hsm' } as const;
