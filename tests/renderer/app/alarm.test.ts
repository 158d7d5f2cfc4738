/** What the bar above the pages makes of an alarm: kinds, who is sent where, how often it looks again. */
import { expect, it } from 'vitest';
import { alarmKind, isAboutLog, nextLook, sameAlarm } from '../../../renderer/app/alarm';

it('tells barriers from a doubt and from what became of it', () => {
  const codes = ['database-damaged', 'log-lost', 'anchors-missing', 'state-unknown', 'write-done', 'write-undone'];
  expect(codes.map(alarmKind)).toEqual(['barrier', 'barrier', 'barrier', 'doubt', 'done', 'undone']);
});

it('sends to the audit screen what is about the log, and nothing else', () => {
  const about = ['log-lost', 'log-differs', 'anchors-missing', 'commits-lost'];
  expect(about.filter(isAboutLog)).toEqual(about);
  expect(['database-damaged', 'database-truncated', 'attachments-missing'].filter(isAboutLog)).toEqual([]);
});

it('looks every second while in doubt, and stays closed for the same outcome only', () => {
  expect(nextLook('state-unknown')).toBeLessThanOrEqual(1_000);
  expect(nextLook(undefined)).toBeGreaterThan(5_000);
  const done = { code: 'write-done', facts: {} };
  expect([
    sameAlarm(done, null),
    sameAlarm(done, { ...done }),
    sameAlarm(done, { ...done, code: 'write-undone' }),
  ]).toEqual([false, true, false]);
});
