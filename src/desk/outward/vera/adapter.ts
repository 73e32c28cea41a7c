import type { SettingsOf } from '../../../contract/outward.ts';
import { ask, mustBeTaken, type Answer } from '../http.ts';
import { jsonIn, shownReference, type Adapter, type Delivered } from '../port.ts';
import { veraPayload } from './payload.ts';
import { utc } from './times.ts';

/** Where the key or token of each request comes from. */
export interface VeraAuth {
  headers(now: number): Promise<Readonly<Record<string, string>>>;
  /** The receiver did not take it: do not use the same token again. */
  refused(): void;
}

/** POST /onderhoudsverzoeken of a system that speaks VERA. Never strict: see `person.ts`. */
export const veraAdapter = (settings: SettingsOf<'vera'>, auth: VeraAuth): Adapter => {
  const { privateNetwork } = settings;
  const url = `${settings.url.replace(/\/+$/, '')}/onderhoudsverzoeken`;
  return {
    async deliver(outgoing) {
      const { now, delivery } = outgoing;
      const answer = await ask(url, {
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          ...(await auth.headers(now)),
          ...sender(settings),
          'X-Stuurgegevens-Tijdstip-Bericht': utc(now),
          // The same for every attempt; with idExtern, which is the tenant's own number, a receiver
          // knows what it had already. VERA itself has no word for sending twice.
          'X-Stuurgegevens-Referentienummer': delivery,
        },
        body: JSON.stringify(veraPayload(outgoing, settings)),
        privateNetwork,
      });
      if (answer.status === 401) auth.refused();
      return taken(mustBeTaken(answer, now));
    },
  };
};

const sender = ({ organisation, administration }: SettingsOf<'vera'>) => ({
  ...(organisation ? { 'X-Stuurgegevens-Zender-Organisatie': organisation } : {}),
  ...(administration ? { 'X-Stuurgegevens-Zender-Administratie': administration } : {}),
});

/** The number that people use there, or its id, or the end of where it is. */
function taken({ text, headers }: Answer): Delivered {
  const body = jsonIn(text);
  const at = headers.location?.split('?')[0]?.split('/').pop();
  const reference = [body?.['code'], body?.['id'], at].map(shownReference).find(Boolean);
  return reference ? { reference } : {};
}
