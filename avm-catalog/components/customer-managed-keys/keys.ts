/**
 * Name of the encryption key by tier of the vault. The names differ because a deployment never changes an existing key.
 * With one name, a vault that moves to premium would keep its software-protected key.
 */
export const encryptionKeys = { standard: 'key-encryption', premium: 'key-encryption-hsm' } as const;
