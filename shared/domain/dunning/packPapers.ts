/** What is printed before the notices of a pack, in this order (ui.md S07). */
import type { PaperDocument } from '../documents/blocks';
import { coverSheet, type JobHead, mailingList, type NumberedNotice, sealRequest } from './jobPapers';
import { addressLabels, routeList } from './routePapers';

export const packPapers = (head: JobHead, notices: readonly NumberedNotice[]): PaperDocument[] =>
  [coverSheet, routeList, mailingList, sealRequest, addressLabels].map((paper) => paper(head, notices));
