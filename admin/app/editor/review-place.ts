/** Where drafts are approved and published when a git host is the back end: there alone, by its own rules. */
import { useSelector } from 'react-redux';
import type { ReviewPlace } from '../hosts.ts';

interface State {
  config: { backend: { review_place?: ReviewPlace } };
}

/** Nothing on the editorial server. */
export function useReviewPlace(): ReviewPlace | undefined {
  return useSelector(({ config }: State) => config.backend.review_place);
}
