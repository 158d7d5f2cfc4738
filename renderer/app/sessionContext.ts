/** The open session for everything inside the frame; outside it there is none. */

import { may, type Permission } from '@shared/domain/users/roles';
import { present } from '@shared/kernel/assert';
import { createContext, use } from 'react';
import type { SessionState, SessionUser } from './session';

export interface OpenSession {
  readonly user: SessionUser;
  readonly state: SessionState;
}

export const SessionContext = createContext<OpenSession | null>(null);

/** The session in force. Only inside the frame. */
export const useOpenSession = (): OpenSession => present(use(SessionContext), 'the frame is shown to signed-in users');

/** Whether he only looks: an auditor without another role finds no buttons that change something (ui.md §2). */
export function useReadsOnly(): boolean {
  return useOpenSession().user.roles.every((role) => role === 'auditor');
}

/** Whether the signed-in person may do something; the door decides again, this only shapes the screen. */
export function useMay(permission: Permission): boolean {
  return may(useOpenSession().user.roles, permission);
}
