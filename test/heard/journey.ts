import type { BROWSERS } from './browsers.ts';
import type { Listener } from './listener.ts';

export type Browser = keyof typeof BROWSERS;

/** A part of the journey, as she hears it. */
export interface Chapter {
  title: string;
  /** Must be heard in it, in Orca's own Dutch, wherever and in however many pieces. */
  hears: readonly string[];
  /** And in this browser alone: elsewhere it is a gap that is known. */
  hearsIn?: Readonly<Partial<Record<Browser, readonly string[]>>>;
  does(listener: Listener): Promise<void>;
}

/** A dripping tap, reported by ear: with a danger that turned out to be none, and an address left open. */
export const JOURNEY: readonly Chapter[] = [
  {
    title: 'The page opens: is there danger?',
    hears: [
      'Deel 1 van 5: is er gevaar? Is er nu gevaar? kop niveau 2',
      'Lijst met 7 items',
      'Ik ruik gas drukknop',
      'De CO-melder gaat af Het alarm voor koolmonoxide drukknop',
      'Nee, geen gevaar verder met mijn melding drukknop',
      'Ik vul dit in voor iemand anders aankruisvakje niet aangevinkt',
      'Ik wil liever iemand spreken drukknop',
    ],
    does: (she) => she.hearsPage(),
  },
  {
    title: 'Danger: outside first, then the phone, and back',
    hears: [
      'Ik ruik gas drukknop',
      'Ga nu naar buiten. Gebruik uw telefoon pas buiten. Neem iedereen mee.',
      'Ik ben buiten drukknop',
      'Bel nu kop niveau 2',
      'Bel 0800-9009, gratis, dag en nacht link',
      'Terug drukknop',
    ],
    // With Firefox, Orca 43 says nothing of the first screen when she comes back to it by "Terug".
    hearsIn: { chromium: ['Is er nu gevaar? kop niveau 2'] },
    does: async (she) => {
      await she.activates('Ik ruik gas');
      await she.activates('Ik ben buiten');
      await she.goesTo('Bel 0800-9009');
      await she.activates('Terug', 'shift+Tab');
      await she.activates('Terug', 'shift+Tab');
    },
  },
  {
    title: 'Tiles: the kitchen, the tap, it drips',
    hears: [
      'Wat is er kapot? kop niveau 2',
      'Vertel het zelf',
      'Bijvoorbeeld: de kraan in de keuken druppelt.',
      'Of kies waar het is paneel. Keuken. niet geselecteerd radioknop',
      'geselecteerd',
      'Wat is er kapot? paneel. Kraan. niet geselecteerd radioknop',
      'Wat is er aan de hand? kop niveau 2',
      'De kraan druppelt. niet geselecteerd radioknop',
      'Hebt u een foto? kop niveau 2',
    ],
    does: async (she) => {
      await she.activates('Nee, geen gevaar');
      await she.goesTo('Vertel het zelf');
      await she.chooses('Keuken', 'Keuken');
      await she.activates('Verder');
      await she.chooses('Kraan', 'Kraan');
      await she.activates('Verder');
      await she.chooses('De kraan druppelt', 'De kraan druppelt');
      await she.activates('Verder');
    },
  },
  {
    title: 'An error: the summary has the focus and leads to the field',
    hears: [
      'Waar moeten wij zijn? kop niveau 2',
      'Er kloppen nog 2 dingen niet',
      'Vul dit in: Postcode link',
      'Fout: Vul dit in: Postcode',
      'ongeldige invoer',
    ],
    does: async (she) => {
      await she.activates('Verder zonder foto');
      await she.activates('Verder');
      await she.goesTo('Vul dit in: Postcode');
      await she.presses('Return', 'Vul dit in: Postcode');
    },
  },
  {
    title: 'Who and when',
    hears: [
      'Huisnummer invoerveld verplicht.',
      'Hoe bereiken wij u? kop niveau 2',
      'Kies één manier paneel. Bel mij.',
      'Uw telefoonnummer invoerveld verplicht.',
      'Wanneer kunnen wij komen? kop niveau 2',
      'Klopt dit? kop niveau 2',
    ],
    does: async (she) => {
      await she.types('9401ab');
      await she.fillsIn('Huisnummer', '12');
      await she.activates('Verder');
      await she.fillsIn('Uw naam', 'Berg');
      await she.chooses('Bel mij', 'Bel mij');
      await she.fillsIn('Uw telefoonnummer', '0612345678');
      await she.activates('Verder');
      await she.chooses('Altijd', 'Altijd');
      await she.activates('Verder');
    },
  },
  {
    title: 'The summary: every answer once more',
    hears: [
      'Definitielijst met 9 termen',
      'De kraan druppelt',
      '9401 AB 12',
      'Berg',
      '0612345678',
      'Aanpassen: Adres drukknop',
      'Verstuur mijn melding drukknop',
    ],
    does: async (she) => {
      await she.hearsOn();
      await she.goesTo('Aanpassen: Adres');
    },
  },
  {
    title: 'Sent',
    hears: [
      'Wij hebben uw melding kop niveau 2',
      'Uw nummer is',
      'Wij bellen u voor een afspraak.',
      'Bel ons dan meteen.',
    ],
    does: async (she) => {
      await she.activates('Verstuur mijn melding');
      await she.hearsOn();
    },
  },
];

/** All that must be heard in a chapter, in this browser. */
export const wordsOf = ({ hears, hearsIn }: Chapter, browser: Browser): readonly string[] => [
  ...hears,
  ...(hearsIn?.[browser] ?? []),
];
