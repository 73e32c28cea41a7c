import type { UploadKind } from '../../../contract/upload.ts';
import type { VeraCode } from '../../../contract/triage/vera.ts';

/**
 * Codes of the message itself; those of the defect are in `contract/triage/vera.ts`. From the reference
 * data of github.com/Aedes-datastandaarden/vera-referentiedata at 92ae24c (2026-06-26, CC0); a test
 * holds each against its list.
 */
export const ONDERHOUDSOORT = { repair: { code: 'REP', naam: 'Reparatie' } } as const;
export const ONDERHOUDSVERZOEKSTATUS = {
  registered: { code: 'REG', naam: 'Geregistreerd' },
} as const;
export const DEFECTSTATUS = { reported: { code: 'MEL', naam: 'Gemeld' } } as const;
export const RELATIESOORT = { person: { code: 'NAT', naam: 'Natuurlijke persoon' } } as const;
/** We ask who lives there, not who signed the lease: so "bewoner", never "huurder". */
export const RELATIEROLSOORT = {
  reporter: { code: 'MEL', naam: 'Melder' },
  resident: { code: 'BEW', naam: 'Bewoner' },
  contact: { code: 'CPE', naam: 'Contactpersoon' },
} as const;
export const COMMUNICATIEKANAAL = {
  internet: { code: 'INT', naam: 'Internet / klantportaal' },
} as const;
export const COMMUNICATIERICHTING = { incoming: { code: 'INK', naam: 'Inkomend' } } as const;
export const CONTACTGEGEVENSOORT = {
  mobile: { code: 'MOB', naam: 'Mobiele telefoon' },
  phone: { code: 'TEL', naam: 'Telefoon' },
  email: { code: 'EMA', naam: 'E-mail' },
} as const;
export const DAGDEEL = {
  morning: { code: 'OCH', naam: 'Ochtend' },
  afternoon: { code: 'MID', naam: 'Middag' },
} as const;
/**
 * There is none for sound. A spoken message is a note of the tenant: VID would bring up a player without
 * a picture, and DOC a reader without a page. `formaat` says what it is.
 */
export const INFORMATIEOBJECTSOORT: Readonly<Record<UploadKind, VeraCode>> = {
  photo: { code: 'FOT', naam: 'Foto' },
  voice: { code: 'NOT', naam: 'Notitie' },
};
