/** The pictures that a learner can choose: a character of landscape or garden on a tint. */
export interface Picture {
  readonly id: string
  readonly character: string
  readonly tone: 'teal' | 'gold' | 'ok' | 'seal'
  readonly name: { readonly zh: string; readonly en: string }
}

const draw = (id: string, character: string, tone: Picture['tone'], zh: string, en: string) => ({
  ...{ id, character, tone },
  name: { zh, en },
})

export const pictures: readonly [Picture, ...Picture[]] = [
  draw('mountain', '山', 'teal', '山', 'Mountain'),
  draw('water', '水', 'ok', '水', 'Water'),
  draw('cloud', '云', 'gold', '云', 'Cloud'),
  draw('plum', '梅', 'seal', '梅花', 'Plum blossom'),
  draw('orchid', '兰', 'teal', '兰花', 'Orchid'),
  draw('bamboo', '竹', 'ok', '竹子', 'Bamboo'),
  draw('chrysanthemum', '菊', 'gold', '菊花', 'Chrysanthemum'),
  draw('maple', '枫', 'seal', '枫叶', 'Maple'),
  draw('pine', '松', 'teal', '松树', 'Pine'),
  draw('rice', '禾', 'ok', '禾苗', 'Rice'),
  draw('moon', '月', 'gold', '月亮', 'Moon'),
  draw('sun', '日', 'seal', '太阳', 'Sun'),
]

/** A picture by its id; the first where the id is not known. */
export function pictureOf(id: string): Picture {
  return pictures.find((picture) => picture.id === id) ?? pictures[0]
}
