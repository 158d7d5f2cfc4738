/**
 * Approvals and votes on paper (documents.md K-APPR, K-VOTE): what was given in the program is printed with its log code,
 * what was not is left for ink. An opinion is never filled in beforehand.
 */
import { type CalendarDate, paperDate } from '@shared/kernel/calendarDate';
import { type Block, type FormRow, label, type Run, text, value } from '../documents/blocks';
import type { Tally, Vote } from './committee';
import type { Level } from './levels';
import type { Outcome } from './standing';

/** Papers are Chinese. */
const LEVEL_TITLES: Readonly<Record<Level, string>> = {
  'group-leader': '清收小组组长',
  'team-captain': '清收队队长',
  'sub-branch-director': '分理处主任',
  'credit-director': '信贷主任',
  counsel: '法律顾问',
  'asset-preservation-head': '资产保全部',
  'deputy-head': '分管领导',
  committee: '委员会',
  'branch-head': '支行行长',
};

const OUTCOME_TITLES: Readonly<Record<Outcome, string>> = { consent: '同意', return: '退回', reject: '不同意' };
const VOTE_TITLES: Readonly<Record<Vote, string>> = { consent: '同意', refuse: '不同意', abstain: '回避' };

/** What a level said; absent where it has not spoken: lines for ink. */
export interface PaperDecision {
  readonly outcome: Outcome;
  readonly opinion: string;
  /** As signed: `王某`, or `李某（代王某）`. */
  readonly by: string;
  readonly on: CalendarDate;
  /** Of the log entry. */
  readonly code: string;
}

export interface PaperLevel {
  readonly level: Level;
  readonly decision: PaperDecision | null;
}

export interface PaperVote {
  readonly member: string;
  readonly vote: Vote | null;
  readonly opinion: string;
}

/** mm on the official type area of 156. */
const WIDTHS = [36, 120];

const INK: readonly Run[] = [
  text('签字：'),
  { blank: 40 },
  text('　'),
  { blank: 12 },
  text('年'),
  { blank: 8 },
  text('月'),
  { blank: 8 },
  text('日'),
];

function opinionRow({ level, decision }: PaperLevel): FormRow {
  const head = label(`${LEVEL_TITLES[level]}意见`);
  if (!decision) return { cells: [head, value(INK)], minHeight: 28 };
  const { outcome, opinion, by, on, code } = decision;
  const said = opinion === '' ? OUTCOME_TITLES[outcome] : `${OUTCOME_TITLES[outcome]}。${opinion}`;
  return { cells: [head, value(`${said}　　${by}　${paperDate(on)}　日志码 ${code}`)], minHeight: 28 };
}

/** K-APPR: a row per level of the path; nothing on the preview of what was not asked for yet. */
export function approvalTable(levels: readonly PaperLevel[]): Block[] {
  return levels.length === 0 ? [] : [{ kind: 'formTable', widths: WIDTHS, rows: levels.map(opinionRow) }];
}

const met = (is: boolean): string => (is ? '达到' : '未达到');

/** K-VOTE: a row per member, the count below; without a count the lines are for ink. */
export function voteTable(votes: readonly PaperVote[], tally: Tally | null): Block[] {
  const columns = [
    { label: '委员', width: 32 },
    { label: '表决（同意/不同意/回避）', width: 42 },
    { label: '意见', width: 52 },
    { label: '签字', width: 30 },
  ];
  const rows = votes.map(({ member, vote, opinion }) => [member, vote ? VOTE_TITLES[vote] : '', opinion, '']);
  const count = tally
    ? `应到${tally.members}人，实到${tally.present}人，同意${tally.consent}票，不同意${tally.refuse}票，回避${tally.abstain}人；${met(tally.quorum)}规定的法定人数，${met(tally.majority)}规定的多数。`
    : '应到　　人，实到　　人，同意　　票，不同意　　票，回避　　人。';
  return [
    { kind: 'dataTable', columns, rows },
    { kind: 'note', text: count },
  ];
}
