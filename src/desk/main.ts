import { readConfig } from './config.ts';
import { jsonLog } from './log.ts';
import { program } from './process.ts';
import { readProfiles } from './profiles.ts';
import { Refusal } from './refusal.ts';
import { projectRoot } from './root.ts';
import { listen } from './server.ts';
import { start } from './start.ts';

/** The desk in production. There is no way to sign in but the association's own (OpenID Connect). */
await program(async (onStop) => {
  const config = readConfig(process.env, projectRoot());
  if (!config.oidc)
    throw new Refusal(
      'The desk needs the sign-in of your association: set OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET.',
    );
  if (!config.publicOrigin)
    throw new Refusal('Set PUBLIC_URL to the address at which people reach the desk.');
  const profiles = readProfiles(config.profilesDir);
  const log = jsonLog((line) => process.stdout.write(line));
  const listening = await listen(config.port, config.host);
  const running = await start({
    profiles,
    dataDir: config.dataDir,
    databaseUrl: config.databaseUrl,
    publicOrigin: config.publicOrigin,
    trustedProxies: config.trustedProxies,
    log,
  });
  listening.answerWith(running.app.fetch);
  log({ event: 'started', ms: Date.now() - config.startTime });
  onStop(async () => {
    log({ event: 'stopping' });
    await running.stop(listening);
    log({ event: 'stopped' });
  });
});
