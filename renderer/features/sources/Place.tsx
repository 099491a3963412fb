import { useCaseId } from '#renderer/services/route.tsx';
import { Sources } from './Sources.tsx';

/** The place "Sources": who published the articles of a case, under which domains, how far to be trusted, and from whom. */
export function Place() {
  const caseId = useCaseId();
  return <Sources key={caseId} caseId={caseId} />;
}
