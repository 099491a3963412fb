import { useState } from 'react';
import { copyWords } from '#renderer/services/copy-words.ts';
import { outcomesOf } from '#renderer/services/import/import-outcomes.ts';
import { useServices } from '#renderer/services/services.ts';
import { useLive } from '#renderer/services/use-live.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { ImportId } from '#shared/domain/ids.ts';
import type { Outcome } from '#shared/domain/import.ts';
import css from './Import.module.css';

/** Lines that are drawn; a filter leads to the others, and a copy has all. */
const MOST_LINES = 300;

type Shown = 'all' | Outcome['result'];

/** What is called how. */
export const RESULT_WORDS: Readonly<Record<Outcome['result'], string>> = {
  imported: 'imported',
  duplicate: 'exact copy',
  'near-duplicate': 'near copy',
  failed: 'failed',
  skipped: 'not read',
};

const FILTERS: readonly { readonly value: Shown; readonly words: string }[] = [
  { value: 'all', words: 'All files' },
  { value: 'failed', words: 'Failed' },
  { value: 'imported', words: 'Imported' },
  { value: 'duplicate', words: 'Exact copies' },
  { value: 'skipped', words: 'Not read' },
];

/** The log of an import: every file, what became of it and why; filtered, and copied. */
export function ImportLog({ id, first }: { readonly id: ImportId; readonly first: Shown }) {
  const { workspace, notices } = useServices();
  const [shown, setShown] = useState<Shown>(first);
  const [words, setWords] = useState('');
  const outcomes = useLive(() => outcomesOf(workspace, id), [workspace, id]);
  const lines = filtered(outcomes ?? [], shown, words);
  const copy = async () => {
    const isCopied = await copyWords(asTable(lines));
    if (isCopied) notices.tell(`${lines.length.toLocaleString('en')} lines of the log are on the clipboard`);
    else notices.warn('The browser did not take the log. Try once more.');
  };
  return (
    <div className={css.log}>
      <div className={css.logHead}>
        <Select label="Show" value={shown} lines={FILTERS} onChange={setShown} isBeside />
        <TextField label="Filter the log" hidesLabel value={words} onChange={setWords} placeholder="Name or reason" />
        <span className="tab">{lines.length.toLocaleString('en')} lines</span>
        <Button isSmall look="plain" disabled={lines.length === 0} onClick={() => void copy()}>
          Copy the log
        </Button>
      </div>
      {outcomes && (
        <ul className={css.logLines} aria-label="Log of the import">
          {lines.slice(0, MOST_LINES).map((line) => (
            <LogLine key={line.id} line={line} />
          ))}
          {lines.length > MOST_LINES && (
            <li>{(lines.length - MOST_LINES).toLocaleString('en')} more: filter, or copy the log.</li>
          )}
        </ul>
      )}
    </div>
  );
}

function LogLine({ line: { fileName, position, result, reason } }: { readonly line: Outcome }) {
  return (
    <li data-result={result}>
      <b>
        <bdi>{fileName}</bdi>
        {position && <small> {position}</small>}
      </b>
      <span>{RESULT_WORDS[result]}</span>
      <span>{reason}</span>
    </li>
  );
}

function filtered(outcomes: readonly Outcome[], shown: Shown, words: string): Outcome[] {
  const wanted = words.trim().toLowerCase();
  return outcomes.filter(
    ({ result, fileName, position, reason }) =>
      (shown === 'all' || result === shown) && `${fileName} ${position} ${reason}`.toLowerCase().includes(wanted),
  );
}

/** Tab-separated, with a head: what a spreadsheet takes as it is. */
function asTable(outcomes: readonly Outcome[]): string {
  const head = ['file', 'position', 'result', 'code', 'reason', 'bytes', 'sha256'].join('\t');
  const rows = outcomes.map(({ fileName, position, result, code, reason, size, sha256 }) =>
    [fileName, position, RESULT_WORDS[result], code ?? '', reason, size ?? '', sha256 ?? '']
      .map((cell) => String(cell).replace(/[\t\r\n]+/g, ' '))
      .join('\t'),
  );
  return [head, ...rows].join('\n');
}
