import nodemailer from 'nodemailer';
import { Refusal } from '../refusal.ts';
import { Undelivered } from './undelivered.ts';

/** How the desk sends mail; one for all associations, from the environment. */
export interface MailServer {
  host: string;
  port: number;
  /** TLS from the first byte; otherwise STARTTLS is demanded, except on this machine itself. */
  secure: boolean;
  user?: { user: string; pass: string };
  from: { name: string; address: string };
}

export interface Mail {
  to: string;
  /** Without personal data: it is shown on locked screens and kept in logs of mail servers. */
  subject: string;
  text: string;
  html: string;
  /** What comes before the @ of the Message-ID: the same for every attempt at the same thing. */
  id: string;
  attachments?: readonly { name: string; type: string; content: Buffer }[];
}

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/;

/**
 * `SMTP_URL` ("smtps://name:password@mail.example:465", or smtp: for STARTTLS) and `MAIL_FROM`
 * ("Woningstichting De Linde <desk@delinde.example>").
 *
 * @returns undefined when neither is set
 * @throws {Refusal} naming the variable; never with what is in it
 */
export function readMailServer(env: Readonly<Record<string, string | undefined>>) {
  const { SMTP_URL, MAIL_FROM } = env;
  if (!SMTP_URL && !MAIL_FROM) return undefined;
  const url = SMTP_URL && URL.canParse(SMTP_URL) ? new URL(SMTP_URL) : undefined;
  if (!url?.hostname || !/^smtps?:$/.test(url.protocol))
    throw new Refusal('SMTP_URL must look like smtps://name:password@mail.example:465.');
  const secure = url.protocol === 'smtps:';
  const from = /^(?:([^<>\r\n]*)<)?([^\s<>@]+@[^\s<>@]+)>?$/.exec((MAIL_FROM ?? '').trim());
  if (!from?.[2])
    throw new Refusal('MAIL_FROM must be an e-mail address, like Desk <desk@corporatie.example>.');
  const server: MailServer = {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    from: { name: (from[1] ?? '').trim().replace(/^"(.*)"$/, '$1'), address: from[2] },
    ...(url.username
      ? { user: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }
      : {}),
  };
  return server;
}

/** No line break gets into a header, whoever typed it. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ').trim();

/**
 * Hands one message to the mail server. That it was taken does not mean that somebody read it.
 * @throws {Undelivered} `mail-sign-in`, `mail-refused`, `mail-later`, `unreachable`, `timeout`, `certificate`
 */
export async function sendMail(server: MailServer, mail: Mail): Promise<void> {
  const transport = nodemailer.createTransport({
    host: server.host,
    port: server.port,
    secure: server.secure,
    requireTLS: !server.secure && !LOOPBACK.test(server.host),
    ignoreTLS: !server.secure && LOOPBACK.test(server.host),
    ...(server.user ? { auth: server.user } : {}),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    // A message never makes the desk read a file or fetch an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({
      from: server.from,
      to: { name: '', address: mail.to },
      subject: oneLine(mail.subject),
      text: mail.text,
      html: mail.html,
      messageId: `<${mail.id}@${server.from.address.split('@')[1]}>`,
      headers: {
        // RFC 3834; the other one is what Exchange listens to. No holiday answer comes back.
        'Auto-Submitted': 'auto-generated',
        'X-Auto-Response-Suppress': 'All',
        'Content-Language': 'nl',
      },
      attachments: (mail.attachments ?? []).map(({ name, type, content }) => ({
        filename: name,
        contentType: type,
        content,
      })),
    });
  } catch (error) {
    throw failureOf(error as NodeJS.ErrnoException & { responseCode?: number });
  } finally {
    transport.close();
  }
}

function failureOf({ code = '', responseCode = 0 }: { code?: string; responseCode?: number }) {
  if (code === 'EAUTH' || code === 'ENOAUTH') return new Undelivered('mail-sign-in');
  if (code === 'ETIMEDOUT') return new Undelivered('timeout');
  if (code === 'ETLS' || /CERT|SELF_SIGNED/.test(code)) return new Undelivered('certificate');
  if (responseCode >= 500) return new Undelivered('mail-refused');
  if (responseCode >= 400) return new Undelivered('mail-later');
  return new Undelivered(
    /^(ECONNECTION|ESOCKET|EDNS|ECONN|ENOTFOUND)/.test(code) ? 'unreachable' : 'unknown',
  );
}
