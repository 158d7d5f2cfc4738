/** Shares become millionths (0120): those of receipts, and those in the former selves that an undo would put back. */
import { expect, it } from 'vitest';
import { migrate } from '../../../../electron/database/migrate';
import { databaseAt, KEY, scratchFolder } from '../../../support/openDatabase';

const folder = scratchFolder();

it('keeps every share, a hundred times finer', () => {
  const db = databaseAt(folder.path('shares.db'), 110);
  db.exec(`INSERT INTO unit (id, name, mark, level) VALUES (1, '奉节县某支行', '奉支', 'branch');
    INSERT INTO app_user (id, name, display, unit_id, created_at) VALUES (1, 'admin', '管理员', 1, '');
    INSERT INTO party (id, kind, name, sort_name, search_text) VALUES (1, 'person', '李四', 'l', '李四');
    INSERT INTO loan (id, party_id, unit_id, contract_no, contract_key, loan_key, principal, balance, interest_on, interest_off,
      sheet, as_of, sort_name, search_text) VALUES (1, 1, 1, 'k', 'k', 'k|', 1, 1, 0, 0, 'on', '2026-10-31', 'l', 'k');
    INSERT INTO receipt (id, receipt_no, received_on, loan_id, principal, interest) VALUES (1, 'SH1', '2026-10-01', 1, 1, 0);
    INSERT INTO receipt_share VALUES (1, 1, '张三', 3333), (1, 2, '王五', 6667);
    INSERT INTO import_batch VALUES (1, 'B1', 'receipts', 'a', 's', '2026-10-31', '{}', '{}', '', 1, 'written');
    INSERT INTO import_change VALUES (1, 'receipt', 1, '{"row":{"id":1},"children":[{"seq":1,"name":"张三","basis_points":10000}]}', 2)`);
  migrate(db, KEY, 120);
  expect(db.prepare('SELECT name, ppm FROM receipt_share ORDER BY seq').all()).toEqual([
    { name: '张三', ppm: 333_300 },
    { name: '王五', ppm: 666_700 },
  ]);
  expect(JSON.parse(db.prepare('SELECT before FROM import_change').pluck().get() as string)).toEqual({
    row: { id: 1 },
    children: [{ seq: 1, name: '张三', ppm: 1_000_000 }],
  });
  db.close();
});
