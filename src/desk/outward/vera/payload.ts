import type { SettingsOf } from '../../../contract/outward.ts';
import type { Outgoing } from '../port.ts';
import { inOneLine } from '../rows.ts';
import * as codes from './codes.ts';
import { extraAttributes } from './extra-attributes.ts';
import { personOf, reachWords } from './person.ts';
import { blockOf, utc } from './times.ts';

/**
 * The body of POST /onderhoudsverzoeken: a VERA 4.3 Onderhoudsverzoekbericht
 * (github.com/Aedes-datastandaarden/vera-openapi at 8602e9b, OHD). What VERA has no field for, urgency
 * and address among it, is in `extra-attributen`; for a receiver that reads none of those every answer
 * also stands in words in the contactmoment. See docs/decisions/0007.
 */
export function veraPayload(
  { report, attachments }: Pick<Outgoing, 'report' | 'attachments'>,
  { contactDetails }: Pick<SettingsOf<'vera'>, 'contactDetails'>,
) {
  const received = utc(report.receivedAt);
  const { answers, vera, reference } = report;
  const door = reachWords(report);
  return {
    idExtern: reference,
    idOrganisatie: report.association,
    omschrijving: report.what,
    onderhoudSoort: codes.ONDERHOUDSOORT.repair,
    status: codes.ONDERHOUDSVERZOEKSTATUS.registered,
    melddatum: received,
    ...(door ? { alternatiefContactgegeven: door } : {}),
    relaties: [personOf(report, contactDetails)],
    defecten: [
      {
        idExtern: `${reference}-1`,
        soort: vera.defect,
        locatie: vera.location,
        ...(vera.cause ? { oorzaak: vera.cause } : {}),
        omschrijving: answers.story?.trim() || report.what,
        status: codes.DEFECTSTATUS.reported,
        melddatum: received,
      },
    ],
    ...(answers.days?.length
      ? {
          voorkeurAfspraken: answers.days.map((day) => ({
            onderwerp: report.what,
            ...blockOf(day),
          })),
        }
      : {}),
    contactmomenten: [
      {
        idExtern: `${reference}-contact`,
        onderwerp: report.what,
        omschrijving: report.rows.map(inOneLine).join('\n'),
        datum: received,
        kanaal: codes.COMMUNICATIEKANAAL.internet,
        richting: codes.COMMUNICATIERICHTING.incoming,
      },
    ],
    ...(attachments.length
      ? {
          informatieobjecten: attachments.map((each) => ({
            idExtern: `${reference}-${each.name}`,
            soort: codes.INFORMATIEOBJECTSOORT[each.kind],
            titel: each.name,
            bestandsnaam: each.name,
            bestandsgrootte: each.content.length,
            bestand: each.content.toString('base64'),
            formaat: { code: each.name.split('.').pop() ?? '', naam: each.type },
            ontvangstdatum: received,
            archiefActiedatum: utc(each.eraseAt),
          })),
        }
      : {}),
    'extra-attributen': extraAttributes(report),
  };
}
