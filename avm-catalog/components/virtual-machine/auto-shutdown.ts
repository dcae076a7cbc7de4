import { bool, object, string } from '../../../src/bicep/type.ts';
import { isExpression, operator, type Value } from '../../../src/bicep/value.ts';
import type { Composer } from '../../kernel/component.ts';
import { choice, fieldOf } from '../../kernel/patterns.ts';
import { isShutDown, virtualMachineInputs } from './inputs.ts';

type Field = (key: 'enabled' | 'time' | 'timeZone' | 'emails') => Value;

/** Its settings, or a parameter if environments differ; undefined where no VM is shut down. */
function settingsOf(c: Composer): Field | undefined {
  if (!c.views.some((view) => isShutDown(virtualMachineInputs.of(view)))) return undefined;
  const given = c.choose({
    name: 'autoShutdown',
    decides: true,
    type: object({ enabled: bool, time: string, timeZone: string, emails: string }),
    description:
      'Daily shutdown of the virtual machine: time as HHMM, Windows time zone, and email addresses separated by semicolons',
    value: (view) => {
      const { enabled, time, timeZone, emails } = virtualMachineInputs.of(view).autoShutdown;
      return { enabled, time: time.replace(':', ''), timeZone, emails: emails.join(';') };
    },
    answers: ['virtualMachine.autoShutdown'],
    ids: ['CST-005'],
  });
  return (key) => fieldOf(given, key);
}

/** Whether the VM is shut down every day: true, false, or a parameter. */
export function shutDownDaily(c: Composer): Value {
  return settingsOf(c)?.('enabled') ?? false;
}

/** An empty object is the module's value for no schedule. */
export function autoShutdown(c: Composer): Value | undefined {
  const is = settingsOf(c);
  return is && c.because(['CST-005'], choice(is('enabled'), schedule(is), {}));
}

function schedule(is: Field): Value {
  const emails = is('emails');
  const daily = { status: 'Enabled', dailyRecurrenceTime: is('time'), timeZone: is('timeZone') };
  if (emails === '') return daily;
  // The module enables notifications wherever the key is there, even without a receiver.
  const notified = {
    ...daily,
    notificationSettings: { status: 'Enabled', emailRecipient: emails, timeInMinutes: 30 },
  };
  return isExpression(emails) ? choice(operator('!=', emails, ''), notified, daily) : notified;
}
