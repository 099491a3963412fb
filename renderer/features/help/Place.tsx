import { useKeysOf } from '#renderer/services/commands/use-commands.ts';
import { usePlaceStatus } from '#renderer/services/place-status.ts';
import { useServices } from '#renderer/services/services.ts';
import { Bar } from '#renderer/ui/Bar.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Keys } from '#renderer/ui/Keys.tsx';
import { Scroll } from '#renderer/ui/Panel.tsx';
import { CHAPTERS, type Line } from './guide.ts';
import css from './Help.module.css';

/** A short guide through one case, from the first file to the case file that leaves. */
export function Place() {
  const { commands } = useServices();
  const sheet = useKeysOf('help:keys');
  usePlaceStatus('A guide through one case', [
    { command: 'help:keys', words: 'all keys' },
    { command: 'palette:open', words: 'every command' },
  ]);
  return (
    <section className={css.help} aria-label="Help">
      <Bar
        title="Help"
        end={
          <Button keys={sheet} showsKeys onClick={() => commands.run('help:keys')}>
            Keys
          </Button>
        }
      />
      <Scroll label="Help" className={css.body}>
        {CHAPTERS.map(({ title, lines }) => (
          <article key={title} className={css.chapter}>
            <h2>{title}</h2>
            <ul>
              {lines.map((line) => (
                <GuideLine key={line.words} line={line} />
              ))}
            </ul>
          </article>
        ))}
      </Scroll>
    </section>
  );
}

function GuideLine({ line: { words, keys, to } }: { readonly line: Line }) {
  return (
    <li>
      <span>{words}</span>
      {keys && (
        <span className={css.keys}>
          <Keys keys={keys} />
          {to && (
            <>
              <span>{isRow(keys, to) ? 'to' : 'and'}</span>
              <Keys keys={to} />
            </>
          )}
        </span>
      )}
    </li>
  );
}

/** Whether keys lie between the first and the last. */
function isRow(first: string, last: string): boolean {
  return Math.abs(last.charCodeAt(0) - first.charCodeAt(0)) > 1;
}
