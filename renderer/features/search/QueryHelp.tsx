import type { KeyboardEvent } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import css from './Search.module.css';

const FORMS = [
  ['shelling market', 'both words'],
  ['"covered market"', 'exactly so, one after the other'],
  ['a OR b, -c, (…)', 'either, without, grouped'],
  ['shell* b?mb', 'how it begins; any one letter'],
  ['rocket~ rocket~2', 'with up to one typo, or two'],
  ['army near/5 denied', 'at most five words between; before/5 in this order'],
  ['exact:Shafah', 'no folding of accents, case and apostrophes'],
  ['title: text: byline: note:', 'where to look; also highlight:'],
  ['entity:"Ashmar Brigade"', 'mentioned, under any alias'],
  ['event:shelling type:strike', 'words of events; their type'],
  ['publisher: lang: tag: status:', 'what kind of article'],
  ['published:2024-03-12..2024-03-18', 'between days; also 2024-03, >2024; imported:'],
  ['killed:>=5 injured:2..9', 'a claim or assessment may reach it; casualties: for “killed or injured”'],
  ['words:>500', 'how long the article is'],
  ['has:events is:duplicate', 'also has:highlights, has:entities, has:notes, has:tags'],
  ['case:Marjouna', 'articles of that case, with All cases on'],
] as const;

/** What can be typed into the search box. */
export function QueryHelp({ onClose }: { readonly onClose: () => void }) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };
  return (
    <section className={css.help} aria-label="Query help" onKeyDown={onKeyDown}>
      <dl>
        {FORMS.map(([form, meaning]) => (
          <div key={form}>
            <dt>
              <code>{form}</code>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <Button look="plain" isSmall onClick={onClose}>
        Close
      </Button>
    </section>
  );
}
