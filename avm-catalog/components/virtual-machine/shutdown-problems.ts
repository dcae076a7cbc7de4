import { minutesOf, minutesUntil } from '../../kernel/clock.ts';
import { problem, type AnswerProblem } from '../../kernel/problem.ts';
import type { View } from '../../kernel/view.ts';
import { maintenanceInputs } from '../maintenance/inputs.ts';
import { isShutDown, virtualMachineInputs } from './inputs.ts';

/** Somebody starts the VM in the morning at the earliest. */
const night = 12 * 60;

/** Updates aren't installed on a VM that is off. If the time zones differ, the two aren't compared. */
export function shutdownProblems(view: View): readonly AnswerProblem[] {
  const { autoShutdown } = virtualMachineInputs.of(view);
  const { enabled, start, duration, timeZone: zone } = maintenanceInputs.of(view);
  if (!isShutDown({ autoShutdown }) || !enabled || autoShutdown.timeZone !== zone) return [];
  const [time, opens] = [autoShutdown.time, start.slice(11)];
  const isOff = minutesUntil(time, opens) < night || minutesUntil(opens, time) < minutesOf(duration);
  if (!isOff) return [];
  return [problem('shutdown-in-window', 'virtualMachine.autoShutdown.time', { time, start: opens, zone }, 'warning')];
}
