/**
 * What browsers record speech as, best first. Safari before 18.4 makes MP4 alone; Firefox and Chromium
 * make WebM. The desk takes each of them, and Ogg.
 */
const TYPES = [
  'audio/webm;codecs=opus',
  'audio/mp4;codecs=mp4a.40.2',
  'audio/mp4',
  'audio/ogg;codecs=opus',
];

/** Undefined where this browser can record nothing that the desk takes: then nothing is offered. */
export function recordingType(): string | undefined {
  // The microphone is there on https alone; MediaRecorder is absent in Safari before 14.1 and may be
  // left out of WebKitGTK.
  if (!('mediaDevices' in navigator) || typeof MediaRecorder === 'undefined') return undefined;
  return TYPES.find((type) => MediaRecorder.isTypeSupported(type));
}
