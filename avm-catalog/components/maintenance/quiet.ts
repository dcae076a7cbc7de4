import { arrayOf, bool, int, literals, object, string, type BicepType } from '../../../src/bicep/type.ts';
import { isExpression, spread, type Value } from '../../../src/bicep/value.ts';
import type { Composer, Data } from '../../kernel/component.ts';
import type { View } from '../../kernel/view.ts';
import { asCondition } from '../../kernel/patterns.ts';
import { quietTimes, weekdays, type QuietTimes } from '../../kernel/alerts/quiet-time.ts';
import { alertsInputs } from '../alerts/inputs.ts';
import { maintenanceInputs } from './inputs.ts';

const of = (view: View): QuietTimes | undefined => quietTimes(maintenanceInputs.of(view));
const answers = ['maintenance.start', 'maintenance.duration', 'maintenance.recurEvery'];

/** Contributes the schedule of the maintenance window to alerts. */
export function quietTime(c: Composer): void {
  const on = c.choose({
    name: 'muteAlertsDuringMaintenance',
    decides: true,
    type: bool,
    description: 'Suppress notifications about restarts during the maintenance window',
    value: (view) => alertsInputs.of(view).muteMaintenance && of(view) !== undefined,
    answers: ['alerts.muteMaintenance', ...answers],
  });
  if (on === false) return;
  const schedule = {
    effectiveFrom: c.choose({
      name: 'quietFrom',
      type: string,
      description: 'Start of the suppression of notifications',
      value: (view) => `${maintenanceInputs.of(view).start.replace(' ', 'T')}:00`,
      answers: ['maintenance.start'],
    }),
    timeZone: c.choose({
      name: 'maintenanceTimeZone',
      type: string,
      description: 'Windows time zone of the maintenance window',
      value: (view) => maintenanceInputs.of(view).timeZone,
      answers: ['maintenance.timeZone'],
    }),
    recurrences: recurrences(c),
  };
  c.contribute('quietTime', { schedule }, { on: asCondition(on) });
}

/** Two parameters if environments differ, because a Bicep type has recurrences of one kind. */
function recurrences(c: Composer): Value[] {
  const list = (key: keyof QuietTimes, day: BicepType, days: string): readonly Value[] => {
    const type = literals(key === 'weekly' ? 'Weekly' : 'Monthly');
    const value = c.choose({
      name: `quietTimes${type.kind === 'literals' ? type.of.join('') : ''}`,
      type: arrayOf(object({ recurrenceType: type, [days]: arrayOf(day), startTime: string, endTime: string })),
      description: `${key === 'weekly' ? 'Weekly' : 'Monthly'} times when notifications about restarts are suppressed`,
      value: (view) => (of(view)?.[key] ?? []) as unknown as Data,
      answers,
    });
    return isExpression(value) ? [spread(value)] : (value as readonly Value[]);
  };
  return [...list('weekly', literals(...weekdays), 'daysOfWeek'), ...list('monthly', int, 'daysOfMonth')];
}
