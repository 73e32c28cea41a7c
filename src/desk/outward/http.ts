import { lookup } from 'node:dns';
import * as http from 'node:http';
import * as https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPrivateAddress } from './private-address.ts';
import { Undelivered } from './undelivered.ts';

export interface Ask {
  method?: 'GET' | 'POST';
  headers: Readonly<Record<string, string>>;
  body?: string;
  /** May connect to an address within one's own network, and by plain http. */
  privateNetwork: boolean;
  /** Milliseconds for everything together: name, connection, sending, answer. */
  timeout?: number;
}

export interface Answer {
  status: number;
  headers: http.IncomingHttpHeaders;
  /** The first 64 kB. */
  text: string;
}

const TIMEOUT = 20_000;
const LONGEST_ANSWER = 64 * 1024;

/**
 * One request to an address that the operator wrote down. A redirect is not followed: what was signed
 * and encrypted for one receiver is not for another. The address is looked at when the connection is
 * made, so that a name cannot point elsewhere in between.
 *
 * @throws {Undelivered} `unreachable`, `timeout`, `certificate`, `private-address`
 */
export async function ask(address: string, options: Ask): Promise<Answer> {
  const url = new URL(address);
  const { privateNetwork, timeout = TIMEOUT } = options;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const plain = url.protocol !== 'https:';
  if (!privateNetwork && (plain || (isIP(host) && isPrivateAddress(host))))
    throw new Undelivered('private-address');
  const body = Buffer.from(options.body ?? '');
  try {
    return await send(plain ? http.request : https.request, url, {
      agent: false,
      method: options.method ?? 'POST',
      headers: { ...options.headers, 'content-length': String(body.length) },
      signal: AbortSignal.timeout(timeout),
      ...(privateNetwork ? {} : { lookup: publicOnly }),
      body,
    });
  } catch (error) {
    throw failureOf(error);
  }
}

const send = (
  request: typeof https.request,
  url: URL,
  { body, ...options }: https.RequestOptions & { body: Buffer },
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const going = request(url, options, (response) => {
      const parts: Buffer[] = [];
      let size = 0;
      const answered = () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(parts).toString('utf8').slice(0, LONGEST_ANSWER),
        });
      response.on('data', (part: Buffer) => {
        parts.push(part);
        size += part.length;
        if (size <= LONGEST_ANSWER) return;
        answered();
        response.destroy();
      });
      response.on('end', answered);
      response.on('error', reject);
    });
    going.on('error', reject);
    going.end(body);
  });

/** Like the usual lookup, but a name that points into a private network has no address. */
const publicOnly: LookupFunction = (host, options, done) => {
  lookup(host, { ...options, all: true }, (error, found) => {
    if (error) return done(error, '', 0);
    const [first] = found;
    if (!first || found.some(({ address }) => isPrivateAddress(address)))
      return done(new Undelivered('private-address'), '', 0);
    return options.all ? done(null, found) : done(null, first.address, first.family);
  });
};

const CERTIFICATE = /CERT|TLS|SSL|SIGNED|VERIFY|EPROTO/;

function failureOf(error: unknown): Undelivered {
  if (error instanceof Undelivered) return error;
  const { name = '', code = '' } = error as NodeJS.ErrnoException;
  if (name === 'AbortError' || name === 'TimeoutError' || code === 'ETIMEDOUT')
    return new Undelivered('timeout');
  return new Undelivered(CERTIFICATE.test(code) ? 'certificate' : 'unreachable');
}

/**
 * What an answer means, for every receiver: 2xx is taken, 410 is never again, anything else may become
 * better.
 * @throws {Undelivered}
 */
export function mustBeTaken(answer: Answer, now: number): Answer {
  const { status } = answer;
  if (status >= 200 && status < 300) return answer;
  if (status === 410) throw new Undelivered('gone', { final: true });
  const wait = retryAfter(answer.headers['retry-after'], now);
  if (status === 429) throw new Undelivered('busy', { wait });
  if (status === 401 || status === 403) throw new Undelivered('not-allowed');
  if (status >= 300 && status < 400) throw new Undelivered('redirect');
  throw status >= 500 ? new Undelivered('fault', { wait }) : new Undelivered('refused');
}

/** Seconds or a date (RFC 9110 §10.2.3). @returns milliseconds */
function retryAfter(header: string | undefined, now: number): number | undefined {
  if (!header) return undefined;
  const wait = /^\d{1,9}$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return wait > 0 ? wait : undefined;
}
