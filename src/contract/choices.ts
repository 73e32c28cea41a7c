/**
 * Choices of fixed questions. Apart from the schemas, so that the first screen does not carry the
 * schema library (about 2 kB brotli).
 */
export const NEEDS = ['longer-at-door', 'call-first', 'interpreter'] as const;
export const WHEN = ['always', 'morning', 'afternoon', 'pick', 'call-first'] as const;
export const REACH = ['phone', 'email', 'letter'] as const;
export const SELF_HELP = ['rather-not', 'tried'] as const;
