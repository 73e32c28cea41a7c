import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startSite } from '../site/server.ts';
import { readConfig } from './config.ts';
import { jsonLog } from './log.ts';
import { program } from './process.ts';
import { readProfiles } from './profiles.ts';
import { Refusal } from './refusal.ts';
import { projectRoot } from './root.ts';
import { listen } from './server.ts';
import { setUpDemo } from './slots/demo.ts';
import { start } from './start.ts';

/**
 * What `npm start` runs: embedded database, demo site, and a member of staff who signs in without
 * more. It listens on this machine alone; for anything else there is `main.ts`.
 */
const HOST = '127.0.0.1';
const DEMO = 'delinde';
const DEVELOPMENT_USER = 'Sanne (proefmedewerker)';

const say = (line: string) => process.stdout.write(`${line}\n`);

await program(async (onStop) => {
  const root = projectRoot();
  const config = readConfig(process.env, root);
  const profiles = readProfiles(config.profilesDir);
  const desk = await listen(config.port && config.port + 1, HOST);
  const deskOrigin = `http://${HOST}:${desk.port}`;
  const origins = new Set<string>();
  const site = await startSite({
    port: config.port,
    deskOrigin,
    directory: siteFolder(root),
  }).catch((error: NodeJS.ErrnoException) => {
    throw new Refusal(
      error.code === 'EADDRINUSE'
        ? `Port ${config.port} is taken by another program: stop it, or choose another with PORT.`
        : `The demo site is not there (${error.code}): run npm run build first.`,
    );
  });
  origins.add(site.origin);
  const running = await start({
    profiles,
    dataDir: config.dataDir,
    databaseUrl: config.databaseUrl,
    environment: process.env,
    publicOrigin: deskOrigin,
    moreOrigins: origins,
    developmentUser: DEVELOPMENT_USER,
    // Without a mail server whoever runs this is on duty: what is hers stays behind the link.
    alarmHere: {
      send({ mail, link }) {
        say(`alarm: "${mail.subject}" ${link}`);
        return Promise.resolve();
      },
    },
    metricsToken: config.metricsToken,
    // Requests are the developer's own; what goes wrong is worth a line.
    log: quiet(jsonLog((line) => process.stderr.write(line))),
  });
  // Times can be chosen at once; what is set in the console meanwhile stays.
  if (profiles.has(DEMO)) await setUpDemo(running.desk, DEMO);
  desk.answerWith(running.app.fetch);
  onStop(async () => {
    await site.close();
    await running.stop(desk);
  });
  say(`site ${site.origin}`);
  say(`desk ${deskOrigin}`);
  say(
    `console ${deskOrigin}/console/?association=${[...profiles.keys()][0]} (press "Aanmelden": you are ${DEVELOPMENT_USER})`,
  );
  say(`ready in ${((Date.now() - config.startTime) / 1000).toFixed(1)} s`);
});

/** As it was built; before that, its pages without their own fonts. */
function siteFolder(root: string): string {
  const folders = ['dist/site', 'src/site'].map((folder) => join(root, folder));
  return folders.find((each) => existsSync(each)) ?? root;
}

function quiet(log: ReturnType<typeof jsonLog>): ReturnType<typeof jsonLog> {
  return (line) => {
    if (line.event === 'fault' || line.event === 'job-failed') log(line);
  };
}
