import type { Attachment } from './attachments.ts';
import * as vault from './vault.ts';

/** A recording that is being made, piece by piece, so that a page that dies keeps what was said. */
export interface Recorded {
  blob: Blob;
  /** How long it lasts. */
  seconds: number;
}

interface Live {
  type: string;
  /** How many pieces are whole. */
  pieces: number;
  seconds: number;
}

const live = ({ id }: Attachment): string => `${id}.live`;
const piece = ({ id }: Attachment, index: number): string => `${id}.${index}`;

const livesOf = async (which: Attachment): Promise<Live | undefined> =>
  (await vault.loadJson(which.kind, live(which)).catch(() => undefined)) as Live | undefined;

/** Keeps the next piece; it counts once it is whole. @param index from 0 on, without gaps */
export async function savePiece(
  which: Attachment,
  index: number,
  blob: Blob,
  seconds: number,
): Promise<void> {
  await vault.saveBytes(which.kind, piece(which, index), await blob.arrayBuffer());
  const facts: Live = { type: blob.type, pieces: index + 1, seconds };
  await vault.saveJson(which.kind, live(which), facts);
}

/** What was kept of it; undefined when that is nothing. */
export async function joinPieces(which: Attachment): Promise<Recorded | undefined> {
  const facts = await livesOf(which);
  if (!facts) return undefined;
  const parts: ArrayBuffer[] = [];
  for (let index = 0; index < facts.pieces; index += 1) {
    const bytes = await vault.loadBytes(which.kind, piece(which, index)).catch(() => undefined);
    // What comes after a gap cannot be played.
    if (!bytes) break;
    parts.push(bytes as ArrayBuffer);
  }
  const blob = new Blob(parts, { type: facts.type });
  return blob.size ? { blob, seconds: facts.seconds } : undefined;
}

export async function removePieces(which: Attachment): Promise<void> {
  const facts = await livesOf(which);
  for (let index = 0; index < (facts?.pieces ?? 0); index += 1)
    await vault.remove(which.kind, piece(which, index));
  await vault.remove(which.kind, live(which));
}
