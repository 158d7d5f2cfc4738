/** Recognises a refusal in whatever a call threw, so that screens show what the rule said and never an error's text. */
import { ORPCError } from '@orpc/client';
import { type Refusal, RefusalError } from '@shared/kernel/result';

function isRefusal(data: unknown): data is Refusal {
  return typeof data === 'object' && data !== null && typeof (data as { code?: unknown }).code === 'string';
}

/** What a call threw → RefusalError when the door refused, otherwise the same error (a bug or a broken port). */
export function asRefusal(error: unknown): unknown {
  if (error instanceof ORPCError && error.code === 'REFUSED' && isRefusal(error.data))
    return new RefusalError(error.data);
  return error;
}

/** The refusal an error carries, or null when it is something else. */
export function refusalOf(error: unknown): Refusal | null {
  const known = asRefusal(error);
  return known instanceof RefusalError ? known.refusal : null;
}
