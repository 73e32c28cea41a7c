/** VERA and the BAG split what people write behind a house number. */
export interface HouseNumber {
  huisletter?: string;
  huisnummerToevoeging?: string;
}

/** A letter by itself: "a", "a-3", "A 2"; not the b of "bis", and not Roman numbers of floors. */
const LETTER = /^([A-Za-z])(?![A-Za-z])[\s\-/.]*(.*)$/;

/**
 * "a" → letter A; "a-3" → letter A, addition 3; "bis", "3", "II" → addition. An addition that the BAG
 * would not have ("3 hoog achter") is handed on as she wrote it: somebody can read it.
 */
export function splitAddition(addition: string | undefined): HouseNumber {
  const text = addition?.trim().replace(/^[-/.\s]+/, '') ?? '';
  if (!text) return {};
  const [, letter, rest] = LETTER.exec(text) ?? [];
  if (!letter) return { huisnummerToevoeging: text };
  return {
    huisletter: letter.toUpperCase(),
    ...(rest ? { huisnummerToevoeging: rest } : {}),
  };
}
