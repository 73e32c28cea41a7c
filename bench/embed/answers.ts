import { get } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { ROOT } from '../../scripts/lib/files.mjs';
import { startDesk } from '../../src/desk/testing.ts';

/** What the server says to one path. */
export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export type Answers = ReadonlyMap<string, Answer>;

/** A file of ours, as a careful web server sends it: brotli at its best, made beforehand. */
export function file(type: string, text: string): Answer {
  const body = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  return {
    status: 200,
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'content-encoding': 'br',
      'cache-control': 'public, max-age=3600',
      'content-length': String(body.length),
    },
    body,
  };
}

const OF_THE_CONNECTION = new Set(['connection', 'keep-alive', 'date', 'transfer-encoding']);

const ask = (url: string): Promise<Answer> =>
  new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'br, gzip' } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const headers = Object.fromEntries(
          Object.entries(response.headers).filter(([name]) => !OF_THE_CONNECTION.has(name)),
        );
        const body = Buffer.concat(chunks);
        resolve({ status: response.statusCode ?? 0, headers, body });
      });
    }).on('error', reject);
  });

/**
 * Every answer that a page gets from a real desk, byte for byte, asked once: while loading is measured,
 * no database works beside it.
 * @param publicOrigin where these answers will be served from
 */
export async function answersOfDesk(publicOrigin: string): Promise<Answers> {
  const desk = await startDesk({ publicOrigin });
  try {
    const assets = readdirSync(join(ROOT, 'dist/cdn/assets'))
      .filter((name) => name.endsWith('.js'))
      .map((name) => `/assets/${name}`);
    const answers = new Map<string, Answer>();
    for (const path of ['/delinde/keukentafel.js', ...assets]) {
      const answer = await ask(desk.origin + path);
      if (answer.status !== 200) throw new Error(`The desk answered ${answer.status} to ${path}`);
      answers.set(path, answer);
    }
    return answers;
  } finally {
    await desk.close();
  }
}
