/** Targets of recovery with their steps, groups, attendance and leave, work plans. Frozen: never edit, add a step. */
export const version = 140;

const appendOnly = (table: string, why: string): string => `
CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table} BEGIN SELECT RAISE(ABORT, '${why}'); END;
CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, '${why}'); END;`;

export const sql = `
CREATE TABLE team_group (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  leader_id INTEGER NOT NULL REFERENCES app_user (id),
  formed_on TEXT NOT NULL,
  ended_on TEXT,
  rev INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE team_member (
  group_id INTEGER NOT NULL REFERENCES team_group (id),
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  PRIMARY KEY (group_id, user_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE team_area (
  group_id INTEGER NOT NULL REFERENCES team_group (id),
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  PRIMARY KEY (group_id, unit_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE target (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party (id),
  source TEXT NOT NULL CHECK (source IN ('off-balance', 'on-balance', 'large', 'insider')),
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  reason TEXT NOT NULL,
  proposed_on TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL,
  closed_on TEXT,
  rev INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX target_open ON target (party_id) WHERE closed_on IS NULL;

CREATE TABLE target_loan (
  target_id INTEGER NOT NULL REFERENCES target (id),
  loan_id INTEGER NOT NULL REFERENCES loan (id),
  balance INTEGER NOT NULL,
  PRIMARY KEY (target_id, loan_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX target_loan_loan ON target_loan (loan_id);

CREATE TABLE target_step (
  id INTEGER PRIMARY KEY,
  target_id INTEGER NOT NULL REFERENCES target (id),
  step TEXT NOT NULL,
  on_date TEXT NOT NULL,
  skipped INTEGER NOT NULL CHECK (skipped IN (0, 1)),
  reason TEXT NOT NULL,
  document_id INTEGER REFERENCES document (id),
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX target_step_target ON target_step (target_id, id);
${appendOnly('target_step', 'steps never change: a step back is a new one')}

CREATE TABLE target_assignment (
  id INTEGER PRIMARY KEY,
  target_id INTEGER NOT NULL REFERENCES target (id),
  group_id INTEGER NOT NULL REFERENCES team_group (id),
  way TEXT NOT NULL CHECK (way IN ('area', 'ad-hoc', 'concentrated')),
  manager_id INTEGER NOT NULL REFERENCES app_user (id),
  principal INTEGER NOT NULL CHECK (principal >= 0),
  interest INTEGER NOT NULL CHECK (interest >= 0),
  due_on TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL,
  CHECK (principal + interest > 0)
) STRICT;
CREATE INDEX target_assignment_target ON target_assignment (target_id, id);
${appendOnly('target_assignment', 'another assignment is a new one')}

CREATE TABLE loan_responsibility (
  id INTEGER PRIMARY KEY,
  loan_id INTEGER NOT NULL REFERENCES loan (id),
  mode TEXT NOT NULL CHECK (mode IN ('post-based', 'liability-based')),
  person TEXT NOT NULL,
  deadline TEXT NOT NULL,
  consequence TEXT NOT NULL CHECK (consequence IN ('none', 'discipline')),
  irregularity TEXT,
  reason TEXT NOT NULL,
  trace TEXT NOT NULL CHECK (json_valid(trace)),
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX loan_responsibility_loan ON loan_responsibility (loan_id, id);
${appendOnly('loan_responsibility', 'another responsible person is a new row')}

CREATE TABLE attendance (
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  day TEXT NOT NULL,
  mark TEXT NOT NULL CHECK (mark IN ('present', 'absent', 'badge')),
  keeper_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL,
  PRIMARY KEY (user_id, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE leave (
  id INTEGER PRIMARY KEY,
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  kind TEXT NOT NULL CHECK (kind IN ('rest', 'personal', 'sick', 'other')),
  reason TEXT NOT NULL,
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL CHECK (last_day >= first_day),
  substitute_id INTEGER REFERENCES app_user (id),
  state TEXT NOT NULL CHECK (state IN ('asked', 'approved', 'refused')),
  reported_on TEXT,
  reported_to INTEGER REFERENCES app_user (id),
  at TEXT NOT NULL,
  rev INTEGER NOT NULL DEFAULT 1,
  CHECK ((reported_on IS NULL) = (reported_to IS NULL)),
  CHECK (reported_on IS NULL OR state = 'approved')
) STRICT;
CREATE INDEX leave_user ON leave (user_id, first_day);

CREATE TABLE work_plan (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('year', 'phase', 'special')),
  title TEXT NOT NULL,
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL CHECK (last_day >= first_day),
  user_id INTEGER NOT NULL REFERENCES app_user (id),
  at TEXT NOT NULL,
  rev INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE work_plan_line (
  plan_id INTEGER NOT NULL REFERENCES work_plan (id),
  seq INTEGER NOT NULL,
  scope TEXT NOT NULL CHECK (scope IN ('branch', 'unit', 'group', 'person')),
  subject_id INTEGER,
  month TEXT,
  principal INTEGER NOT NULL CHECK (principal >= 0),
  interest INTEGER NOT NULL CHECK (interest >= 0),
  households INTEGER NOT NULL CHECK (households >= 0),
  PRIMARY KEY (plan_id, seq),
  CHECK ((scope = 'branch') = (subject_id IS NULL))
) STRICT, WITHOUT ROWID;
`;
