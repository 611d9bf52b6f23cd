/** A file that is not read, and why, in words for the user. */
export class Refused extends Error {}
