/** Where the phases of a campaign stand to a moment. */
import { shortDay } from '#src/text/dates.ts';
import { dayAfter, startOfDay } from '#src/time/hanoi.ts';

interface Phase {
  from?: string | undefined;
  to?: string | undefined;
}

export type PhaseState = 'before' | 'now' | 'after' | 'undated';

/** A phase lasts from the first moment of its first day to the last of its last, in Hà Nội. */
export function phaseState({ from, to }: Phase, now: Date): PhaseState {
  if (from === undefined && to === undefined) return 'undated';
  if (from !== undefined && now < new Date(startOfDay(from))) return 'before';
  if (to !== undefined && now >= new Date(startOfDay(dayAfter(to)))) return 'after';
  return 'now';
}

/** When a phase is, in words; empty when nobody has said. */
export function phaseWords({ from, to }: Phase): string {
  if (from !== undefined && to !== undefined) return `${shortDay(from)} đến ${shortDay(to)}`;
  if (from !== undefined) return `từ ${shortDay(from)}`;
  return to === undefined ? '' : `đến ${shortDay(to)}`;
}

/** What the roadmap shows first: what goes on, then what comes, then what nobody has dated. */
const urgency = ['now', 'before', 'undated'] as const satisfies PhaseState[];

/**
 * The campaigns of the roadmap: those that are not over, those under way first, otherwise in the
 * order given, at most `limit`. One whose phases are all over, or that is left out, stands in the
 * list of campaigns.
 */
export function onRoadmap<C extends { data: { phases: readonly Phase[] } }>(
  campaigns: readonly C[],
  now: Date,
  limit: number,
): C[] {
  const rank = ({ data: { phases } }: C) => {
    const states = phases.length > 0 ? phases.map((phase) => phaseState(phase, now)) : ['undated'];
    return urgency.findIndex((state) => states.includes(state));
  };
  return campaigns
    .filter((campaign) => rank(campaign) >= 0)
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, limit);
}
