/** `primary`: the one action a screen is for. `danger`: cannot be undone. `elder`: the way into 长辈版. */
export type ButtonKind = 'primary' | 'plain' | 'quiet' | 'danger' | 'elder'
