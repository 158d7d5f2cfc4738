/**
 * The file of a case in the six kinds of B4 §29 (LIT-14): what is there of each, and what ought to be by what was done and is not.
 * A paper that was made void, and an act that an imported ledger only tells, are no material.
 */
import type { CalendarDate } from '../../kernel/calendarDate';
import { type CaseAct, isRecordAct } from './acts';
import type { EvidenceItem } from './caseFile';

/** 备案表、法律意见书、诉讼文书 (ours), 法律文书 (the court's), 证据复印件、其他. */
export const MATERIALS = ['filing', 'opinion', 'pleadings', 'court-papers', 'evidence', 'other'] as const;
export type Material = (typeof MATERIALS)[number];

export interface MaterialPaper {
  readonly id: number;
  readonly form: string;
  readonly title: string;
  readonly number: string | null;
  readonly issuedOn: CalendarDate;
  readonly voided: boolean;
}

type Act = Pick<CaseAct, 'key' | 'kind' | 'on' | 'files' | 'documentId' | 'detail'>;

export type MaterialItem =
  | { readonly of: 'paper'; readonly paper: MaterialPaper }
  | { readonly of: 'file'; readonly act: Act; readonly name: string; readonly sha256: string }
  | { readonly of: 'evidence'; readonly item: EvidenceItem };

export type MissingMaterial =
  | { readonly of: 'form'; readonly form: string }
  | { readonly of: 'act'; readonly act: Act }
  | { readonly of: 'scan'; readonly item: EvidenceItem };

export interface MaterialTab {
  readonly kind: Material;
  readonly items: readonly MaterialItem[];
  readonly missing: readonly MissingMaterial[];
}

/** What we hand to a court with each act; any of the forms will do. */
const PLEADINGS: Readonly<Record<string, readonly string[]>> = {
  sued: ['DOC-CRT-01', 'DOC-CRT-02'],
  'preservation-applied': ['DOC-CRT-06'],
  'seizure-renewed': ['DOC-CRT-06R'],
  'evidence-preservation-applied': ['DOC-CRT-07'],
  'payment-order-applied': ['DOC-CRT-08'],
  'realisation-applied': ['DOC-CRT-11'],
  'enforcement-applied': ['DOC-CRT-09'],
  'claim-declared': ['DOC-CRT-12'],
};

const PAPERS: readonly (readonly [Material, RegExp])[] = [
  ['filing', /^DOC-LIT-05$/],
  ['opinion', /^DOC-LIT-02$/],
  ['evidence', /^DOC-CRT-03$/],
  ['pleadings', /^DOC-CRT-/],
];

const kindOfPaper = ({ form }: MaterialPaper): Material =>
  PAPERS.find(([, pattern]) => pattern.test(form))?.[0] ?? 'other';

function kindOfAct({ kind, detail }: Act): Material {
  if (kind in PLEADINGS) return 'pleadings';
  return detail.paperNo || detail.caseNo ? 'court-papers' : 'other';
}

const hasPaper = ({ files, documentId }: Act): boolean => files.length > 0 || documentId !== null;

interface CaseMaterials {
  readonly acts: readonly Act[];
  readonly evidence: readonly EvidenceItem[];
  readonly papers: readonly MaterialPaper[];
}

/** An opinion or filing that the program knows of asks for its paper. */
const ASKED: readonly (readonly [act: string, material: Material, form: string])[] = [
  ['filing-asked', 'filing', 'DOC-LIT-05'],
  ['opinion-given', 'opinion', 'DOC-LIT-02'],
];

function missingIn(
  kind: Material,
  { acts, evidence }: CaseMaterials,
  live: readonly MaterialPaper[],
): MissingMaterial[] {
  const isMade = (forms: readonly string[]) => live.some(({ form }) => forms.includes(form));
  const forms = ASKED.filter(
    ([act, material, form]) => material === kind && acts.some((each) => each.kind === act) && !isMade([form]),
  ).map(([, , form]): MissingMaterial => ({ of: 'form', form }));
  const bare = acts.filter((act) => kindOfAct(act) === kind && !hasPaper(act) && !isRecordAct(act));
  if (kind === 'pleadings')
    return bare.filter((act) => !isMade(PLEADINGS[act.kind] ?? [])).map((act) => ({ of: 'act', act }));
  if (kind === 'court-papers') return bare.map((act) => ({ of: 'act', act }));
  if (kind === 'evidence')
    return evidence.filter(({ sha256 }) => sha256 === null).map((item) => ({ of: 'scan', item }));
  return forms;
}

/** All six, in the order of B4 §29. */
export function materialsOf(file: CaseMaterials): MaterialTab[] {
  const live = file.papers.filter(({ voided }) => !voided);
  return MATERIALS.map((kind) => ({
    kind,
    items: [
      ...live.filter((paper) => kindOfPaper(paper) === kind).map((paper): MaterialItem => ({ of: 'paper', paper })),
      ...file.acts
        .filter((act) => kindOfAct(act) === kind)
        .flatMap((act) => act.files.map((each): MaterialItem => ({ of: 'file', act, ...each }))),
      ...(kind === 'evidence' ? file.evidence : [])
        .filter(({ sha256 }) => sha256 !== null)
        .map((item): MaterialItem => ({ of: 'evidence', item })),
    ],
    missing: missingIn(kind, file, live),
  }));
}
