import { communities, districts } from './city.ts'

const streets = districts.flatMap((district) => district.streets)

/** Communities come street by street, as many in each. */
const inStreet = communities.length / streets.length

/**
 * Codes of the communities that take part in the grid reform, 30 of 60: of the streets in their order,
 * three (the first, third and fifth) and two (the second and fourth) communities in turn. Both halves
 * hold large and small communities of every street, and so of every kind of place.
 */
export const reformed: ReadonlySet<string> = new Set(
  communities
    .filter((_, index) => (Math.floor(index / inStreet) + (index % inStreet)) % 2 === 0)
    .map(({ code }) => code),
)
