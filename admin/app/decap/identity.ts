/**
 * The site's identity in Decap's own style rules and words, which it computes while it loads and so
 * offers no variable for: its colours, its font, its capitals and its plural, each with what stands
 * in its place.
 */
import { colors, deskColors, fontFamily } from '#src/styles/tokens.ts';

/** Text in the modules of `decap-cms-*` → ours. */
export const identity: readonly (readonly [from: RegExp, to: string])[] = [
  // Blue and teal: what can be pressed and what is chosen.
  [/#3a69c7|#4863c6|#2684ff|#17a2b8|#117888|#1195aa/gi, colors.brand],
  [/#e8f5fe|#ddf5f9/gi, deskColors.brandSoft],
  // Greys: text and grounds. Decap's grey on white is below the contrast that people can read.
  [/#798291|#7a8291|#7b8290|#7b98bc|#5d626f|#b3b9c4|#444a57/gi, colors.inkSoft],
  [/#313d3e|#1e2532/gi, colors.ink],
  [/#555a65/gi, colors.brandDark],
  [/#eff0f4|#f1f2f4/gi, colors.sand],
  [/#dfdfe3|#eaebf1/gi, colors.line],
  // A draft.
  [/#70399f/gi, colors.inkSoft],
  [/#f6d8ff/gi, colors.line],
  // Wrong: as on the site.
  [/#ff003b|#d60032/gi, deskColors.wrong],
  [/#aae31f|#caef6f/gi, deskColors.doneSoft],
  // A sentence reads better than capitals, above all with Vietnamese accents.
  [/text-transform: ?uppercase/g, 'text-transform:none'],
  // Vietnamese has no plural: “6 con số”, not “6 các con số”.
  [/items\.size === 1 \? (labelSingular\.toLowerCase\(\)) : label\.toLowerCase\(\)/g, '$1'],
  // What is chosen from another list keeps its cross in sight on a phone.
  [/maxWidth: '300px'/g, `maxWidth: 'min(300px, calc(100vw - 11rem))'`],
  // A computer that has never seen HEIC does not count it among the pictures to choose from.
  [/imagesOnly \? 'image\/\*'/g, `imagesOnly ? 'image/*,.heic,.heif'`],
  [/system-ui,/g, `'${fontFamily}',system-ui,`],
];

/** The module's text in the site's identity. */
export function inIdentity(code: string): string {
  return identity.reduce((text, [from, to]) => text.replace(from, to), code);
}
