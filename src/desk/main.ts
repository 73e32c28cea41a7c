import { readConfig } from './config.ts';
import { jsonLog } from './log.ts';
import { program } from './process.ts';
import { readProfiles } from './profiles.ts';
import { Refusal } from './refusal.ts';
import { projectRoot } from './root.ts';
import { listen } from './server.ts';
import { providersOf } from './staff/providers.ts';
import { start } from './start.ts';

/** The desk in production. There is no way to sign in but the association's own (OpenID Connect). */
await program(async (onStop) => {
  const config = readConfig(process.env, projectRoot());
  const profiles = readProfiles(config.profilesDir);
  const providers = providersOf(profiles, config);
  if (!config.publicOrigin)
    throw new Refusal('Set PUBLIC_URL to the address at which people reach the desk.');
  const log = jsonLog((line) => process.stdout.write(line));
  const listening = await listen(config.port, config.host);
  const running = await start({
    profiles,
    dataDir: config.dataDir,
    databaseUrl: config.databaseUrl,
    environment: process.env,
    publicOrigin: config.publicOrigin,
    providers,
    trustedProxies: config.trustedProxies,
    metricsToken: config.metricsToken,
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
