/** What the screens of this feature hand to one another. */
import type { OutputOf } from '../../api/client';
import type { EventOf } from '../../api/useApiStream';

export type BackupStatus = OutputOf<'backup.status'>;
export type Generation = BackupStatus['generations'][number];
export type Inspected = Extract<EventOf<'backup.inspect'>, { kind: 'inspected' }>;
