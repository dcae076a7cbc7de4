import { privateDnsZones } from '../../azure/private-dns.ts';
import type { Composer } from '../../kernel/component.ts';
import type { Contribution } from '../../kernel/contribution.ts';
import type { View } from '../../kernel/view.ts';

/** A zone with the records of a service's private endpoints; some services need several. */
export interface ServiceZone {
  readonly service: string;
  /** The service, followed by a number from the second zone on. */
  readonly key: string;
  readonly index: number;
}

export function zonesOf(c: Composer): readonly ServiceZone[] {
  const services = [...new Set(c.collect('privateService').map((one) => one.item.service))].toSorted();
  return services.flatMap((service) =>
    (privateDnsZones(service, regionOf(c.views[0])) ?? ['']).map((_, index) => ({
      service,
      key: index === 0 ? service : `${service}${index + 1}`,
      index,
    })),
  );
}

export function nameIn({ service, index }: ServiceZone, view: View | undefined): string {
  return privateDnsZones(service, regionOf(view))?.[index] ?? '';
}

/** Each zone once: unconditional if any component needs it unconditionally, else once for each condition. */
export function zonesToMake(
  c: Composer,
  zones: readonly ServiceZone[],
): readonly Contribution<{ readonly key: string; readonly zone: string }>[] {
  const asked = c.collect('privateService');
  const [view] = c.views;
  const all = zones.flatMap((one) =>
    asked
      .filter(({ item }) => item.service === one.service)
      .map((by) => ({ ...by, item: { key: one.key, zone: nameIn(one, view) || one.key } })),
  );
  return [...new Set(all.map(({ item }) => item.zone))].flatMap((zone) => {
    const own = all.filter(({ item }) => item.zone === zone);
    const always = own.find(({ on }) => !on);
    return always ? [always] : [...new Map(own.toReversed().map((one) => [JSON.stringify(one.on), one])).values()];
  });
}

const regionOf = (view: View | undefined): string => view?.core.location.region ?? '';
