/**
 * CASE: a case with 300 acts and 200 papers, a file on every act, 200 pieces of evidence, among those of a whole branch, opened
 * through the contract as its page opens it (P8's goal); its money and its reviews stand beside it.
 */
import { addDays, daysBetween } from '@shared/kernel/calendarDate';
import { Builder } from '../support/builders';
import { type BenchFolder, connect, filledFolder } from './folders';
import { type Line, percentile, spreadOf, timed } from './measure';

const ACTS = 300;
const PAPERS = 200;
const EVIDENCE = 200;
/** Of other cases. */
const OTHER_CASES = 300;
const OTHER_PAPERS = 20_000;
const OPENINGS = 200;

const FROM = '2023-01-02';
const AT = '2026-01-05T08:00:00.000Z';
const NUMBER = '（2023）渝0236民初1号';

/** The course of a case that is in enforcement; days without an act of their own are filled with tasks that were done. */
const COURSE: readonly (readonly [day: number, kind: string, detail: object])[] = [
  [0, 'sued', { court: '法院' }],
  [5, 'accepted', { caseNo: NUMBER, procedure: 'ordinary' }],
  [8, 'fee-notified', { amount: 445_000 }],
  [20, 'hearing-set', { until: addDays(FROM, 60) }],
  [60, 'hearing-held', {}],
  [90, 'judged', { paperNo: NUMBER, paper: 'judgment', result: 'granted', performBy: addDays(FROM, 140) }],
  [120, 'effective', { paperNo: NUMBER }],
  [150, 'enforcement-applied', { court: '法院' }],
];

class CaseBuilder {
  readonly #folder: BenchFolder;
  readonly #user: number;

  constructor(folder: BenchFolder) {
    this.#folder = folder;
    this.#user = folder.open.actor.userId as number;
  }

  #run(sql: string, ...values: readonly (string | number | null)[]): number {
    return Number(this.#folder.open.store.sqlite.prepare(sql).run(...values).lastInsertRowid);
  }

  attachment(): string {
    const sha256 = 'c'.repeat(64);
    this.#run('INSERT INTO attachment VALUES (?, ?, ?, ?)', sha256, 'application/pdf', 1_000, AT);
    return sha256;
  }

  open(party: number, loan: number): number {
    const unit = [...this.#folder.units.values()][0] as number;
    const sql = `INSERT INTO court_case (unit_id, party_id, route, standing, opened_on, version) VALUES (?, ?, 'suit', 'plaintiff', ?, 1)`;
    const id = this.#run(sql, unit, party, FROM);
    const version = `INSERT INTO case_version VALUES (?, 1, '诉某某', '金融借款合同纠纷', '法院', 'basic', NULL, ?, ?)`;
    this.#run(version, id, this.#user, AT);
    this.#run('INSERT INTO case_loan VALUES (?, 1, 1, ?, 1000000, 50000)', id, loan);
    this.#run(`INSERT INTO case_party VALUES (?, 1, 1, 'defendant', 'borrower', ?, '多案户')`, id, party);
    return id;
  }

  act(id: number, on: string, kind: string, detail: object, file: string | null): number {
    const sql = 'INSERT INTO case_act (case_id, kind, done_on, detail, user_id, at) VALUES (?, ?, ?, ?, ?, ?)';
    const act = this.#run(sql, id, kind, on, JSON.stringify(detail), this.#user, AT);
    if (file !== null) this.#run('INSERT INTO case_act_file VALUES (?, 1, ?, ?)', act, '扫描件.pdf', file);
    return act;
  }

  /** The course, with tasks in between until there are `acts` of them. */
  course(id: number, acts: number, file: string | null): void {
    const last = daysBetween(FROM, '2026-06-01');
    for (const [day, kind, detail] of COURSE) this.act(id, addDays(FROM, day), kind, detail, file);
    const pairs = Math.floor((acts - COURSE.length) / 2);
    for (let pair = 0; pair < pairs; pair += 1) {
      const on = addDays(FROM, 151 + Math.floor((pair * (last - 160)) / pairs));
      const set = this.act(id, on, 'task-set', { item: `查控财产${pair}`, until: addDays(on, 5) }, file);
      this.act(id, addDays(on, 3), 'task-done', { act: `a${set}` }, file);
    }
  }

  evidence(id: number, count: number, file: string): void {
    const sql = `INSERT INTO case_evidence (case_id, kind, name, source, is_original, pages, proves, sha256, user_id, at)
      VALUES (?, 'other', ?, '信贷档案', 1, 3, '欠款事实', ?, ?, ?)`;
    for (let piece = 0; piece < count; piece += 1) this.#run(sql, id, `证据${piece}`, file, this.#user, AT);
  }

  papers(of: string, id: number, party: number, count: number, file: string): void {
    const sql = `INSERT INTO document (form, template_version, title, paper_key, subject_kind, subject_id, subject_label, party_id,
        category, as_of, issued_on, issued_at, user_id, status, data, pages, pdf_sha256, request_id)
      VALUES ('DOC-LIT-05', '1', '金融借款合同纠纷起诉状', ?, ?, ?, '某案', ?, 'litigation', ?, ?, ?, ?, 'issued', ?, 3, ?, ?)`;
    const data = JSON.stringify({ text: '事实与理由。'.repeat(200) });
    for (let paper = 0; paper < count; paper += 1) {
      const key = `${of}-${id}-${paper}`;
      this.#run(sql, key, of, id, party, FROM, FROM, AT, this.#user, data, file, key);
    }
  }
}

function fill(folder: BenchFolder): number {
  const build = new Builder(folder.open);
  const cases = new CaseBuilder(folder);
  return build.batch(() => {
    const file = cases.attachment();
    const opened = Array.from({ length: OTHER_CASES + 1 }, (_, index) => {
      const party = build.party({ name: index === 0 ? '多案户' : `案户${index}` });
      return { party, id: cases.open(party, build.loan({ party_id: party, as_of: '2026-10-31' })) };
    });
    const [own, ...others] = opened as [{ party: number; id: number }, ...{ party: number; id: number }[]];
    cases.course(own.id, ACTS, file);
    cases.evidence(own.id, EVIDENCE, file);
    cases.papers('case', own.id, own.party, PAPERS, file);
    for (const { id, party } of others) {
      cases.course(id, 20, null);
      cases.papers('household', party, party, Math.ceil(OTHER_PAPERS / OTHER_CASES), file);
    }
    return own.id;
  });
}

export async function caseFile(loans: number): Promise<Line[]> {
  const folder = await filledFolder(loans);
  const client = connect(folder.services);
  const id = fill(folder);
  const key = `AJ${String(id).padStart(6, '0')}`;
  const whole: number[] = [];
  const beside: number[] = [];
  const list: number[] = [];
  // People come from the ledger, which has read the rules.
  await client.api.litigation.list({ view: 'all' });
  for (let opening = 0; opening < OPENINGS; opening += 1) {
    whole.push(await timed(() => client.api.litigation.show({ key })));
    beside.push(
      await timed(() => Promise.all([client.api.caseMoney.show({ id }), client.api.caseReview.show({ id })])),
    );
    if (opening % 20 === 0) list.push(await timed(() => client.api.litigation.list({ view: 'all' })));
  }
  client.disconnect();
  await folder.remove();
  const p99 = percentile(whole, 0.99);
  const info = { goal: null, judged: 'median' } as const;
  return [
    {
      id: 'CASE',
      work: `case with ${ACTS} acts and ${PAPERS} papers, 99th percentile`,
      unit: 'ms',
      spread: { min: p99, median: p99, max: p99 },
      goal: 50,
      judged: 'max',
    },
    { id: '', work: 'case opened', unit: 'ms', spread: spreadOf(whole), ...info },
    { id: '', work: 'its money and its reviews', unit: 'ms', spread: spreadOf(beside), ...info },
    { id: '', work: `ledger of ${OTHER_CASES + 1} cases`, unit: 'ms', spread: spreadOf(list), ...info },
  ];
}
