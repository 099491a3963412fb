import { Error as ErrorIcon } from '@blueprintjs/icons';
import type { ParsedQuery } from '#shared/search/model/query.ts';
import { describeQuery } from '#shared/search/query/describe-query.ts';
import css from './Search.module.css';

/** Mistakes that are named at once. */
const MOST_NAMED = 3;
/** Characters of a part that cannot be read: enough to find it. */
const MOST_QUOTED = 40;
/** Stretches of a sentence that anybody reads. */
const MOST_WORDS = 200;

type QueryInWordsProps = { readonly typed: string; readonly query: ParsedQuery };

/** What was typed, said back; and what of it could not be read, where and why. */
export function QueryInWords({ typed, query: { root, errors } }: QueryInWordsProps) {
  const said = describeQuery(root);
  const named = errors.slice(0, MOST_NAMED);
  return (
    <>
      <p id="reads-as" className={css.words}>
        {said.slice(0, MOST_WORDS).map(({ words, isTyped }, at) =>
          isTyped ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: the sentence is made anew with each query
            <b key={at}>
              <bdi>{words}</bdi>
            </b>
          ) : (
            words
          ),
        )}
        {said.length > MOST_WORDS && ' …'}
      </p>
      {named.length > 0 && (
        <div role="alert" className={css.problem}>
          <ErrorIcon size={12} />
          <div>
            {named.map(({ start, end, message }) => (
              <p key={`${start} ${message}`}>
                <b>
                  <bdi>{quoted(typed.slice(start, end))}</bdi>
                </b>{' '}
                at character {(start + 1).toLocaleString('en')} could not be read: {message}
              </p>
            ))}
            {errors.length > named.length && <p>{errors.length - named.length} more could not be read.</p>}
            {root !== null && <p>The rest of the query is shown.</p>}
          </div>
        </div>
      )}
    </>
  );
}

function quoted(part: string): string {
  return part.length > MOST_QUOTED ? `${part.slice(0, MOST_QUOTED)}…` : part;
}
