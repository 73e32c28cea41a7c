import type { AlarmFacts } from '../../src/runtime/speak/alarm-screens.ts';
import type { FirstScreens } from './gate.ts';
import { NO_DANGER } from './outline.ts';
import { callsOf } from './screens/parts.ts';

/** What an alarm from this screen says, and which calls stay above it. */
export function alarmFacts(form: FirstScreens): AlarmFacts {
  const { danger, someoneElse } = form.state.answers;
  const { urgentPhone, urgentPhoneSecond } = form.ports.profile;
  const calls = callsOf(form, form.safety?.calls ?? ['urgent']);
  const { t } = form.host.texts;
  return {
    calls: [
      ...calls,
      ...(calls.some(({ tel }) => tel === urgentPhone.tel)
        ? [{ ...urgentPhoneSecond, words: t('danger:call.urgent.second') }]
        : []),
    ],
    ...(danger && danger !== NO_DANGER ? { danger } : {}),
    someoneElse,
    ...form.told?.(),
  };
}
