import { Button } from '#renderer/ui/Button.tsx';
import css from './Search.module.css';

const FORMS = [
  ['shelling market', 'both words, anywhere in the article'],
  ['"covered market"', 'exactly so, one after the other'],
  ['shelling -opinion', 'the first word, and not the second'],
  ['oneill', 'O’Neill too: case, accents and apostrophes do not count'],
] as const;

/** What can be typed into the search box. */
export function QueryHelp({ onClose }: { readonly onClose: () => void }) {
  return (
    <section className={css.help} aria-label="Query help">
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
