/**
 * Where in the console we are, as the address says it. Only ids: an address ends up in histories and
 * logs, so no name, phone number or search goes in.
 */
export type Route =
  | { screen: 'reports'; association: string; report?: string }
  | { screen: 'messages'; association: string };

/** @param search of a URL: "?association=delinde&report=…"; `association` is empty when left out */
export function readRoute(search: string): Route {
  const params = new URLSearchParams(search);
  const association = params.get('association') ?? '';
  if (params.get('screen') === 'messages') return { screen: 'messages', association };
  const report = params.get('report');
  return { screen: 'reports', association, ...(report ? { report } : {}) };
}

/** The other way round; begins with "?". */
export function writeRoute(route: Route): string {
  const params = new URLSearchParams({ association: route.association });
  if (route.screen === 'messages') params.set('screen', 'messages');
  else if (route.report) params.set('report', route.report);
  return `?${params}`;
}
