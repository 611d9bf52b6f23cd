import { styleHash } from './page-policy.ts'

const plotClass = 'plot-d6a7b5'

const figure = `:where(.${plotClass}) {
  --plot-background: white;
  display: block;
  height: auto;
  height: intrinsic;
  max-width: 100%;
}
:where(.${plotClass} text),
:where(.${plotClass} tspan) {
  white-space: pre;
}`

const ramp = `:where(.${plotClass}-ramp) {
  display: block;
  height: auto;
  height: intrinsic;
  max-width: 100%;
  overflow: visible;
}
:where(.${plotClass}-ramp text) {
  white-space: pre;
}`

/** The constant styles that Observable Plot 0.6.17 writes into its pictures, as CSP hashes. */
export const plotStyleHashes: readonly string[] = [figure, ramp].map(styleHash)
