import { Converter } from 'opencc-js/t2cn'

/** Traditional characters to simplified ones; simplified text stays as it is. */
export const simplify: (text: string) => string = Converter({ from: 't', to: 'cn' })
