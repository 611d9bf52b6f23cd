/** Pictures for learners who come in with a name of their own, one after the other. */
export const guestPictures = [
  ...['mountain', 'water', 'cloud', 'plum', 'orchid', 'bamboo'],
  ...['chrysanthemum', 'maple', 'pine', 'rice', 'moon', 'sun'],
] as const
