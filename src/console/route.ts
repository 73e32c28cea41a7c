/**
 * Where in the console we are, as the address says it. Only ids: an address ends up in histories and
 * logs, so no name, phone number or search goes in.
 */
export type Route =
  | { screen: 'reports'; association: string; report?: string }
  | { screen: 'callbacks'; association: string; callback?: string }
  | { screen: Aside; association: string };

/** Screens beside the reports. */
type Aside = (typeof ASIDES)[number];
const ASIDES = ['new', 'figures', 'messages', 'outages', 'deliveries'] as const;

/** @param search of a URL: "?association=delinde&report=…"; `association` is empty when left out */
export function readRoute(search: string): Route {
  const params = new URLSearchParams(search);
  const association = params.get('association') ?? '';
  const aside = ASIDES.find((screen) => screen === params.get('screen'));
  if (aside) return { screen: aside, association };
  if (params.get('screen') === 'callbacks') {
    const callback = params.get('callback');
    return { screen: 'callbacks', association, ...(callback ? { callback } : {}) };
  }
  const report = params.get('report');
  return { screen: 'reports', association, ...(report ? { report } : {}) };
}

/** The other way round; begins with "?". */
export function writeRoute(route: Route): string {
  const params = new URLSearchParams({ association: route.association });
  if (route.screen !== 'reports') params.set('screen', route.screen);
  if (route.screen === 'callbacks' && route.callback) params.set('callback', route.callback);
  if (route.screen === 'reports' && route.report) params.set('report', route.report);
  return `?${params}`;
}
