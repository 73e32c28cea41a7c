import { readTab, writeTab } from './tab.ts';

/** AES-GCM with a fresh nonce for every record; the key is this tab's. */

export const KEY_NAME = 'key';

export interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
}

const toText = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
const toBytes = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

let imported: { text: string; key: Promise<CryptoKey> } | undefined;

function tabKey(): Promise<CryptoKey> {
  let text = readTab(KEY_NAME);
  if (text === undefined) {
    text = toText(crypto.getRandomValues(new Uint8Array(32)));
    writeTab(KEY_NAME, text);
  }
  if (imported?.text !== text)
    imported = {
      text,
      key: crypto.subtle.importKey('raw', toBytes(text), 'AES-GCM', false, ['encrypt', 'decrypt']),
    };
  return imported.key;
}

export async function seal(plain: BufferSource): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { iv, data: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await tabKey(), plain) };
}

/** Undefined when another tab's key sealed it. */
export async function open({ iv, data }: Sealed): Promise<ArrayBuffer | undefined> {
  try {
    return await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, await tabKey(), data);
  } catch {
    return undefined;
  }
}
