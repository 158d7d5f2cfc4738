/** How old the newest verified backup may be before a person is told (ui.md S36). */
import { isStale } from '@shared/domain/backup/generations';

/** `at`: ISO instant, null when there is none. */
export const isStaleBackup = (at: string | null, now: Date): boolean => isStale(at, now.toISOString());

/** Bytes → megabytes with one place. */
export const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1);
