import type { View } from '../../kernel/view.ts';
import { targetsInputs } from './inputs.ts';

export function hours(count: number): string {
  return `${count} ${count === 1 ? 'hour' : 'hours'}`;
}

/** `99.9%` */
export function availability(view: View): string {
  return `${targetsInputs.of(view).availability}%`;
}

/** `8 hours` */
export function recoveryTime(view: View): string {
  return hours(targetsInputs.of(view).rtoHours);
}
