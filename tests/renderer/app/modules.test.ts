/** The menu by role and what a workstation remembers (ORG-02, APP-01). */
import { describe, expect, it } from 'vitest';
import { modulesFor } from '../../../renderer/app/modules';
import { readPreferences } from '../../../renderer/app/preferences';

const keys = (roles: Parameters<typeof modulesFor>[0]): string[] => modulesFor(roles).map(({ key }) => key);

describe('ORG-02 the menu', () => {
  it('shows an administrator no debtors', () => {
    expect(keys(['administrator'])).toEqual(['users', 'audit', 'backup', 'rules']);
  });

  it('shows a clerk the work and no users', () => {
    expect(keys(['clerk'])).toEqual([
      'workbench',
      'ledger',
      'portfolio',
      'imports',
      'documents',
      'dunning',
      'receipts',
      'approvals',
      'litigation',
      'targets',
      'team',
      'rules',
    ]);
  });

  it('is the union of several roles', () => {
    expect(keys(['administrator', 'clerk'])).toEqual([
      'workbench',
      'ledger',
      'portfolio',
      'imports',
      'documents',
      'dunning',
      'receipts',
      'approvals',
      'litigation',
      'targets',
      'team',
      'users',
      'audit',
      'backup',
      'rules',
    ]);
  });
});

describe('APP-01 preferences of a workstation', () => {
  it('start in simplified Chinese and yuan', () => {
    expect(readPreferences(null)).toEqual({ language: 'zh-CN', amountUnit: 'yuan', fontScale: 1 });
  });

  it('survive what is no preference', () => {
    expect(readPreferences('{"language":"fr","amountUnit":"wan","fontScale":9}')).toEqual({
      language: 'zh-CN',
      amountUnit: 'wan',
      fontScale: 1,
    });
    expect(readPreferences('not json').language).toBe('zh-CN');
  });
});
