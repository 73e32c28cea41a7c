import type { Desk } from '../desk.ts';
import { readPhoto } from '../photos/read.ts';
import { sendAlarm, sendDueAlarms } from './alarm.ts';
import { cleanPhoto } from './clean-photo.ts';
import { deliver, deliverDue } from './deliver.ts';
import { erase } from './erase.ts';
import { forgetUploads } from './forget-uploads.ts';
import type { Handlers } from './jobs.ts';

export const handlersOf = (desk: Desk): Handlers => ({
  'read-photo': ({ association, photo }) => readPhoto(desk, association, photo),
  alarm: ({ association, alarm }) => sendAlarm(desk, association, alarm),
  'alarms-due': () => sendDueAlarms(desk),
  'clean-photo': ({ association, photo }) => cleanPhoto(desk, association, photo),
  deliver: ({ association, delivery }) => deliver(desk, association, delivery),
  'deliver-due': () => deliverDue(desk),
  'forget-uploads': () => forgetUploads(desk),
  erase: () => erase(desk),
});
