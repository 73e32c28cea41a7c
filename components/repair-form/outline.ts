/**
 * What the first screen must know of the form before the rest of it has arrived: it is in the first
 * bundle, the questionnaire is not.
 */
export const NAME = 'repair-form';
/** "Deel 2 van 5": text keys `repair-form:part.<id>`. */
export const PARTS = ['danger', 'what', 'photos', 'who', 'check'] as const;
/** "Nee, geen gevaar". */
export const NO_DANGER = 'none';
