/** Signature pages of papers that both sides sign (K-SIGN, documents.md §2.7): one block for each signatory, with room for a seal or a fingerprint. */
import { type Block, type FormRow, label, type Run, text, value } from './blocks';
import { noBreak } from './typesetting';

export interface SignatureParty {
  /** 债务人、担保人、贷款人 … */
  readonly title: string;
  readonly name: string;
  readonly kind: 'person' | 'organisation';
  /** What he declares by signing; none for the parties of the paper itself. */
  readonly declares?: string;
}

const date: readonly Run[] = [
  text(`　${noBreak('日期：')}`),
  { blank: 14 },
  text('年'),
  { blank: 8 },
  text('月'),
  { blank: 8 },
  text('日'),
];

function row({ title, name, kind, declares }: SignatureParty): FormRow {
  const line: Run[] =
    kind === 'person'
      ? [text(noBreak('签字：')), { blank: 34 }, text('（捺印处）'), ...date]
      : [text('（公章）　法定代表人（负责人）或代理人签字：'), { blank: 22 }, ...date];
  const declared = declares === undefined ? [] : [text(`${declares}　`)];
  return { cells: [label(`${title}　${name}`), value([...declared, ...line])], minHeight: 20 };
}

/** `paper`: title and contracts, which stand over the signatures on whatever page they come to lie (documents.md §2.7). */
export const signaturePage = (paper: string, parties: readonly SignatureParty[]): Block => ({
  kind: 'formTable',
  widths: [44, 116],
  isHeaded: true,
  rows: [{ cells: [label(`${paper}签署页`, 2)] }, ...parties.map(row)],
});
