/** Minutes of a day. */
export const aDay = 24 * 60;

/** Minutes after midnight, or of a duration, from `HH:MM`. */
export function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}

/** `HH:MM` from minutes after midnight. */
export function clockOf(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((one) => String(one).padStart(2, '0')).join(':');
}

/** Minutes from one time of day until the next occurrence of another one. */
export function minutesUntil(from: string, until: string): number {
  return (minutesOf(until) - minutesOf(from) + aDay) % aDay;
}
