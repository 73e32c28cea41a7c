import { APPOINTMENTS, STAFF_APPOINTMENTS } from './appointment-endpoints.ts';
import { filled, type Parts } from './path.ts';

/**
 * What the elements on a tenant's page ask of the desk. `:name` parts are filled in by `pathOf`. These ride
 * in the first screen: what no element asks stands below.
 */
const PUBLIC = {
  repairRequests: '/api/v1/:association/repair-requests',
  messages: '/api/v1/:association/messages',
  callbacks: '/api/v1/:association/callbacks',
  callbackPromise: '/api/v1/:association/callbacks/promise',
  callbackState: '/api/v1/:association/callbacks/state',
  callbackChanged: '/api/v1/:association/callbacks/changed',
  callbackCancelled: '/api/v1/:association/callbacks/cancelled',
  alarms: '/api/v1/:association/alarms',
  alarmState: '/api/v1/:association/alarms/state',
  uploads: '/api/v1/:association/uploads',
  upload: '/api/v1/:association/uploads/:upload',
  uploadState: '/api/v1/:association/uploads/:upload/state',
  uploadPreview: '/api/v1/:association/uploads/:upload/preview',
} as const;

/** What a page loads, what works without a script, and what comes from a link or another system. */
const AROUND = {
  entry: '/:association/keukentafel.js',
  plainRepair: '/:association/reparatie',
  plainMessage: '/:association/bericht',
  plainAlarm: '/:association/wachtdienst',
  alarmForDuty: '/api/v1/:association/alarms/duty',
  alarmAcknowledged: '/api/v1/:association/alarms/acknowledged',
  reportStatus: '/api/v1/:association/reports/:reference/status',
} as const;

/** What staff ask; a tenant's first screen does not wait for these. */
const STAFF = {
  staffSession: '/api/v1/:association/staff/session',
  staffSessions: '/api/v1/:association/staff/sessions',
  staffSignedIn: '/api/v1/:association/staff/signed-in',
  staffReports: '/api/v1/:association/staff/reports',
  staffReport: '/api/v1/:association/staff/reports/:id',
  staffReportStatus: '/api/v1/:association/staff/reports/:id/status',
  staffReportMerged: '/api/v1/:association/staff/reports/:id/merged-into',
  staffReportNotes: '/api/v1/:association/staff/reports/:id/notes',
  staffFigures: '/api/v1/:association/staff/figures',
  staffErasures: '/api/v1/:association/staff/erasures',
  staffPhoto: '/api/v1/:association/staff/photos/:id',
  staffVoice: '/api/v1/:association/staff/recordings/:id',
  staffMessages: '/api/v1/:association/staff/messages',
  staffMessageAnswered: '/api/v1/:association/staff/messages/:id/answered',
  staffOutages: '/api/v1/:association/staff/outages',
  staffOutageEnd: '/api/v1/:association/staff/outages/:id/end',
  staffDeliveries: '/api/v1/:association/staff/deliveries',
  staffDelivery: '/api/v1/:association/staff/deliveries/:id',
  staffForm: '/api/v1/:association/staff/form',
  staffCalls: '/api/v1/:association/staff/calls',
  staffDangerCalls: '/api/v1/:association/staff/danger-calls',
  staffAlarms: '/api/v1/:association/staff/alarms',
  staffAlarmAcknowledged: '/api/v1/:association/staff/alarms/:id/acknowledged',
  staffAlarmOutcome: '/api/v1/:association/staff/alarms/:id/outcome',
  staffCallbacks: '/api/v1/:association/staff/callbacks',
  staffCallback: '/api/v1/:association/staff/callbacks/:id',
  staffCallbackClaim: '/api/v1/:association/staff/callbacks/:id/claim',
  staffCallbackOutcome: '/api/v1/:association/staff/callbacks/:id/outcome',
  staffEvents: '/api/v1/:association/staff/events',
} as const;

/** Every address of the desk, once. */
export const ENDPOINTS = {
  ...PUBLIC,
  ...APPOINTMENTS,
  ...AROUND,
  ...STAFF,
  ...STAFF_APPOINTMENTS,
};

export type PublicEndpoint = keyof typeof PUBLIC;
export type Endpoint = keyof typeof ENDPOINTS;

/** @throws when the template asks for a part that is not given. */
export const pathOf = (endpoint: Endpoint, parts: Parts): string =>
  filled(ENDPOINTS[endpoint], parts);

/** The same, on a tenant's page. */
export const publicPathOf = (endpoint: PublicEndpoint, parts: Parts): string =>
  filled(PUBLIC[endpoint], parts);

/** A send with this header happens once, however often it arrives (draft-ietf-httpapi-idempotency-key-header). */
export const IDEMPOTENCY_KEY = 'Idempotency-Key';
