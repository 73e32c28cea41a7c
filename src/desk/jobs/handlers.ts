import type { Desk } from '../desk.ts';
import { cleanPhoto } from './clean-photo.ts';
import { erase } from './erase.ts';
import { forgetUploads } from './forget-uploads.ts';
import type { Handlers } from './jobs.ts';

export const handlersOf = (desk: Desk): Handlers => ({
  'clean-photo': ({ association, photo }) => cleanPhoto(desk, association, photo),
  'forget-uploads': () => forgetUploads(desk),
  erase: () => erase(desk),
});
