import { expect } from '@open-wc/testing';
import { noise } from '../../../test/browser/photos.ts';
import { askDesk, newDesk, tellDesk } from '../../../test/browser/small-desk.ts';
import { mendAll, withoutDatabase } from '../../../test/browser/broken.ts';
import { waitUntil } from '../../../test/browser/until.ts';
import { uuid } from '../ids.ts';
import {
  loadAttachment,
  photo as photoOf,
  removeAttachment,
  saveAttachment,
} from '../storage/attachments.ts';
import { uploadQueue } from './queue.ts';
import type { UploadOutcome, UploadQueue } from './queue.ts';

afterEach(mendAll);

const DRAFT = uuid();
let photo: Blob;

const hashOf = async (blob: Blob): Promise<string> =>
  [...new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer()))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');

const online = (): boolean => dispatchEvent(new Event('online'));

interface Sending {
  outcome: Promise<UploadOutcome>;
  shares: number[];
  /** Every change of "it does not reach the desk". */
  waits: boolean[];
  leave: () => void;
}

function send(queue: UploadQueue, id: string): Sending {
  const shares: number[] = [];
  const waits: boolean[] = [];
  const leave = new AbortController();
  const outcome = queue.send(photoOf(id), DRAFT, {
    progress: (share) => shares.push(share),
    waits: (waiting) => waits.push(waiting),
    leave: leave.signal,
  });
  return { outcome, shares, waits, leave: () => leave.abort() };
}

describe('a photo on its way', () => {
  let origin: string;
  const queue = (): UploadQueue => uploadQueue({ origin, association: 'delinde' });
  const stored = async (): Promise<string> => {
    const id = uuid();
    await saveAttachment(photoOf(id), photo);
    return id;
  };

  before(async () => {
    photo = await noise(800, 600);
    expect(photo.size, 'several pieces').to.be.greaterThan(2 * 128 * 1024);
  });
  beforeEach(async () => {
    sessionStorage.clear();
    origin = await newDesk();
  });

  it('arrives as it left, with the secret of its draft', async () => {
    const id = await stored();
    const { outcome, shares } = send(queue(), id);
    expect(await outcome).to.equal('sent');
    const [upload] = (await askDesk()).uploads;
    expect(upload!.hash).to.equal(await hashOf(photo));
    expect(upload!.metadata).to.deep.equal({ draft: DRAFT, kind: 'photo', id });
    expect(shares.at(-1)).to.equal(1);
    expect([...shares].sort((a, b) => a - b)).to.deep.equal(shares);
  });

  it('cut off, goes on where it stopped', async () => {
    const id = await stored();
    await tellDesk({ cut: 2 });
    const { outcome, waits } = send(queue(), id);
    await waitUntil(() => waits.includes(true), 'it waits');
    const { uploads } = await askDesk();
    expect(uploads[0]!.there).to.equal(128 * 1024);
    await tellDesk({ down: false });
    online();
    expect(await outcome).to.equal('sent');
    const after = await askDesk();
    expect(after.uploads, 'one upload, not two').to.have.length(1);
    expect(after.uploads[0]!.hash).to.equal(await hashOf(photo));
    expect(waits.at(-1), 'it no longer waits').to.equal(false);
  });

  it('keeps its way when the camera kills the page: the next page goes on at the same place', async () => {
    const id = await stored();
    await tellDesk({ cut: 2 });
    const first = send(queue(), id);
    await waitUntil(() => first.waits.includes(true), 'it waits');
    first.leave();
    expect(await first.outcome).to.equal('left');
    expect((await loadAttachment(photoOf(id)))?.uploadUrl).to.contain('/uploads/');
    await tellDesk({ down: false });
    expect(await send(queue(), id).outcome).to.equal('sent');
    const { uploads, requests } = await askDesk();
    expect(uploads).to.have.length(1);
    expect(requests.filter((each) => each === 'HEAD uploads')).to.have.length(1);
  });

  it('that the desk forgot meanwhile starts again', async () => {
    const id = await stored();
    await tellDesk({ cut: 2 });
    const first = send(queue(), id);
    await waitUntil(() => first.waits.includes(true), 'it waits');
    first.leave();
    await first.outcome;
    // A new desk has none of it.
    origin = await newDesk();
    await fetch((await loadAttachment(photoOf(id)))!.uploadUrl!, {
      method: 'DELETE',
      headers: { 'Tus-Resumable': '1.0.0' },
    });
    expect(await send(queue(), id).outcome).to.equal('sent');
    expect((await askDesk()).uploads.at(-1)!.hash).to.equal(await hashOf(photo));
  });

  for (const status of [400, 413, 415, 422])
    it(`that the desk will not have (${status}) is not sent for ever`, async () => {
      await tellDesk({ refuse: status });
      expect(await send(queue(), await stored()).outcome).to.equal('refused');
    });

  const CODES: [code: string, status: number, outcome: UploadOutcome][] = [
    ['too-large', 413, 'too-large'],
    ['photo-too-many-pixels', 422, 'too-large'],
    ['not-a-photo', 415, 'unreadable'],
    ['bad-request', 400, 'refused'],
  ];
  for (const [code, status, outcome] of CODES)
    it(`is ${outcome} when the desk says ${code}`, async () => {
      await tellDesk({ refuse: status, refusal: code });
      expect(await send(queue(), await stored()).outcome).to.equal(outcome);
    });

  for (const status of [401, 402, 418, 451])
    it(`is asked again of whoever says ${status}, and not for ever`, async () => {
      await tellDesk({ refuse: status });
      const { outcome, waits } = send(queue(), await stored());
      const times = (count: number) =>
        waitUntil(() => waits.filter((waiting) => waiting).length === count, `${count} times`);
      await times(1);
      online();
      await times(2);
      online();
      expect(await outcome).to.equal('refused');
      const { requests } = await askDesk();
      expect(requests.filter((each) => each === 'POST uploads')).to.have.length(3);
    });

  for (const status of [403, 408, 409, 423, 425, 429, 500, 503])
    it(`waits when the desk cannot now (${status})`, async () => {
      await tellDesk({ refuse: status });
      const { outcome, waits } = send(queue(), await stored());
      await waitUntil(() => waits.includes(true));
      await tellDesk({ refuse: 0 });
      online();
      expect(await outcome).to.equal('sent');
    });

  it('one after the other, in their order', async () => {
    const ids = [await stored(), await stored(), await stored()];
    const one = queue();
    await Promise.all(ids.map((id) => send(one, id).outcome));
    expect((await askDesk()).uploads.map(({ metadata }) => metadata['id'])).to.deep.equal(ids);
  });

  it('taken back, is forgotten by the desk, and the next one goes', async () => {
    const [first, second] = [await stored(), await stored()];
    await tellDesk({ cut: 2 });
    const one = queue();
    const sending = send(one, first);
    const next = send(one, second);
    await waitUntil(() => sending.waits.includes(true), 'it waits');
    await tellDesk({ down: false });
    await one.cancel(photoOf(first));
    expect(await sending.outcome).to.equal('gone');
    expect(await next.outcome).to.equal('sent');
    await waitUntil(async () => (await askDesk()).uploads[0]!.there === null, 'it is forgotten');
  });

  it('taken back before its turn, is never sent', async () => {
    const [first, second] = [await stored(), await stored()];
    const one = queue();
    const sending = send(one, first);
    const next = send(one, second);
    await one.cancel(photoOf(second));
    expect(await next.outcome).to.equal('gone');
    expect(await sending.outcome).to.equal('sent');
    expect((await askDesk()).uploads).to.have.length(1);
  });

  it('taken back at the very start, does not slip out', async () => {
    const id = await stored();
    const one = queue();
    const { outcome } = send(one, id);
    // It has begun to read the photo, and not yet to send it.
    await Promise.resolve();
    await Promise.resolve();
    void one.cancel(photoOf(id));
    expect(await outcome).to.equal('gone');
    expect((await askDesk()).uploads).to.have.length(0);
  });

  it('that is no longer on the device is gone', async () => {
    const id = await stored();
    await removeAttachment(photoOf(id));
    expect(await send(queue(), id).outcome).to.equal('gone');
  });

  it('that the browser does not give back for a moment is not gone', async () => {
    const id = await stored();
    const mend = withoutDatabase();
    const { outcome, waits } = send(queue(), id);
    await waitUntil(() => waits.includes(true));
    mend();
    online();
    expect(await outcome).to.equal('sent');
  });
});
