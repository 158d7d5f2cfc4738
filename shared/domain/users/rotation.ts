/** Changing the key of a data folder, as it is told to whoever waits for it. */

/** In their order; each is one long statement during which nothing else is answered. */
export const ROTATION_PARTS = ['copy', 'encrypt', 'check', 'exchange'] as const;
export type RotationPart = (typeof ROTATION_PARTS)[number];
