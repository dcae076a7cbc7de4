/** What of the preview of a deployment a person must look at, most dangerous first. */
export const changeEffects = ['delete', 'replace', 'detach', 'role-assignment', 'public-access'] as const;
export type ChangeEffect = (typeof changeEffects)[number];
