import type { ConsoleApp } from './app.ts';
import { t } from './texts.ts';

/** The page's title: where she is, and nothing of a tenant: titles end up in the browser's history. */
export function titleOf(app: ConsoleApp): string {
  const { signIn, work } = app;
  const count = signIn.state === 'in' ? work.alarms.open.length : 0;
  return count ? `${t('alarms.title', { count })} – ${placeOf(app)}` : placeOf(app);
}

function placeOf({ signIn, route, work }: ConsoleApp): string {
  if (signIn.state !== 'in') return join(t('title.sign-in'));
  const { name } = signIn.session.association;
  if (route.screen !== 'reports') return join(t(`title.${route.screen}`), name);
  const report = route.report && work.open.remote.value;
  if (report) return join(t('title.report', { reference: report.reference }), name);
  return join(t('title.reports'), name);
}

const join = (...parts: string[]): string => [...parts, t('title.console')].join(' – ');
