/**
 * Addresses of appointments, apart from the others: a tenant's first screen does not wait for these. On her
 * page one is `filled(APPOINTMENTS.freeTimes, { association })`.
 */
export const APPOINTMENTS = {
  freeTimes: '/api/v1/:association/free-times',
  appointments: '/api/v1/:association/appointments',
  appointmentHold: '/api/v1/:association/appointments/hold',
  appointmentRelease: '/api/v1/:association/appointments/release',
  appointmentState: '/api/v1/:association/appointments/state',
  appointmentMove: '/api/v1/:association/appointments/move',
  appointmentCancel: '/api/v1/:association/appointments/cancel',
} as const;

export const STAFF_APPOINTMENTS = {
  staffAppointments: '/api/v1/:association/staff/appointments',
  staffWithdrawn: '/api/v1/:association/staff/appointments/withdrawn',
  staffAppointmentMove: '/api/v1/:association/staff/appointments/:id/move',
  staffAppointmentCancel: '/api/v1/:association/staff/appointments/:id/cancel',
  staffPlanning: '/api/v1/:association/staff/planning',
  staffTeams: '/api/v1/:association/staff/teams',
  staffTeam: '/api/v1/:association/staff/teams/:id',
  staffPeople: '/api/v1/:association/staff/people',
  staffPerson: '/api/v1/:association/staff/people/:id',
  staffPersonDay: '/api/v1/:association/staff/people/:id/day',
  staffClosures: '/api/v1/:association/staff/closures',
  staffClosure: '/api/v1/:association/staff/closures/:id',
  staffAppointmentKinds: '/api/v1/:association/staff/appointment-kinds',
} as const;

export type AppointmentEndpoint = keyof typeof APPOINTMENTS;
