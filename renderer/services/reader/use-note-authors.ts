import { useEffect, useMemo, useState } from 'react';
import { useServices } from '#renderer/services/services.ts';
import type { CaseId } from '#shared/domain/ids.ts';
import type { Mark, Noted } from './mark.ts';
import { readAuthors } from './read-authors.ts';

const NOBODY: ReadonlyMap<string, Noted> = new Map();

/** Marks with who wrote their notes; the ledger is asked only when a note came or was changed. */
export function useNoteAuthors(caseId: CaseId, marks: readonly Mark[]): readonly Mark[] {
  const { workspace } = useServices();
  const [authors, setAuthors] = useState(NOBODY);
  const noted = useMemo(() => marks.filter(({ note, isPending }) => note !== '' && !isPending), [marks]);
  const key = JSON.stringify(noted.map(({ id, note }) => [id, note]));
  useEffect(() => {
    const ids = (JSON.parse(key) as [string, string][]).map(([id]) => id);
    if (ids.length === 0) return;
    let isStale = false;
    readAuthors(workspace, caseId, 'highlights', 'note', ids).then(
      (read) => !isStale && setAuthors(read),
      (error: unknown) => console.warn(error), // the note itself is shown all the same
    );
    return () => {
      isStale = true;
    };
  }, [workspace, caseId, key]);
  return useMemo(() => {
    if (authors.size === 0) return marks;
    return marks.map((mark) => {
      const author = mark.note === '' ? undefined : authors.get(mark.id);
      return author ? { ...mark, noted: author } : mark;
    });
  }, [marks, authors]);
}
