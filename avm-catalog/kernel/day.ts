/** Days that a month has; February has 29, whatever the year. */
export const dayPattern =
  /^\d{4}-((0[13578]|1[02])-(0[1-9]|[12]\d|3[01])|(0[469]|11)-(0[1-9]|[12]\d|30)|02-(0[1-9]|[12]\d))$/;

const shape = /^(\d{4})-(\d\d)-(\d\d)$/;

/** Unlike the pattern this knows which years have a 29th of February. */
export function isDay(text: string): boolean {
  return dayPattern.test(text) && (!text.endsWith('-02-29') || daysBetween(text, `${text.slice(0, 5)}03-01`) === 1);
}

/** Days from one day to another; negative where the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** The day that many days after another; the inverse of `daysBetween`. */
export function dayAfter(day: string, days: number): string {
  const number = dayNumber(day) + days - dayNumber('0000-03-01');
  const era = Math.floor(number / daysOfEra);
  const ofEra = number - era * daysOfEra;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / (daysOfEra - 1))) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * ofYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month < 3 ? 1 : 0);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(ofYear - Math.floor((153 * shifted + 2) / 5) + 1)}`;
}

/** Days of 400 years, after which the calendar repeats. */
const daysOfEra = 146_097;

/** The last day of the month for a day that the month does not have; nothing where that is not the fault. */
export function nearestDay(text: string): string | undefined {
  const [, year = '', month = '', day = ''] = shape.exec(text) ?? [];
  if (isDay(text) || Number(day) < 28) return undefined;
  return ['31', '30', '29', '28'].map((last) => `${year}-${month}-${last}`).find(isDay);
}

/** Days since a day long ago; years begin in March here, so that the leap day is the last of one. */
function dayNumber(day: string): number {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const shifted = month > 2 ? year : year - 1;
  const leaps = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  return shifted * 365 + leaps + Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date;
}
