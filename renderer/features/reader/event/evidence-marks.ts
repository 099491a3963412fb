import type { EvidenceField } from '#renderer/services/events-editing/event-form.ts';
import type { Mark } from '#renderer/services/reader/mark.ts';
import type { ArticleId } from '#shared/domain/ids.ts';
import { claimIdSchema } from '#shared/domain/ids.ts';
import { pendingMark } from '../tagging/use-tag-acts.ts';
import type { EventSession } from './event-session.ts';

/** Passages of an article that will be stored with the event in hand, as marks. */
export function evidenceMarks(session: EventSession | null, articleId: ArticleId): Mark[] {
  return (
    (session?.evidence ?? [])
      .filter(({ highlight, isStored }) => highlight.articleId === articleId && !isStored)
      // one passage may stand for several fields
      .filter(({ highlight }, at, all) => all.findIndex((one) => one.highlight.id === highlight.id) === at)
      .flatMap(({ highlight, stance }) =>
        session
          ? [
              {
                ...pendingMark(highlight, null),
                claims: [
                  {
                    // no claim stands for it yet: its own id keeps it apart from others
                    claimId: claimIdSchema.parse(highlight.id),
                    eventId: session.before.id,
                    eventLabel: session.label,
                    stance,
                    path: '',
                  },
                ],
              },
            ]
          : [],
      )
  );
}

const WORDS: Readonly<Record<EvidenceField, string>> = {
  type: 'the type',
  when: 'the date',
  placeId: 'the place',
  participants: 'the actors',
  killed: 'the killed',
  injured: 'the injured',
  'killed-or-injured': 'the killed or injured',
};

/** What the next passage is evidence for: "the place of E3". */
export function fieldInWords({ field, label }: EventSession): string {
  return field === null ? label : `${WORDS[field]} of ${label}`;
}
