import { addressLine } from '../../src/contract/summary.ts';
import type { AlarmFacts } from '../../src/runtime/speak/alarm-screens.ts';
import type { RepairState } from './model.ts';

/** What an alarm need not ask again. After sending, the desk has it under the key of the report. */
export function toldBy({ answers, phase, sendKey }: RepairState): Partial<AlarmFacts> {
  if (phase === 'sent') return { report: sendKey, phoneAtDesk: answers.reach === 'phone' };
  const { problem, phone, address } = answers;
  return {
    problem,
    phone: phone || undefined,
    where: addressLine(address ?? {}).trim() || undefined,
  };
}
