/** Failed attempts at passwords as entries of the log, for whoever gets in next. */
import type { AuditNote } from '../../database/store';
import type { SignInGuard } from '../../platform/signInGuard';

/** After they were written, the guard is told so (`reported`). */
export const failedSignIns = (guard: SignInGuard): AuditNote[] =>
  guard.unreported().map(({ name, ...detail }) => ({
    action: 'session.signInFailed',
    objectKind: 'user',
    objectId: name,
    detail: { name, ...detail },
  }));
