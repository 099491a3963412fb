import { editLines } from '#tests/support/casefile/opened-zip.ts';
import { editRow, forged, type HostileFile, recount } from './tampering.ts';

/** Rows that point at nothing. */
export const hostilePointers: readonly HostileFile[] = [
  {
    title: 'an article whose capture is gone',
    make: forged((p) => editRow(p, 'articles', (row) => ({ ...row, captureId: 'a'.repeat(64) }))),
    code: 'bad-input',
    words: /articles\.jsonl, line 1: captureId points at captures a{64}/,
  },
  {
    title: 'a mention whose highlight is gone',
    make: forged((p) =>
      editRow(p, 'mentions', (row) => ({ ...row, highlightIds: ['019ceb12-be00-768e-84a3-406c97d63cff'] })),
    ),
    code: 'bad-input',
    words: /mentions\.jsonl, line 1: highlightIds\.\* points at highlights/,
  },
  {
    title: 'a highlight whose text version is gone',
    make: forged((p) => {
      editLines(p, 'data/tables/texts.jsonl', (lines) => lines.slice(1));
      recount(p, 'texts', -1);
    }),
    code: 'bad-input',
    words: /points at texts/,
  },
];
