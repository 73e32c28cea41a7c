import { FileStore } from '@tus/file-store';
import { EVENTS, Server } from '@tus/server';
import { pathOf } from '../../contract/endpoints.ts';
import { PROBLEMS } from '../../contract/problem.ts';
import type { Profile } from '../../contract/profile.ts';
import type { Desk } from '../desk.ts';
import { newSecret } from '../hash.ts';
import { ProblemError, problemOf } from '../http/problem.ts';
import { faultOf } from '../log.ts';
import { attachmentByUpload } from '../repositories/attachments.ts';
import { accept, admit, forget, readLater, LARGEST_UPLOAD } from './admit.ts';

/** Resumable uploads of one association (tus 1.0: creation, termination). */
export function tusServer(desk: Desk, profile: Profile): Server {
  const server = new Server({
    path: pathOf('uploads', { association: profile.id }),
    datastore: new FileStore({ directory: desk.attachments.rawFolder(profile.id) }),
    maxSize: LARGEST_UPLOAD,
    // The address of an upload is its key: who has it may go on with it or take it away.
    namingFunction: newSecret,
    // Whatever proxies stand before the desk, the address stays right.
    relativeLocation: true,
    respectForwardedHeaders: false,
    // CORS is ours: tus would allow every origin.
    allowedOrigins: () => false,
    async onUploadCreate(_, upload) {
      await asTus(admit(desk, profile, upload.id, upload.size, upload.metadata));
      // The draft's secret is not written to the disk, and not told to who has the address.
      return { metadata: {} };
    },
    async onUploadFinish(_, upload) {
      await asTus(taken(desk, profile, upload.id));
      return {};
    },
    onResponseError(_, error) {
      if (!('status_code' in error)) {
        desk.log({ event: 'fault', ...faultOf(error) });
        return new TusProblem(new ProblemError('fault'));
      }
      return undefined;
    },
  });
  server.on(EVENTS.POST_TERMINATE, (_request, _response, upload) => {
    void attachmentByUpload(profile.id, desk.database.db, upload)
      .then((photo) => photo && forget(desk, profile, photo))
      .catch((error: unknown) => desk.log({ event: 'fault', ...faultOf(error) }));
  });
  return server;
}

/** tus answers what is thrown, when it has these two. */
class TusProblem extends Error {
  readonly status_code: number;
  readonly body: string;
  constructor({ code, errors }: ProblemError) {
    super(code);
    this.status_code = PROBLEMS[code];
    this.body = JSON.stringify(problemOf(code, errors));
  }
}

async function taken(desk: Desk, profile: Profile, upload: string): Promise<void> {
  const { id, state } = await accept(desk, profile, upload);
  if (state === 'reading') await readLater(desk, profile, id);
}

async function asTus(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    throw error instanceof ProblemError ? new TusProblem(error) : error;
  }
}
