import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { Upload } from 'tus-js-client';
import { IDEMPOTENCY_KEY, pathOf, type Endpoint } from '../contract/endpoints.ts';
import { UPLOAD_METADATA, type UploadKind } from '../contract/upload.ts';
import type { Receipt, RepairAnswers, RepairRequest } from '../contract/repair-request.ts';
import type { TestDesk } from './testing.ts';

/** Made-up tenants and what they send. Numbers and addresses are nobody's. */

/** De Linde has people on duty, who are told by mail: a desk that goes live says through which server. */
export const MAIL_SERVER = {
  SMTP_URL: 'smtp://127.0.0.1:9',
  MAIL_FROM: 'De Linde <desk@delinde.example>',
};

export const DRIP: RepairAnswers = {
  danger: 'none',
  room: 'keuken',
  item: 'kraan',
  problem: 'kraan_drupt',
  address: { postcode: '9401ab', number: '12a' },
  name: 'Mevrouw Berg',
  reach: 'phone',
  phone: '06-12345678 (na 17u)',
  when: 'always',
};

export const request = (
  answers: Partial<RepairAnswers> = {},
  more: Partial<RepairRequest> = {},
): RepairRequest => ({
  draft: randomUUID(),
  questionnaireVersion: 1,
  triageVersion: '2026-11-21',
  language: 'nl',
  answers: { ...DRIP, ...answers },
  ...more,
});

export const MESSAGE = {
  text: 'Wanneer komt u?',
  reach: '06 12345678',
  language: 'nl',
  from: 'repair-form/photos',
};

interface Send {
  association?: string;
  key?: string;
  headers?: Record<string, string>;
}

/** Sends JSON as a tenant's page would. */
export const send = (
  desk: TestDesk,
  endpoint: Endpoint,
  body: unknown,
  { association = 'delinde', key = randomUUID(), headers = {} }: Send = {},
): Promise<Response> =>
  fetch(desk.origin + pathOf(endpoint, { association }), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', [IDEMPOTENCY_KEY]: key, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

/** Sends a repair request that must be taken. */
export async function report(
  desk: TestDesk,
  answers: Partial<RepairAnswers> = {},
  more: Partial<RepairRequest> & Send = {},
): Promise<Receipt> {
  const { association, key, headers, ...rest } = more;
  const answer = await send(desk, 'repairRequests', request(answers, rest), {
    association,
    key,
    headers,
  });
  if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Receipt;
}

/** Asks as a signed-in member of staff, from the desk's own page. */
export const ask = (
  desk: TestDesk,
  cookie: string,
  endpoint: Endpoint,
  {
    association = 'delinde',
    id,
    method = 'GET',
    body,
    query = '',
    headers = {},
  }: {
    association?: string;
    id?: string;
    method?: string;
    body?: unknown;
    query?: string;
    headers?: Record<string, string>;
  } = {},
): Promise<Response> =>
  fetch(desk.origin + pathOf(endpoint, { association, ...(id ? { id } : {}) }) + query, {
    method,
    headers: {
      cookie,
      Origin: desk.origin,
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

/** A picture as a phone makes it: with its name and the place in it. */
export const phonePhoto = (width = 2000, height = 1500): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#7aa2c4' } })
    .withExif({
      IFD0: { Make: 'SecretPhone' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 59/1 0/1' },
    })
    .jpeg()
    .toBuffer();

export interface Sent {
  url: string;
  photo: string;
}

/** Uploads by tus as the kit does. @throws the client's error, with `originalResponse` */
export const upload = (
  desk: TestDesk,
  bytes: Buffer,
  {
    draft,
    photo = randomUUID(),
    kind = 'photo',
    association = 'delinde',
    chunk,
  }: {
    draft: string;
    /** Its id. */
    photo?: string;
    kind?: UploadKind;
    association?: string;
    chunk?: number;
  },
): Promise<Sent> =>
  new Promise((resolve, reject) => {
    const client = new Upload(bytes, {
      endpoint: desk.origin + pathOf('uploads', { association }),
      metadata: {
        [UPLOAD_METADATA.draft]: draft,
        [UPLOAD_METADATA.kind]: kind,
        [UPLOAD_METADATA.id]: photo,
      },
      retryDelays: null,
      ...(chunk ? { chunkSize: chunk } : {}),
      onError: reject,
      onSuccess: () => resolve({ url: client.url ?? '', photo }),
    });
    client.start();
  });

/** Asks again until it is so: jobs run beside us. @throws after ten seconds */
export async function eventually<T>(look: () => Promise<T | undefined | false>): Promise<T> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const found = await look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('It did not come to be');
}
