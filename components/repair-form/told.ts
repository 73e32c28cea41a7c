import { alarmFrom } from '../../src/contract/repair-alarm.ts';
import type { AlarmFacts } from '../../src/runtime/speak/alarm-screens.ts';
import type { RepairState } from './model.ts';

/** What an alarm need not ask again. After sending, the desk has it under the key of the report. */
export const toldBy = ({ answers, phase, sendKey }: RepairState): Partial<AlarmFacts> =>
  phase === 'sent'
    ? { report: sendKey, phoneAtDesk: answers.reach === 'phone' }
    : alarmFrom(answers);
