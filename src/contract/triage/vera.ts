import { currentRoom } from './tree.ts';
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
  /** DEFECTLOCATIE: where it is whichever room she named. */
  location?: VeraCode;
  /** DEFECTLOCATIE: where it is when she named none, or the whole home. */
  usually?: VeraCode;
  /** DEFECTOORZAAK */
  cause?: VeraCode;
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
  'BEK=Beklad; BET=Betonrot; BEV=Bevroren; BRE=Breuk / scheur; ' +
    'BS0=Beschadigd (omvang onbenoemd); DEF=Defect / onderdeel defect; DRP=Druppelt; ' +
    'DRU=Waterdruk te laag; GAS=Gaslucht/gaslek; GEL=Maakt vreemd geluid; GLA=Glasbreuk; ' +
    'HOR=Houtrot; INB=Inbraakschade; KKL=Kakkerlakken; KLE=Klemt / opent niet; LEK=Lekt; ' +
    'LOO=Loopt door; LOS=Zit los / onderdeel zit los; MUI=Muizen; ONK=Onvoldoende kracht; ' +
    'OVE=Overig; PER=Personen ingesloten; SAF=Sleutel afgebroken; SCH=Schimmel; ' +
    'SDE=Slot defect; SKW=Sleutel kwijt; SLU=Sluit niet; SPR=Spraak/video slecht; ' +
    'STA=Staat stil; STI=Stinkt; STO=Storing; TEM=Onjuiste temperatuur; TOC=Tocht; ' +
    'VOC=Vochtig / nat; VS0=Verstopt (hoogte onbenoemd); VS1=Verstopt (lager dan 7,5 meter); ' +
    'VWE=Verlichting werkt niet; VZT=Verzakt; WES=Wespen',
);

const specialisms = codes(
  'CVI=CV Installateur; DAK=Dakdekker; ELA=Elektriciën allrounder; ELE=Elektriciën; ' +
    'ELT=Specialist Elektrische Toegangsdeuren; GLA=Glaszetter; HOV=Hovenier; ' +
    'INS=Inspecteur; LIF=Specialist Lift; LOA=Loodgieter allrounder; LOO=Loodgieter; ' +
    'ONG=Ongediertebestrijder; ONT=Ontstopper; SCH=Schilder; SCM=Schoonmaker; STU=Stucadoor; ' +
    'TAL=Timmerman allrounder; TEG=Tegelzetter; TIM=Timmerman; VOC=Specialist Vochtwering; ' +
    'WTW=Specialist MV/WTW; ZON=Specialist Zonnepanelen',
);

// DEFECTLOCATIE
const hall: VeraCode = { code: 'HAL', naam: 'Hal / gang individueel' };
const roof: VeraCode = { code: 'DAK', naam: 'Dak' };
const lift: VeraCode = { code: 'LIF', naam: 'Lift' };

// DEFECTOORZAAK, where the problem says it of itself. Never one that blames her.
const fire: VeraCode = { code: 'BRA', naam: 'Schade door brand' };
const storm: VeraCode = { code: 'STO', naam: 'Schade door storm' };
const vandals: VeraCode = { code: 'VAN', naam: 'Schade door vandalisme' };

const problem = (
  defect: string,
  specialism: string,
  payer: Payer,
  more: Pick<VeraProblem, 'location' | 'usually' | 'cause'> = {},
): VeraProblem => ({
  defect: coded(defects, defect),
  specialism: coded(specialisms, specialism),
  payer,
  ...more,
});

/**
 * DEFECTLOCATIE. VERA has none for the meter cupboard (that of a cupboard in the hall is used), nor for
 * the whole home.
 */
export const veraRooms: Readonly<Record<RoomId, VeraCode>> = {
  keuken: { code: 'KEU', naam: 'Keuken' },
  badkamer: { code: 'BAD', naam: 'Badkamer / doucheruimte' },
  toilet: { code: 'TOI', naam: 'Toiletruimte' },
  woonkamer: { code: 'WOO', naam: 'Woonkamer' },
  slaapkamer: { code: 'SLA', naam: 'Slaapkamer' },
  hal: { code: 'HAL', naam: 'Hal / gang individueel' },
  trap: { code: 'TRA', naam: 'Trap' },
  meterkast: { code: 'GAN', naam: 'Gangkast / trapkast' },
  zolder: { code: 'ZOL', naam: 'Zolder / vliering' },
  berging: { code: 'BER', naam: 'Bergingsruimte' },
  balkon: { code: 'BAL', naam: 'Balkon' },
  tuin: { code: 'TUI', naam: 'Tuin' },
  buiten: { code: 'BUI', naam: 'Buitengevel' },
  gedeeld: { code: 'POR', naam: 'Trappenhuis / Portiek' },
  hele_woning: { code: 'OVE', naam: 'Overige ruimte' },
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
  verlichting: { code: 'VER', naam: 'Verlichting' },
  melder: { code: 'ROO', naam: 'Rookmelder' },
  glas: { code: 'BEG', naam: 'Beglazing' },
  slot: { code: 'DEU', naam: 'Deur' },
  bel: { code: 'COM', naam: 'Communicatie' },
  traptrede: { code: 'TRA', naam: 'Trap' },
  dak: { code: 'DAK', naam: 'Dak' },
  goot: { code: 'GOO', naam: 'Goot' },
  gevel: { code: 'BUA', naam: 'Buitenwandafwerking' },
  balkondeel: { code: 'BKO', naam: 'Balkon' },
  erf: { code: 'TER', naam: 'Terrein' },
  lift: { code: 'LIF', naam: 'Lift' },
  toegang: { code: 'DEU', naam: 'Deur' },
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
  brand_schade: problem('OVE', 'INS', 'depends', { cause: fire }),
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
  voordeur_sluit_niet: problem('SLU', 'TAL', 'landlord', { usually: hall }),
  inbraak: problem('INB', 'TAL', 'depends', { cause: vandals }),
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

  buitenkraan: problem('LEK', 'LOA', 'depends'),
  zonnepanelen: problem('STO', 'ZON', 'landlord'),
  licht_gedeeld: problem('VWE', 'ELA', 'landlord'),
  leuning_los: problem('LOS', 'TAL', 'tenant'),
  trede_kapot: problem('BRE', 'TIM', 'landlord'),
  buitengesloten: problem('SDE', 'TAL', 'depends', { usually: hall }),
  sleutel_afgebroken: problem('SAF', 'TAL', 'tenant', { usually: hall }),
  sleutel_kwijt: problem('SKW', 'TAL', 'tenant', { usually: hall }),
  garagedeur: problem('DEF', 'TAL', 'landlord'),
  toegangsdeur: problem('SLU', 'ELT', 'landlord'),
  bel_kapot: problem('SPR', 'ELA', 'depends', { usually: hall }),
  daklekkage: problem('LEK', 'DAK', 'landlord', { location: roof }),
  dakpan_los: problem('LOS', 'DAK', 'landlord', { location: roof }),
  stormschade: problem('BS0', 'DAK', 'landlord', { cause: storm }),
  goot_verstopt: problem('VS1', 'DAK', 'depends'),
  goot_lekt: problem('LEK', 'DAK', 'landlord'),
  balkonhek_los: problem('LOS', 'TIM', 'landlord'),
  betonrot: problem('BET', 'INS', 'landlord'),
  gevel_scheur: problem('BRE', 'INS', 'landlord'),
  graffiti: problem('BEK', 'SCM', 'landlord', { cause: vandals }),
  schutting: problem('LOS', 'TAL', 'depends'),
  pad_verzakt: problem('VZT', 'HOV', 'depends'),
  lift_stil: problem('STA', 'LIF', 'landlord', { location: lift }),
  lift_opgesloten: problem('PER', 'LIF', 'landlord', { location: lift }),
};

/** "Iets anders", "Weet ik niet", or only her own words. */
const veraOther: VeraProblem = problem('OVE', 'INS', 'depends');

export interface VeraReport extends Omit<VeraProblem, 'usually'> {
  location: VeraCode;
  /** Null when she named no item, or VERA has none for it. */
  element: VeraCode | null;
}

const has = <T extends object>(map: T, id: string | undefined): id is Extract<keyof T, string> =>
  id !== undefined && Object.hasOwn(map, id);

/** What VERA calls what she chose, in this version of the tree or an earlier one. */
export function veraOf({ room, item, problem: id }: Readonly<VeraAnswers>): VeraReport {
  const { usually, ...found } = has(veraProblems, id) ? veraProblems[id] : veraOther;
  const current = room && currentRoom(room);
  const where = has(veraRooms, current) ? current : 'hele_woning';
  return {
    ...found,
    location: found.location ?? (where === 'hele_woning' && usually ? usually : veraRooms[where]),
    element: has(veraItems, item) ? veraItems[item] : null,
  };
}

/** Ids, as a report stores them. */
interface VeraAnswers {
  room?: string;
  item?: string;
  problem?: string;
}
