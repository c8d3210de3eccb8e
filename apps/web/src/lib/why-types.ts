export interface FunnelStep {
  condition: string;
  left: number;
  sentence: string;
}
/** Why a need has no proposals: the shortest true answer, and what would change it. */
export interface WhyNot {
  sentence: string;
  fits: number;
  funnel: FunnelStep[];
  changes: { sentence: string }[];
}
/** The same of an offer; `edit` is a body for its PATCH, null where the change is a new offer. */
export interface WhyNotOffer {
  sentence: string;
  fits: number;
  funnel: FunnelStep[];
  changes: { change: string; sphere?: string; sentence: string; edit: Record<string, unknown> | null }[];
}

/** Why this need and not another: those that lost to it in a clearing, or what stands beside it. */
export interface PassedOver {
  from: 'clearing' | 'not-kept' | 'at-once';
  clearing: string | null;
  sentence: string;
  needs: {
    need: { id: string; title: string | null; category: string; place: string };
    score: number;
    sentence: string;
  }[];
}
