import type { Mark, MarkedClaim, MarkedEntity } from '#renderer/services/reader/mark.ts';
import type { Stance } from '#shared/domain/claim.ts';
import type { Tint } from '#shared/domain/codebook.ts';
import {
  claimIdSchema,
  entityIdSchema,
  eventIdSchema,
  highlightIdSchema,
  mentionIdSchema,
} from '#shared/domain/ids.ts';

/** A valid id that is the same for the same seed. */
export function idFrom(seed: string): string {
  const hex = [...seed].map((character) => character.charCodeAt(0).toString(16).padStart(2, '0')).join('');
  const digits = hex.padStart(12, '0').slice(-12);
  return `01960000-0000-7000-8000-${digits}`;
}

/** An entity of a passage, named after its tint. */
export function entityIn(tint: Tint, name = `A ${tint}`): MarkedEntity {
  return {
    mentionId: mentionIdSchema.parse(idFrom(`m${name}`)),
    entityId: entityIdSchema.parse(idFrom(`e${name}`)),
    name,
    typeName: tint,
    tint,
    icon: 'cube',
  };
}

/** A claim of a passage about the event that `seed` names. */
export function claimIn(seed: string, stance: Stance): MarkedClaim {
  return {
    claimId: claimIdSchema.parse(idFrom(`c${seed}${stance}`)),
    eventId: eventIdSchema.parse(idFrom(`v${seed}`)),
    eventLabel: `E${seed}`,
    stance,
    path: '',
  };
}

/** A marked passage. */
export function markOf(parts: Partial<Mark> & { readonly seed?: string }): Mark {
  const { seed = 'mark', ...rest } = parts;
  return {
    id: highlightIdSchema.parse(idFrom(seed)),
    start: 0,
    end: 5,
    quote: 'words',
    entities: [],
    claims: [],
    note: '',
    isPending: false,
    ...rest,
  };
}
