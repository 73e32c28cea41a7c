import type { OutwardReport } from '../outward-report.ts';
import { DAGDEEL } from './codes.ts';
import { splitAddition } from './house-number.ts';

interface Attribute {
  naam: string;
  waarde: string;
}

/** What an Onderhoudsverzoek has no field for; each as `keukentafel.<name>`, only when there is one. */
export function extraAttributes(report: OutwardReport): Attribute[] {
  const { where, contact, answers, urgency, vera } = report;
  const { postcode, number, street, city } = where;
  const attributes: Readonly<Record<string, string | undefined>> = {
    urgentie: urgency.level,
    urgentieReden: urgency.because.join('; '),
    taal: report.language,
    // By the names that VERA has for an address; an Onderhoudsverzoek itself has none, only a home by
    // a number that tenants do not know.
    postcode,
    huisnummer: number,
    ...splitAddition(where.addition),
    straatnaam: street,
    plaats: city,
    telefoonnummer: contact.phoneE164 ?? contact.phone,
    email: contact.email,
    bereikVia: contact.reach,
    brief: contact.letter ? 'ja' : undefined,
    doorIemandAnders: contact.someoneElse ? 'ja' : undefined,
    deurNaam: contact.door?.name,
    deurTelefoonnummer: contact.door?.phoneE164 ?? contact.door?.phone,
    wanneer: answers.when,
    dagdeel:
      answers.when === 'morning' || answers.when === 'afternoon'
        ? DAGDEEL[answers.when].code
        : undefined,
    nodig: answers.needs?.join(','),
    bouwkundigElement: vera.element?.code,
    specialisme: vera.specialism?.code,
    keuze: [answers.room, answers.item, answers.problem].filter(Boolean).join('/'),
    triageversie: report.triageVersion,
    fotosOntbreken: report.missing ? String(report.missing) : undefined,
    bewaarTot: report.eraseAt.report,
    console: report.console,
  };
  return Object.entries(attributes).flatMap(([name, waarde]) =>
    waarde ? [{ naam: `keukentafel.${name}`, waarde }] : [],
  );
}
