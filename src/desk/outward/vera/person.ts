import type { OutwardReport } from '../outward-report.ts';
import * as codes from './codes.ts';

/**
 * Who reported it. She gave one name, in one field: VERA's parts of a name would be guesses, so it
 * stands whole where VERA wants the name by which somebody is addressed.
 *
 * @param contactDetails whether the receiver takes `contactgegevens`
 */
export function personOf(report: OutwardReport, contactDetails: boolean) {
  const { name, someoneElse } = report.contact;
  const roles = someoneElse
    ? [codes.RELATIEROLSOORT.reporter, codes.RELATIEROLSOORT.contact]
    : [codes.RELATIEROLSOORT.reporter, codes.RELATIEROLSOORT.resident];
  const details = contactDetails ? contactDetailsOf(report) : [];
  return {
    soort: codes.RELATIESOORT.person,
    ...(name ? { achternaam: name, aanschrijfnaam: name } : {}),
    rollen: roles.map((soort) => ({ soort })),
    ...(details.length ? { contactgegevens: details } : {}),
  };
}

/**
 * How she is reached and who opens the door, in words: the field that every receiver takes. VERA's
 * `oneOf` for contactgegevens refuses every phone number and e-mail address, since a Telefoonnummer is
 * also a Contactgegeven-basis.
 */
export function reachWords({ contact, where }: OutwardReport): string {
  const { reach, phone, email, letter, door } = contact;
  const doorWords = [door?.name, door?.phone].filter(Boolean).join(', ');
  const sentences = [
    reach === 'phone' && phone ? `Bel ${phone}.` : '',
    reach === 'email' && email ? `Mail naar ${email}.` : '',
    letter ? `Stuur ${reach === 'letter' ? '' : 'ook '}een brief naar ${where.line}.` : '',
    doorWords ? `Aan de deur: ${doorWords}.` : '',
  ];
  return sentences.filter(Boolean).join(' ');
}

function contactDetailsOf({ contact, answers }: OutwardReport) {
  const { phone, phoneE164, email } = contact;
  const part =
    answers.when === 'morning' || answers.when === 'afternoon'
      ? { dagdelen: [codes.DAGDEEL[answers.when]] }
      : {};
  const number = phoneE164 ?? phone;
  const kind = /^\+316/.test(number ?? '')
    ? codes.CONTACTGEGEVENSOORT.mobile
    : codes.CONTACTGEGEVENSOORT.phone;
  return [
    ...(number ? [{ soort: kind, waarde: number, ...part }] : []),
    ...(email ? [{ soort: codes.CONTACTGEGEVENSOORT.email, waarde: email }] : []),
  ];
}
