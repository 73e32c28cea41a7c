import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { voiceType } from '../voice/clean.ts';
import { UPLOAD_KINDS, type UploadKind } from '../../contract/upload.ts';
import type { Desk } from '../desk.ts';
import { attachmentsOfReport, type Attachment as Stored } from '../repositories/attachments.ts';

/** A cleaned file of a report, whole in memory: the desk makes photos of at most 1600 pixels. */
export interface Attachment {
  /** "foto-1.jpg": nothing of hers. */
  name: string;
  kind: UploadKind;
  type: string;
  content: Buffer;
  /** Hex. */
  sha256: string;
  eraseAt: Date;
}

/** What it is called and is, by its place among those of its kind, from 1 on. */
const NAMED: Readonly<
  Record<UploadKind, (place: number, content: Buffer) => { name: string; type: string }>
> = {
  photo: (place) => ({ name: `foto-${place}.jpg`, type: 'image/jpeg' }),
  voice: (place, content) => {
    const { type, ending } = voiceType(content);
    return { name: `gesproken-bericht-${place}.${ending}`, type };
  },
};

/** Still to be cleaned: nothing of it leaves the desk yet. */
const PENDING: readonly Stored['state'][] = ['uploading', 'quarantined'];

const allOf = async (desk: Desk, association: string, report: string): Promise<Stored[]> =>
  (
    await Promise.all(
      UPLOAD_KINDS.map((kind) => attachmentsOfReport(association, desk.database.db, report, kind)),
    )
  ).flat();

export const isPending = async (desk: Desk, association: string, report: string) =>
  (await allOf(desk, association, report)).some(({ state }) => PENDING.includes(state));

/** Those that are ready, in her order, and how many are not there. */
export async function readAttachments(
  desk: Desk,
  association: string,
  report: string,
): Promise<{ attachments: Attachment[]; missing: number }> {
  const stored = await allOf(desk, association, report);
  const attachments: Attachment[] = [];
  for (const each of stored) {
    const content = each.state === 'ready' && (await contentOf(desk, association, each));
    if (!content) continue;
    const place = stored.filter(({ kind }) => kind === each.kind).indexOf(each) + 1;
    attachments.push({
      ...NAMED[each.kind](place, content),
      kind: each.kind,
      content,
      sha256: createHash('sha256').update(content).digest('hex'),
      eraseAt: each.erase_at,
    });
  }
  return { attachments, missing: stored.length - attachments.length };
}

/** Undefined when it was erased a moment ago. */
const contentOf = (desk: Desk, association: string, { kind, id }: Stored) =>
  readFile(desk.attachments.cleanFile(kind, association, id)).catch(
    (error: NodeJS.ErrnoException): undefined => {
      if (error.code !== 'ENOENT') throw error;
    },
  );
