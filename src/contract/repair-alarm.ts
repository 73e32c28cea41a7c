import type { Alarm } from './alarm.ts';
import type { RepairAnswers } from './repair-request.ts';
import { addressLine } from './summary.ts';

/** What an alarm need not ask again: what she filled in before it. */
export function alarmFrom({ problem, details, phone, address }: RepairAnswers): Partial<Alarm> {
  const where = addressLine(address ?? {}).trim();
  const because = Object.keys(details ?? {}).filter((id) => details?.[id] === 'yes');
  return {
    ...(problem ? { problem } : {}),
    ...(because.length ? { because } : {}),
    ...(phone ? { phone } : {}),
    ...(where ? { where } : {}),
  };
}
