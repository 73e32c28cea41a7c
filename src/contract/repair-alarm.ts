import type { Alarm } from './alarm.ts';
import type { RepairAnswers } from './repair-request.ts';
import { addressLine } from './summary.ts';

/** What an alarm need not ask again: what she filled in before it. */
export function alarmFrom({ problem, phone, address }: RepairAnswers): Partial<Alarm> {
  const where = addressLine(address ?? {}).trim();
  return {
    ...(problem ? { problem } : {}),
    ...(phone ? { phone } : {}),
    ...(where ? { where } : {}),
  };
}
