import * as v from 'valibot';
import { RepairAnswersSchema, PromiseSchema } from '../../contract/repair-request.ts';
import { UPLOAD_KINDS } from '../../contract/upload.ts';
import { urgencies } from '../../contract/triage/types.ts';

/**
 * A report as it leaves the desk, in one neutral shape for every receiver. Version 1: things may be
 * added to it, none is renamed or taken away. As JSON Schema: `docs/outward-report.schema.json`.
 */

const Instant = v.pipe(v.string(), v.isoTimestamp());
const Code = v.object({ code: v.string(), naam: v.string() });
const about = <S extends v.GenericSchema>(schema: S, words: string) =>
  v.pipe(schema, v.description(words));

const AttachmentSchema = v.object({
  name: about(v.string(), 'Name without personal data: "foto-1.jpg", "gesproken-bericht-1.webm".'),
  kind: v.picklist(UPLOAD_KINDS),
  type: about(v.string(), 'Media type: "image/jpeg"; of a recording "audio/webm" or "audio/mp4".'),
  bytes: v.pipe(v.number(), v.integer()),
  sha256: about(v.string(), 'Of the content, in hex.'),
  eraseAt: about(Instant, 'When the desk erases it. Erase it then as well.'),
  content: v.optional(about(v.string(), 'Base64. In a webhook only.')),
});

export const OutwardReportSchema = v.object({
  version: v.literal(1),
  id: v.pipe(v.string(), v.uuid()),
  reference: about(v.string(), 'What the tenant was told: "K7M4-P2XR-9".'),
  association: v.string(),
  receivedAt: Instant,
  language: about(v.string(), 'BCP 47: in which she filled it in.'),
  urgency: v.object({
    level: v.picklist(urgencies),
    because: about(v.array(v.string()), 'Why, in Dutch.'),
  }),
  what: about(
    v.string(),
    'In one line, Dutch; the beginning of her own words when she chose nothing.',
  ),
  where: v.object({
    line: about(v.string(), '"Brink 12 a, 9401 AB Assen"'),
    postcode: v.optional(v.string()),
    number: v.optional(v.string()),
    addition: v.optional(about(v.string(), 'House letter and addition, as she typed them.')),
    street: v.optional(v.string()),
    city: v.optional(v.string()),
  }),
  contact: v.object({
    name: about(v.string(), 'One field, as typed; may be empty.'),
    reach: about(v.picklist(['phone', 'email', 'letter']), 'How she wants to be reached.'),
    phone: v.optional(about(v.string(), 'As typed, with what she wrote around it.')),
    phoneE164: v.optional(v.string()),
    email: v.optional(v.string()),
    letter: about(v.boolean(), 'A letter as well.'),
    someoneElse: about(v.boolean(), 'Filled in by somebody else than the resident.'),
    door: v.optional(
      about(
        v.object({ name: v.string(), phone: v.string(), phoneE164: v.optional(v.string()) }),
        'Who opens the door, when that is somebody else.',
      ),
    ),
  }),
  rows: about(
    v.array(v.object({ id: v.string(), label: v.string(), value: v.string() })),
    'Every answer as it was shown, in Dutch.',
  ),
  answers: about(RepairAnswersSchema, 'Every answer, by the id of its question.'),
  triageVersion: v.string(),
  vera: about(
    v.object({
      location: about(Code, 'DEFECTLOCATIE'),
      element: v.optional(about(Code, 'BOUWKUNDIGELEMENTDETAILSOORT')),
      defect: about(Code, 'DEFECTSOORT'),
      cause: v.optional(about(Code, 'DEFECTOORZAAK')),
      specialism: about(Code, 'ONDERHOUDSPECIALISME'),
    }),
    'VERA 4.3.0, reference data of 2026-06-26.',
  ),
  promise: about(PromiseSchema, 'What she was told of when we come.'),
  attachments: v.array(AttachmentSchema),
  missing: about(
    v.pipe(v.number(), v.integer()),
    'Photos and recordings of this report that could not be read, or were not ready in time.',
  ),
  eraseAt: v.object({
    report: about(Instant, 'When the desk erases all of it. Erase it then as well.'),
    contact: about(Instant, 'When the desk erases who it was and how she is reached.'),
  }),
  console: about(v.pipe(v.string(), v.url()), 'The report at the desk, for staff.'),
});
export type OutwardReport = v.InferOutput<typeof OutwardReportSchema>;
