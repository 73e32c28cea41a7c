import assert from 'node:assert/strict';
import { after, beforeEach, describe, test } from 'node:test';
import { Refusal } from '../refusal.ts';
import { readMailServer, sendMail, type Mail } from './send-mail.ts';
import { smtpReceiver } from './test-receivers.ts';
import { Undelivered } from './undelivered.ts';

const box = await smtpReceiver();
after(() => box.close());
beforeEach(() => {
  box.got.length = 0;
  box.refusal = undefined;
});

const FROM = '"De Linde, desk" <desk@delinde.example>';
const serverAt = (url: string) => {
  const server = readMailServer({ SMTP_URL: url, MAIL_FROM: FROM });
  assert.ok(server);
  return server;
};
const MAIL: Mail = {
  to: 'reparaties@delinde.example',
  subject: 'Spoed: De kraan druppelt',
  text: 'Tekst met é en 💧',
  html: '<p>Tekst met é en 💧</p>',
  id: 'report-1.mailbox',
};
const send = async (mail: Partial<Mail> = {}) => {
  await sendMail(serverAt(box.url), { ...MAIL, ...mail });
  const [got] = box.got;
  assert.ok(got);
  return got;
};

describe('a mail', () => {
  test('arrives as text and as HTML, and asks for no answer by itself', async () => {
    const { to, mail } = await send();
    assert.deepEqual(to, ['reparaties@delinde.example']);
    assert.equal(mail.text?.trim(), MAIL.text);
    assert.match(mail.html ?? '', /Tekst met é en 💧/);
    const header = (key: string) => mail.headers.find((each) => each.key === key)?.value;
    assert.equal(header('auto-submitted'), 'auto-generated');
    assert.equal(header('x-auto-response-suppress'), 'All');
    assert.deepEqual(
      [mail.from?.name, mail.from?.address],
      ['De Linde, desk', 'desk@delinde.example'],
    );
  });

  test('sent again it is recognised: it has the same Message-ID', async () => {
    await send();
    await send();
    const ids = box.got.map(({ mail }) => mail.messageId);
    assert.deepEqual(ids, Array(2).fill('<report-1.mailbox@delinde.example>'));
  });

  test('keeps its files as they are', async () => {
    const content = Buffer.from([0, 255, 13, 10, 46, 13, 10, 1]);
    const { mail } = await send({
      attachments: [{ name: 'foto-1.jpg', type: 'image/jpeg', content }],
    });
    const [file] = mail.attachments;
    assert.deepEqual([file?.filename, file?.mimeType], ['foto-1.jpg', 'image/jpeg']);
    assert.deepEqual(Buffer.from(file?.content as ArrayBuffer), content);
  });

  test('has no more headers and no more receivers than we gave it, whatever somebody typed', async () => {
    const typed = 'Kraan\r\nBcc: boef@evil.example\r\n\r\nAnders\u2028X-Evil: 1\u202E';
    const { to, raw, mail } = await send({ subject: typed, text: typed });
    assert.deepEqual(to, ['reparaties@delinde.example']);
    const names = mail.headers.map(({ key }) => key);
    for (const name of ['bcc', 'x-evil', 'cc']) assert.ok(!names.includes(name), name);
    assert.equal(mail.subject, 'Kraan Bcc: boef@evil.example Anders X-Evil: 1');
    assert.doesNotMatch(raw.split('\r\n\r\n')[0] ?? '', /^(Bcc|X-Evil):/m);
  });

  test('is not “to” whoever is written behind a comma', async () => {
    const error: unknown = await send({ to: 'a@delinde.example, b@evil.example' }).catch(
      (thrown: unknown) => thrown,
    );
    assert.ok(error instanceof Error);
    assert.equal(box.got.length, 0);
  });
});

describe('a mail server that does not take it', () => {
  const failure = async (url: string) => {
    const error: unknown = await sendMail(serverAt(url), MAIL).catch((thrown: unknown) => thrown);
    assert.ok(error instanceof Undelivered, String(error));
    assert.ok(!error.message.includes('@'), 'nothing of the answer');
    return error.code;
  };

  for (const at of ['recipient', 'data'] as const)
    test(`is told by a code, at the ${at}`, async () => {
      box.refusal = { code: 550, at };
      assert.equal(await failure(box.url), 'mail-refused');
      box.refusal = { code: 451, at };
      assert.equal(await failure(box.url), 'mail-later');
    });

  test('a password that is not right is told as that', async () => {
    assert.equal(await failure(box.url.replace('//', '//desk:wrong@')), 'mail-sign-in');
  });

  test('on another machine without TLS hears nothing of it', async () => {
    // Linux takes 0.0.0.0 for this machine; we do not, so it counts as another one.
    assert.equal(await failure(box.url.replace('127.0.0.1', '0.0.0.0')), 'certificate');
    assert.equal(box.got.length, 0);
  });

  test('nobody there is “unreachable”', async () => {
    const gone = await smtpReceiver();
    await gone.close();
    assert.equal(await failure(gone.url), 'unreachable');
  });
});

describe('the settings', () => {
  test('are two variables; without both there is no mail', () => {
    assert.equal(readMailServer({}), undefined);
    assert.deepEqual(
      readMailServer({ SMTP_URL: 'smtps://a%40b:p%2Fw@mail.example', MAIL_FROM: 'd@l.example' }),
      {
        host: 'mail.example',
        port: 465,
        secure: true,
        from: { name: '', address: 'd@l.example' },
        user: { user: 'a@b', pass: 'p/w' },
      },
    );
  });

  test('that are not right are named, and never repeated', () => {
    const wrong: [Record<string, string>, string][] = [
      [{ SMTP_URL: 'https://geheim@x' }, 'SMTP_URL'],
      [{ SMTP_URL: 'geheim' }, 'SMTP_URL'],
      [{ MAIL_FROM: 'd@l.example' }, 'SMTP_URL'],
      [{ SMTP_URL: 'smtps://geheim@x' }, 'MAIL_FROM'],
      [{ SMTP_URL: 'smtps://x', MAIL_FROM: 'geheim' }, 'MAIL_FROM'],
      [{ SMTP_URL: 'smtps://x', MAIL_FROM: 'a@b.nl\r\nBcc: geheim@x.nl' }, 'MAIL_FROM'],
    ];
    for (const [env, variable] of wrong)
      assert.throws(
        () => readMailServer(env),
        (error) =>
          error instanceof Refusal &&
          error.message.startsWith(variable) &&
          !error.message.includes('geheim'),
        variable,
      );
  });
});
