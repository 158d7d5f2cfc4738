/** Files of regulations and laws that the branch attached, with the pages of their articles (RUL-01). */
import { z } from 'zod';
import { command, dateText, query } from './entry';

const name = z.string().trim().min(1).max(120);
const articlePage = z.object({ article: z.string().trim().min(1).max(60), page: z.number().int().min(1) });

const regulation = z.object({
  id: z.number().int(),
  rev: z.number().int(),
  /** The document of the rules whose text it is. */
  document: z.string(),
  title: z.string(),
  number: z.string(),
  effectiveFrom: dateText,
  pages: z.number().int(),
  byteLength: z.number().int(),
  addedBy: z.string(),
  addedAt: z.string(),
  articles: z.array(articlePage),
});
export type Regulation = z.infer<typeof regulation>;

/** A document that rules rest on, with the articles that they and its index know. */
const ruledDocument = z.object({ document: z.string(), articles: z.array(z.string()) });
export type RuledDocument = z.infer<typeof ruledDocument>;

const ref = z.object({ id: z.number().int(), rev: z.number().int() });
const onOne = { refusals: ['regulation-unknown', 'stale-version'], invalidates: ['regulations'] };

export const regulationsContract = {
  list: query('rules.view').output(z.object({ regulations: z.array(regulation), documents: z.array(ruledDocument) })),
  file: query('rules.view', ['regulation-unknown', 'attachment-damaged'])
    .input(z.object({ id: z.number().int() }))
    .output(z.object({ fileBase64: z.string() })),
  chooseFile: command('regulations.keep', { refusals: [], invalidates: [] }).output(z.string().nullable()),
  add: command('regulations.keep', {
    refusals: [
      'regulation-document-unknown',
      'file-unreadable',
      'pdf-too-large',
      'not-a-pdf',
      'file-encrypted',
      'file-truncated',
      'regulation-twice',
    ],
    invalidates: ['regulations'],
  })
    .input(
      z.object({
        path: z.string().min(1),
        document: name,
        title: name,
        number: z.string().trim().max(60),
        effectiveFrom: dateText,
      }),
    )
    .output(ref.extend({ pages: z.number().int() })),
  /** Takes the place of the whole table. */
  setPages: command('regulations.keep', {
    refusals: [...onOne.refusals, 'article-unknown', 'page-beyond'],
    invalidates: onOne.invalidates,
  })
    .input(ref.extend({ articles: z.array(articlePage).max(1000) }))
    .output(ref),
  remove: command('regulations.keep', onOne)
    .input(ref)
    .output(z.object({ id: z.number().int() })),
};
