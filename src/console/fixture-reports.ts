import type { Figures } from '../contract/figures.ts';
import type { MessageLine, Report, Session } from '../contract/staff.ts';

/** Reports and messages to try the console with. */

export const anja: Session = {
  who: 'anja',
  name: 'Anja',
  association: { id: 'delinde', name: 'Woningstichting De Linde' },
  unapproved: [],
};

/** A Wednesday. */
export const someFigures: Figures = {
  open: { danger: 0, urgent: 2, soon: 3, standard: 12, planned: 1 },
  oldest: {
    id: 'earlier',
    reference: 'K7M4-P2XR-9',
    receivedAt: '2026-11-23T09:00:00Z',
    urgency: 'soon',
  },
  days: [25, 24, 23, 22, 21, 20, 19].map((day, index) => ({
    date: `2026-11-${day}`,
    in: 9 + index,
    done: 7,
    usual: 8 + index,
  })),
};

/** A pixel, so that a picture loads in a test. */
export const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAIAAAAUEBAAAACwAAAAAAQABAAACAkQBADs=';

let made = 0;

export function aReport(own: Partial<Report> = {}): Report {
  const id = own.id ?? `report-${++made}`;
  return {
    id,
    reference: `K7M4-P2X${made % 10}-9`,
    receivedAt: new Date(Date.now() - 3_600_000 + made * 1000).toISOString(),
    urgency: 'standard',
    status: 'new',
    what: 'De kraan druppelt, keuken',
    where: 'Molenweg 41, 9402 CD Assen',
    language: 'nl',
    channel: 'form',
    photos: own.pictures?.length ?? 0,
    spoken: own.recording !== undefined,
    who: 'Mevrouw Berg',
    merged: 0,
    reach: { kind: 'phone', value: '0612345678' },
    someoneElse: false,
    because: [],
    safety: [],
    story: '',
    shown: { nl: [{ id: 'room', label: 'Waar is het?', value: 'Keuken' }], tenant: [] },
    pictures: [],
    atAddress: [],
    inBuilding: [],
    together: [],
    history: [{ at: new Date().toISOString(), by: '', kind: 'received', text: '' }],
    viewed: [],
    payer: undefined,
    specialism: undefined,
    takenOverIn: undefined,
    notWith: [],
    ...own,
  };
}

export const aMessage = (own: Partial<MessageLine> = {}): MessageLine => ({
  id: `message-${++made}`,
  reference: `M7M4-P2X${made % 10}-9`,
  receivedAt: new Date(Date.now() - 3_600_000 + made * 1000).toISOString(),
  name: 'Mevrouw Visser',
  reach: '0592 44 55 66',
  text: 'Kan er iemand langskomen?',
  language: 'nl',
  from: 'repair-form/photos',
  answered: false,
  ...own,
});

/** The neighbour of the flood, an hour earlier. */
export const beside = (): Report =>
  aReport({
    id: 'beside',
    reference: 'VQ3C-HJ7K-4',
    receivedAt: new Date(Date.now() - 7_200_000).toISOString(),
    what: 'Er komt water door het plafond, keuken',
    where: 'Brink 14, 9401 AB Assen',
    who: 'Meneer Vos',
  });

/** A flood in Arabic, with everything that a report can have. */
export const flood = (): Report =>
  aReport({
    id: 'flood',
    reference: 'HWRD-CMRT-H',
    urgency: 'urgent',
    what: 'Er komt water door het plafond, woonkamer',
    where: 'Brink 12 a, 9401 AB Assen',
    language: 'ar',
    who: 'Fatima El Amrani',
    reach: { kind: 'phone', value: '+31687654321' },
    someoneElse: true,
    because: ['Er blijft water komen'],
    safety: ['Blijf uit de buurt van het water.', 'Zet er een emmer onder.'],
    story: 'الماء يتسرب من السقف',
    shown: {
      nl: [
        { id: 'story', label: 'Vertel het zelf', value: 'الماء يتسرب من السقف' },
        { id: 'room', label: 'Waar is het?', value: 'Woonkamer' },
        { id: 'needs', label: 'Hebt u hulp nodig?', value: 'Ik wil graag een tolk' },
      ],
      tenant: [
        { id: 'story', label: 'أخبرنا', value: 'الماء يتسرب من السقف' },
        { id: 'room', label: 'أين المشكلة؟', value: 'غرفة الجلوس' },
        { id: 'needs', label: 'هل تحتاج إلى مساعدة؟', value: 'أرغب في مترجم' },
      ],
    },
    pictures: [
      { id: 'photo-1', url: PIXEL, state: 'ready' },
      { id: 'photo-2', url: '', state: 'pending' },
      { id: 'photo-3', url: PIXEL, state: 'ready' },
    ],
    photos: 3,
    atAddress: [aReport({ id: 'earlier', what: 'Dakgoot vol', status: 'done' })],
    inBuilding: [beside()],
    viewed: [
      { at: new Date().toISOString(), by: 'Bram', act: 'report' },
      { at: new Date(Date.now() - 60_000).toISOString(), by: 'Bram', act: 'report' },
    ],
    payer: 'landlord',
    specialism: 'Loodgieter',
  });
