import { ownValue } from '../../bicep/own.ts';
import type { Terminal } from '../shared/terminal.ts';

/** Whether a person reads the notice, and did not turn it off: by our name, or by that which other tools share. */
export function isNoticeWanted({ env, live }: Terminal, json: boolean): boolean {
  const isSet = (name: string): boolean => !['', '0', 'false'].includes(ownValue(env, name) ?? '');
  return live && !json && !['CI', 'AVM_NO_UPDATE_NOTICE', 'NO_UPDATE_NOTIFIER'].some(isSet);
}
