interface Cloud {
  readonly name: string;
  /** Why it isn't supported, as the end of a sentence. */
  readonly why: string;
}

const own = 'has separate endpoints, services, and module versions, which the catalog has no facts about';

/** Sources: Learn, azure-government/compare-azure-government-global-azure; docs.azure.cn; Azure Germany closed on 2021-10-29. */
const clouds: readonly (readonly [RegExp, Cloud])[] = [
  [/^us(gov|dod)/, { name: 'Azure Government', why: own }],
  [/^us(sec|nat)/, { name: 'Azure Government Secret or Top Secret', why: own }],
  [/^china/, { name: 'Azure operated by 21Vianet in China', why: own }],
  [/^germany(central|northeast)$/, { name: 'Azure Germany', why: 'closed on 2021-10-29' }],
];

/** The cloud apart from the public one that a region belongs to, by its name in any spelling. */
export function sovereignCloud(region: string): Cloud | undefined {
  const name = region.toLowerCase().replaceAll(/\s/g, '');
  return clouds.find(([pattern]) => pattern.test(name))?.[1];
}
