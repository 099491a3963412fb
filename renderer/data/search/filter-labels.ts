import type { ArticleStatus } from '#shared/domain/case-article.ts';
import type { FilterValue } from '#shared/search/model/index-document.ts';

/** Statuses as a query names them and lists show them. */
export const statusLabels: Readonly<Record<ArticleStatus, string>> = {
  inbox: 'Inbox',
  'in-progress': 'In progress',
  done: 'Done',
  'set-aside': 'Set aside',
};

const languages = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });
const known = new Map<string, FilterValue>();

/** A language without its region: `en-GB` counts as English, under `en`. What is no language tag stands as it is. */
export function languageLabel(tag: string): FilterValue {
  const before = known.get(tag);
  if (before) return before;
  const value = makeLabel(tag);
  known.set(tag, value);
  return value;
}

function makeLabel(tag: string): FilterValue {
  try {
    const { language } = new Intl.Locale(tag);
    return { key: language, label: languages.of(language) ?? language };
  } catch {
    // saved pages name languages as they like
    return { key: tag, label: tag };
  }
}
