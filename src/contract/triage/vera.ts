import type { ItemId, ProblemId } from './tree.ts';
import type { RoomId } from './types.ts';

/**
 * What VERA calls it: for the desk alone. Codes from the reference data of
 * github.com/Aedes-datastandaarden/vera-referentiedata at 92ae24c (2026-06-26), those without an end
 * date; a code list and its name stand together because VERA wants both on the wire.
 */
export interface VeraCode {
  code: string;
  naam: string;
}

/**
 * Who usually bears it: a hint for staff, from the Besluit kleine herstellingen (Stb. 2003, 168) and
 * common practice. A tenant never sees a word of it, and each association confirms it for itself.
 */
export type Payer = 'landlord' | 'tenant' | 'service' | 'depends';

export interface VeraProblem {
  /** DEFECTSOORT */
  defect: VeraCode;
  /** ONDERHOUDSPECIALISME: a hint. */
  specialism: VeraCode;
  payer: Payer;
  /** DEFECTLOCATIE, when it is elsewhere than the room in which it was found. */
  location?: VeraCode;
}

const codes = (text: string): Readonly<Record<string, VeraCode>> =>
  Object.fromEntries(
    text.split(';').map((pair) => {
      const [code = '', naam = ''] = pair.split('=').map((part) => part.trim());
      return [code, { code, naam }];
    }),
  );

const coded = (list: Readonly<Record<string, VeraCode>>, code: string): VeraCode => {
  const found = list[code];
  if (!found) throw new Error(`No VERA code "${code}"`);
  return found;
};

const defects = codes(
  'BEV=Bevroren; BRE=Breuk / scheur; BS0=Beschadigd (omvang onbenoemd); ' +
    'DEF=Defect / onderdeel defect; DRP=Druppelt; DRU=Waterdruk te laag; GAS=Gaslucht/gaslek; ' +
    'GEL=Maakt vreemd geluid; GLA=Glasbreuk; HOR=Houtrot; INB=Inbraakschade; KKL=Kakkerlakken; ' +
    'KLE=Klemt / opent niet; LEK=Lekt; LOO=Loopt door; LOS=Zit los / onderdeel zit los; ' +
    'MUI=Muizen; ONK=Onvoldoende kracht; OVE=Overig; SCH=Schimmel; ' +
    'SLU=Sluit niet; STI=Stinkt; STO=Storing; TEM=Onjuiste temperatuur; TOC=Tocht; ' +
    'VOC=Vochtig / nat; VS0=Verstopt (hoogte onbenoemd); VWE=Verlichting werkt niet; ' +
    'VZT=Verzakt; WES=Wespen',
);

const specialisms = codes(
  'CVI=CV Installateur; ELA=Elektriciën allrounder; ELE=Elektriciën; GLA=Glaszetter; ' +
    'INS=Inspecteur; LOA=Loodgieter allrounder; LOO=Loodgieter; ONG=Ongediertebestrijder; ' +
    'ONT=Ontstopper; SCH=Schilder; STU=Stucadoor; TAL=Timmerman allrounder; TEG=Tegelzetter; ' +
    'TIM=Timmerman; VOC=Specialist Vochtwering; WTW=Specialist MV/WTW',
);

const hall: VeraCode = { code: 'HAL', naam: 'Hal / gang individueel' };

const problem = (
  defect: string,
  specialism: string,
  payer: Payer,
  location?: VeraCode,
): VeraProblem => ({
  defect: coded(defects, defect),
  specialism: coded(specialisms, specialism),
  payer,
  location,
});

/** DEFECTLOCATIE. VERA has none for the whole home. */
export const veraRooms: Readonly<Record<RoomId, VeraCode>> = {
  keuken: { code: 'KEU', naam: 'Keuken' },
  badkamer: { code: 'BAD', naam: 'Badkamer / doucheruimte' },
  toilet: { code: 'TOI', naam: 'Toiletruimte' },
  woonkamer: { code: 'WOO', naam: 'Woonkamer' },
  verwarming_water: { code: 'OVE', naam: 'Overige ruimte' },
};

/**
 * BOUWKUNDIGELEMENTDETAILSOORT: a hint, the API wants a real element of the home. Null where VERA has
 * none; a tap has none of its own and goes by its pipe.
 */
export const veraItems: Readonly<Record<ItemId, VeraCode | null>> = {
  waterleiding: { code: 'WAT', naam: 'Waterleiding/hoofdkraan' },
  kraan: { code: 'WAT', naam: 'Waterleiding/hoofdkraan' },
  water: { code: 'WAT', naam: 'Waterleiding/hoofdkraan' },
  wastafel: { code: 'WAS', naam: 'Wastafel' },
  afvoer: { code: 'AFV', naam: 'Afvoer' },
  wc: { code: 'CLO', naam: 'Closetcombinatie' },
  douche: { code: 'DOU', naam: 'Douche' },
  keukenblok: { code: 'KEU', naam: 'Keukenvoorzieningen' },
  stroom: { code: 'ELE', naam: 'Elektra' },
  gas: { code: 'GAS', naam: 'Gas' },
  radiator: { code: 'RAD', naam: 'Radiator' },
  verwarming: { code: 'VTO', naam: 'Verwarmingstoestellen' },
  warmwater: { code: 'BOI', naam: 'Boiler' },
  duurzaam: { code: 'WAR', naam: 'Warmtepomp' },
  raam: { code: 'RAA', naam: 'Raam' },
  deur: { code: 'DEU', naam: 'Deur' },
  ventilatie: { code: 'WTE', naam: 'Warmteterugwinning apparaat' },
  schimmel: { code: 'BIA', naam: 'Binnenwandafwerking' },
  muur: { code: 'WAN', naam: 'Wand' },
  vloer: { code: 'VLO', naam: 'Vloer' },
  ongedierte: null,
};

export const veraProblems: Readonly<Record<ProblemId, VeraProblem>> = {
  lekkage_plafond: problem('LEK', 'LOO', 'landlord'),
  leiding_gesprongen: problem('LEK', 'LOO', 'landlord'),
  leiding_drupt: problem('DRP', 'LOA', 'landlord'),
  geen_water: problem('STO', 'LOO', 'depends'),
  leiding_bevroren: problem('BEV', 'LOO', 'landlord'),
  bruin_water: problem('STI', 'LOO', 'depends'),
  kraan_drupt: problem('DRP', 'LOA', 'service'),
  kraan_dicht: problem('LOO', 'LOA', 'depends'),
  kraan_los: problem('LOS', 'LOA', 'service'),
  kraan_kalk: problem('ONK', 'LOA', 'tenant'),
  afvoer_verstopt: problem('VS0', 'ONT', 'service'),
  riool_komt_omhoog: problem('VS0', 'ONT', 'landlord'),
  afvoer_lekt: problem('LEK', 'LOA', 'landlord'),
  rioollucht: problem('STI', 'LOA', 'landlord'),
  wc_verstopt: problem('VS0', 'ONT', 'service'),
  wc_loopt_door: problem('LOO', 'LOA', 'service'),
  wc_spoelt_niet: problem('DEF', 'LOA', 'depends'),
  wc_lekt: problem('LEK', 'LOA', 'landlord'),
  wc_los: problem('LOS', 'LOA', 'depends'),
  douche_kraan: problem('DEF', 'LOA', 'tenant'),
  kit_los: problem('LOS', 'TEG', 'depends'),
  wastafel_kapot: problem('BRE', 'LOA', 'depends'),
  beugel_los: problem('LOS', 'TAL', 'depends'),

  gaslucht: problem('GAS', 'CVI', 'landlord'),
  co_alarm: problem('GAS', 'CVI', 'landlord'),
  rookmelder_piept: problem('STO', 'ELA', 'landlord'),
  brand_schade: problem('OVE', 'INS', 'depends'),
  geen_verwarming: problem('STO', 'CVI', 'landlord'),
  blokverwarming: problem('STO', 'CVI', 'landlord'),
  waterdruk_laag: problem('DRU', 'CVI', 'tenant'),
  thermostaat: problem('DEF', 'CVI', 'landlord'),
  ketel_lekt: problem('LEK', 'CVI', 'landlord'),
  ketel_geluid: problem('GEL', 'CVI', 'landlord'),
  radiator_koud: problem('TEM', 'CVI', 'tenant'),
  radiator_lekt: problem('LEK', 'CVI', 'landlord'),
  radiatorknop: problem('DEF', 'CVI', 'depends'),
  geen_warmwater: problem('TEM', 'CVI', 'landlord'),
  boiler_lekt: problem('LEK', 'LOO', 'depends'),
  warmtepomp: problem('STO', 'CVI', 'landlord'),
  vonken: problem('DEF', 'ELE', 'landlord'),
  geen_stroom_huis: problem('STO', 'ELE', 'depends'),
  geen_stroom_deel: problem('STO', 'ELE', 'landlord'),
  stopcontact_kapot: problem('DEF', 'ELA', 'service'),
  stopcontact_los: problem('LOS', 'ELA', 'service'),
  lamp_vast: problem('VWE', 'ELA', 'service'),

  kastdeur: problem('DEF', 'TAL', 'service'),
  aanrecht: problem('BS0', 'TIM', 'depends'),
  ventilatie_uit: problem('STO', 'WTW', 'landlord'),
  ventilatie_lawaai: problem('GEL', 'WTW', 'landlord'),
  rooster_klem: problem('KLE', 'TAL', 'depends'),
  deur_klemt: problem('KLE', 'TAL', 'depends'),
  deurkruk_los: problem('LOS', 'TAL', 'tenant'),
  voordeur_sluit_niet: problem('SLU', 'TAL', 'landlord', hall),
  inbraak: problem('INB', 'TAL', 'depends'),
  buitendeur_rot: problem('HOR', 'TIM', 'landlord'),
  raam_sluit_niet: problem('SLU', 'TAL', 'depends'),
  raam_klemt: problem('KLE', 'TAL', 'depends'),
  glas_kapot: problem('GLA', 'GLA', 'depends'),
  tocht: problem('TOC', 'TAL', 'depends'),
  dubbelglas_lek: problem('VOC', 'GLA', 'landlord'),
  kozijn_rot: problem('HOR', 'SCH', 'landlord'),
  schimmel: problem('SCH', 'VOC', 'landlord'),
  vochtplek: problem('VOC', 'VOC', 'landlord'),
  scheur: problem('BRE', 'INS', 'landlord'),
  stuc_los: problem('LOS', 'STU', 'landlord'),
  tegel_los: problem('LOS', 'TEG', 'depends'),
  vloer_zakt: problem('VZT', 'TIM', 'landlord'),
  muizen_ratten: problem('MUI', 'ONG', 'depends'),
  kakkerlakken: problem('KKL', 'ONG', 'depends'),
  insecten: problem('WES', 'ONG', 'tenant'),
};
