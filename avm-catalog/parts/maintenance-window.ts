interface Window {
  /** `2026-01-04 22:00` */
  readonly start: string;
  /** `03:00` */
  readonly duration: string;
  readonly timeZone: string;
  readonly recurEvery: string;
}

/** `on Sundays from 22:00 (UTC) for up to 3 hours` */
export function windowInWords({ start, duration, timeZone, recurEvery }: Window): string {
  return `${daysInWords(recurEvery)} from ${start.slice(11)} (${timeZone}) for up to ${durationInWords(duration)}`;
}

/** How often the window returns: `Week Sunday` is `on Sundays`; what is not known to it stays as it was said. */
export function daysInWords(recurEvery: string): string {
  const [, count = '', unit = '', rest = ''] = /^(\d{0,2})(Day|Week|Month)s? ?(.*)$/.exec(recurEvery) ?? [];
  const every = `every ${Number(count) > 1 ? `${Number(count)} ${unit.toLowerCase()}s` : unit.toLowerCase()}`;
  if (unit !== '' && rest === '') return every;
  if (unit === 'Week') {
    const days = rest.split(',').map((day) => `${day}s`);
    const listed = days.length < 2 ? days.join('') : `${days.slice(0, -1).join(', ')} and ${days.at(-1)}`;
    return `on ${listed}${Number(count) > 1 ? ` ${every}` : ''}`;
  }
  const [, which, day] = /^(First|Second|Third|Fourth|Last) ([A-Z][a-z]+day)$/.exec(rest) ?? [];
  return which && day
    ? `on the ${which.toLowerCase()} ${day} ${Number(count) > 1 ? every : `of ${every}`}`
    : `every ${recurEvery}`;
}

function durationInWords(duration: string): string {
  const [hours = 0, minutes = 0] = duration.split(':').map(Number);
  return `${hours} ${hours === 1 ? 'hour' : 'hours'}${minutes === 0 ? '' : ` and ${minutes} minutes`}`;
}
