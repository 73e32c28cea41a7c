import * as v from 'valibot';

/**
 * The "herkenwoord": what our member of staff says first, on the phone or at the door, so that the tenant
 * knows that it is us. Whole phrases stand in `locales/<lang>/recognition.json`, which the desk reads: the
 * adjective agrees with its word and stands where the language wants it.
 */

export const RECOGNITION_COLOURS = [
  'red',
  'blue',
  'green',
  'orange',
  'purple',
  'brown',
  'black',
  'grey',
] as const;
export type RecognitionColour = (typeof RECOGNITION_COLOURS)[number];

/** Each has a pictogram that everybody knows, and is a "de"-word in Dutch. */
export const RECOGNITION_THINGS = [
  'bicycle',
  'boat',
  'umbrella',
  'chair',
  'mug',
  'cake',
  'bus',
  'train',
  'star',
  'tent',
  'glasses',
  'piano',
] as const;
export type RecognitionThing = (typeof RECOGNITION_THINGS)[number];

/** "blue-bicycle" */
export type RecognitionWordId = `${RecognitionColour}-${RecognitionThing}`;

export const recognitionWords: readonly RecognitionWordId[] = RECOGNITION_COLOURS.flatMap(
  (colour) => RECOGNITION_THINGS.map((thing) => `${colour}-${thing}` as const),
);

export const partsOfWord = (
  id: RecognitionWordId,
): { colour: RecognitionColour; thing: RecognitionThing } => {
  const [colour, thing] = id.split('-') as [RecognitionColour, RecognitionThing];
  return { colour, thing };
};

/** The word as it is shown: said by the desk in both languages, so that no page carries the list. */
export const RecognitionWordSchema = v.object({
  id: v.picklist(recognitionWords),
  /** "blauwe fiets" */
  inDutch: v.string(),
  /** In her language; the same as in Dutch when that is her language. */
  inLanguage: v.string(),
});
export type RecognitionWord = v.InferOutput<typeof RecognitionWordSchema>;
