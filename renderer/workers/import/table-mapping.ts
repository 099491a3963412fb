import type { ChosenMapping } from '#shared/domain/mapping.ts';
import type { TableMapping } from '#shared/ingest/tables/table-mapping.ts';

/** A mapping as readers take it. */
export function tableMapping({ fields, form }: ChosenMapping): TableMapping {
  return { fields, ...(form ? { form } : {}) };
}
