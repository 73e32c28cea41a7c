/**
 * What goes to the desk beside the answers, by resumable upload. A kind that is added here is asked
 * for by the compiler wherever it must be known: what counts as one, how many, where its file is.
 */
export const UPLOAD_KINDS = ['photo', 'voice'] as const;
export type UploadKind = (typeof UPLOAD_KINDS)[number];

/** tus metadata: the secret of the draft that owns it, what it is, and the id that the browser gave it. */
export const UPLOAD_METADATA = { draft: 'draft', kind: 'kind', id: 'id' } as const;

/** Whether the desk can open what it has: not yet known, or known. */
export const UPLOAD_STATES = ['reading', 'readable', 'unreadable'] as const;
export type UploadState = (typeof UPLOAD_STATES)[number];
