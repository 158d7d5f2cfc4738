/** An act that somebody is about to record, and what can be found against it. */
import type { CalendarDate } from '../../kernel/calendarDate';
import type { CourtAct } from './actKinds';
import type { ActDetail } from './acts';
import type { Finding } from './replay';

export interface NewAct {
  readonly kind: CourtAct;
  readonly on: CalendarDate;
  readonly detail: ActDetail;
}

/** Its key as long as it is not recorded. */
export const NEW = 'new';

type Say = (code: string, facts?: Record<string, unknown>, article?: string | null) => Finding;
const say =
  (severity: Finding['severity']): Say =>
  (code, facts = {}, article = null) => ({ act: NEW, code, severity, article, facts });
export const refused = say('refuse');
export const warned = say('warn');
