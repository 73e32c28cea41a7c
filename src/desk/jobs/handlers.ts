import type { Desk } from '../desk.ts';
import { readPhoto } from '../photos/read.ts';
import { sendAlarm, sendDueAlarms } from './alarm.ts';
import { keepAppointments } from './appointments.ts';
import { cleanAttachment } from './clean-attachment.ts';
import { deliver, deliverDue } from './deliver.ts';
import { erase } from './erase.ts';
import { forgetUploads } from './forget-uploads.ts';
import type { Handlers } from './jobs.ts';

export const handlersOf = (desk: Desk): Handlers => ({
  'read-photo': ({ association, photo }) => readPhoto(desk, association, photo),
  alarm: ({ association, alarm }) => sendAlarm(desk, association, alarm),
  'alarms-due': () => sendDueAlarms(desk),
  // Of any kind: it has the name from when there were photos only, and old jobs may be waiting.
  'clean-photo': ({ association, photo }) => cleanAttachment(desk, association, photo),
  deliver: ({ association, delivery }) => deliver(desk, association, delivery),
  'deliver-due': () => deliverDue(desk),
  'forget-uploads': () => forgetUploads(desk),
  erase: () => erase(desk),
  appointments: () => keepAppointments(desk),
});
