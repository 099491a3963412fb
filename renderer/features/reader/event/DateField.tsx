import { useRef } from 'react';
import { datesOf } from '#renderer/services/events-editing/event-form.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { dateInWords } from '#shared/dates/date-words.ts';
import css from './EventForm.module.css';
import type { EventSession } from './event-session.ts';
import type { EventActs } from './use-event-session.ts';

type Props = { readonly session: EventSession; readonly acts: EventActs; readonly error: string | undefined };

/** When it happened, typed as people write dates; below it stands how it is read. */
export function DateField({ session: { form, before }, acts, error }: Props) {
  const dates = datesOf(form, before);
  const field = useRef<HTMLInputElement>(null);
  const choose = (edtf: string) => {
    acts.change({ date: edtf });
    // the choices go: the keys stay with the date
    field.current?.focus();
  };
  return (
    <>
      <TextField
        label="Date"
        ref={field}
        value={form.date}
        onChange={(date) => acts.change({ date })}
        placeholder="10 November 2019, Nov 2019, about 14 March …"
        error={error}
        help={readingOf(form.date, dates)}
        dir="auto"
      />
      {dates.length > 1 && (
        <span className={css.choices}>
          {dates.map((edtf) => (
            <Button key={edtf} isSmall onClick={() => choose(edtf)}>
              {dateInWords(edtf)}
            </Button>
          ))}
        </span>
      )}
    </>
  );
}

/** How the words are read, as they are typed: before anything is saved. */
function readingOf(typed: string, dates: readonly string[]): string | undefined {
  const [only] = dates;
  if (typed.trim() === '' || dates.length > 1) return undefined;
  if (only === undefined) return 'Not read as a date yet: “10 November 2019”, “Nov 2019”, “about 14 March”';
  const words = dateInWords(only);
  return words === typed.trim() ? undefined : `Read as ${words}`;
}
