import type { SettingsOf } from '../../contract/outward.ts';
import type { Words } from '../texts.ts';
import type { Attachment } from './attachments.ts';
import { bodiesOf } from './mail-body.ts';
import { mailSubject } from './mail-subject.ts';
import type { Adapter } from './port.ts';
import { sendMail, type MailServer } from './send-mail.ts';

/** Mail servers commonly take messages of 20 to 25 MB, and base64 makes a file a third larger. */
const MOST_BYTES = 14 * 1024 * 1024;

/**
 * A message to a mailbox of the association, for people to read.
 * @param words Dutch
 */
export const mailbox = (
  { id, to }: SettingsOf<'mail'>,
  server: MailServer,
  words: () => Words,
): Adapter => ({
  async deliver({ report, attachments }) {
    const enclosed = within(attachments, MOST_BYTES);
    const { text, html } = bodiesOf(report, enclosed, words());
    await sendMail(server, {
      to,
      subject: mailSubject(report, words()),
      text,
      html,
      id: `${report.id}.${id}`,
      attachments: enclosed,
    });
    return {};
  },
});

/** As many as fit; the message says where the others are. */
function within(attachments: readonly Attachment[], most: number): readonly Attachment[] {
  let size = 0;
  return attachments.filter(({ content }) => (size += content.length) <= most);
}
