import { Hono } from 'hono';
import type { Desk } from './desk.ts';
import { association } from './http/association.ts';
import type { Env } from './http/env.ts';
import { securityHeaders } from './http/headers.ts';
import { answerProblem, ProblemError } from './http/problem.ts';
import { rateLimiter } from './http/rate-limit.ts';
import { requestLog } from './http/request-log.ts';
import { faultOf } from './log.ts';
import { alarmRoutes } from './routes/alarms.ts';
import { callbackRoutes } from './routes/callbacks.ts';
import { appointmentRoutes } from './routes/appointments.ts';
import { apiRoutes } from './routes/api.ts';
import { consoleRoutes } from './routes/console.ts';
import { healthRoutes } from './routes/health.ts';
import { kitRoutes } from './routes/kit.ts';
import { metricsRoutes } from './routes/metrics.ts';
import { plainFileRoutes } from './routes/plain-files.ts';
import { plainAlarmRoutes } from './routes/plain-alarm.ts';
import { plainMessageRoutes } from './routes/plain-message.ts';
import { plainRepairRoutes } from './routes/plain.ts';
import { sendingRoutes } from './routes/sending.ts';
import { staffAppointmentRoutes } from './routes/staff-appointments.ts';
import { staffPlanningRoutes } from './routes/staff-planning.ts';
import { staffDeliveryRoutes } from './routes/staff-deliveries.ts';
import { staffCallRoutes } from './routes/staff-calls.ts';
import { staffAlarmRoutes } from './routes/staff-alarms.ts';
import { staffCallbackRoutes } from './routes/staff-callbacks.ts';
import { staffErasureRoutes } from './routes/staff-erasures.ts';
import { staffEventRoutes } from './routes/staff-events.ts';
import { staffFiguresRoutes } from './routes/staff-figures.ts';
import { staffMergingRoutes } from './routes/staff-merging.ts';
import { staffMessageRoutes } from './routes/staff-messages.ts';
import { staffOutageRoutes } from './routes/staff-outages.ts';
import { staffReportRoutes } from './routes/staff-reports.ts';
import { staffSessionRoutes } from './routes/staff-session.ts';
import { staffSignedInRoutes } from './routes/staff-signed-in.ts';
import { statusBackRoutes } from './routes/status-back.ts';
import { uploadRoutes } from './routes/uploads.ts';
import { signedIn } from './staff/guard.ts';
import { sameOrigin } from './http/same-origin.ts';

/** The whole desk as one function from request to answer; it listens nowhere. */
export function createApp(desk: Desk): Hono<Env> {
  const limit = rateLimiter(desk.limits, desk.trustedProxies, desk.now);
  const staff = '/api/v1/:association/staff/*';
  const app = new Hono<Env>()
    .onError((error, c) => {
      if (error instanceof ProblemError) return answerProblem(c, error);
      desk.log({ event: 'fault', request: c.var.request, ...faultOf(error) });
      return answerProblem(c, new ProblemError('fault'));
    })
    .notFound((c) => answerProblem(c, new ProblemError('not-found')))
    .use(requestLog(desk.log, desk.now))
    .use(securityHeaders(desk.publicOrigin.startsWith('https://')))
    .route('/', healthRoutes(desk))
    .route('/', metricsRoutes(desk))
    .route('/', consoleRoutes(desk))
    .route('/', kitRoutes(desk))
    .route('/', plainFileRoutes(desk))
    .route('/', plainRepairRoutes(desk, limit))
    .route('/', plainMessageRoutes(desk, limit))
    .route('/', plainAlarmRoutes(desk, limit))
    .use('/api/v1/:association/*', association(desk))
    .route('/', sendingRoutes(desk, limit))
    .route('/', alarmRoutes(desk, limit))
    .route('/', callbackRoutes(desk, limit))
    .route('/', appointmentRoutes(desk, limit))
    .route('/', uploadRoutes(desk, limit))
    .route('/', statusBackRoutes(desk, limit))
    .route('/', staffSessionRoutes(desk, limit))
    .route('/', staffSignedInRoutes(desk, limit))
    .use(staff, limit('staff'), sameOrigin(desk), signedIn(desk))
    .route('/', staffReportRoutes(desk))
    .route('/', staffFiguresRoutes(desk))
    .route('/', staffMergingRoutes(desk))
    .route('/', staffMessageRoutes(desk))
    .route('/', staffOutageRoutes(desk))
    .route('/', staffDeliveryRoutes(desk))
    .route('/', staffCallRoutes(desk))
    .route('/', staffAlarmRoutes(desk))
    .route('/', staffCallbackRoutes(desk))
    .route('/', staffAppointmentRoutes(desk))
    .route('/', staffPlanningRoutes(desk))
    .route('/', staffErasureRoutes(desk))
    .route('/', staffEventRoutes(desk));
  return app.route('/', apiRoutes(app));
}
