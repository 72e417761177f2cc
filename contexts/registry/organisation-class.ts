/** Classes of the scorecards the books make of a year; the register keeps them to list by. */
export const sizeClasses = ['micro', 'small', 'medium', 'large'] as const;
export type SizeClass = (typeof sizeClasses)[number];

export const ratingClasses = ['good', 'fair', 'average', 'weak'] as const;
export type RatingClass = (typeof ratingClasses)[number];

/** A total or a class over a blank is not computed: that is an answer of its own, not a class. */
export const notComputed = 'not-computed';
export const sizeFilters = [...sizeClasses, notComputed] as const;
export const ratingFilters = [...ratingClasses, notComputed] as const;
