/**
 * The one kind of photo that the desk opens and some browsers do not: it is sent as it was taken,
 * without its traces. Chromium and Firefox never open it; phones of Samsung and Apple make it.
 */
export const AS_TAKEN = 'image/heic';

export const isAsTaken = (blob: Blob): boolean => blob.type === AS_TAKEN;
