/**
 * Takes out of lit-html what the widget's templates never use, half a kibibyte of the 16 a visitor may have to download:
 * SVG and MathML templates, directives, expressions in the place of an attribute's name, drawing into another document,
 * ready-made templates and what tells other copies of lit about this one. It works on lit's published file, which says
 * the same in each build; after an update of lit that wrote it otherwise the build stops here.
 */
import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** A piece of lit-html.js as it is published, and what stands there instead. */
const CUTS: readonly (readonly [string, string])[] = [
  ['w=x(2),T=x(3),', 'w=0,T=0,'],
  ['l=2===i?"<svg>":3===i?"<math>":""', 'l=""'],
  ['+(2===i?"</svg>":3===i?"</math>":"")', ''],
  ['if(this.el=S.createElement(f,e)', 'this.el=S.createElement(f,e)'],
  [',2===i||3===i){const t=this.el.content.firstChild;t.replaceWith(...t.childNodes)}', ';'],
  ['else t.startsWith(o)&&(d.push({type:6,index:l}),r.removeAttribute(t))', ''],
  [':6===r.type&&(i=new Z(h,this,t))', ':0'],
  [
    'const o=a(i)?void 0:i._$litDirective$;return h?.constructor!==o&&(h?._$AO?.(!1),void 0===o?h=void 0:(h=new o(t),h._$AT(t,s,e)),void 0!==e?(s._$Co??=[])[e]=h:s._$Cl=h),void 0!==h&&(i=M(t,h._$AS(t,i.values),h,e)),i}',
    'return i}',
  ],
  ['let h=void 0!==e?s._$Co?.[e]:s._$Cl;', ''],
  ['if(i===E)return i;', ''],
  ['(t?.creationScope??l).importNode', 'l.importNode'],
  [
    '"number"==typeof s?this._$AC(t):(void 0===s.el&&(s.el=S.createElement(V(s.h,s.h[0]),this.options)),s)',
    'this._$AC(t)',
  ],
  ['if(!u(t)||!t.hasOwnProperty("raw"))throw Error("invalid template strings array");', ''],
  ['get _$AU(){return this._$AM._$AU}', ''],
  ['get _$AU(){return this._$AM?._$AU??this._$Cv}', ''],
  ['get startNode(){return this._$AA}get endNode(){return this._$AB}', ''],
  ['get tagName(){return this.element.tagName}', ''],
  [',this._$AN=void 0', ''],
  [',this._$Cv=e?.isConnected??!0', ''],
  ['setConnected(t){void 0===this._$AM&&(this._$Cv=t,this._$AP?.(t))}', ''],
  ['for(this._$AP?.(!1,!0,s);t!==', 'for(;t!=='],
  [',B=t.litHtmlPolyfillSupport;B?.(S,k),(t.litHtmlVersions??=[]).push("3.3.3");', ';'],
];

/** For esbuild. */
export const leanLit: Plugin = {
  name: 'lean-lit',
  setup(build) {
    build.onLoad({ filter: /lit-html\/lit-html\.js$/ }, async ({ path }) => {
      let contents = await readFile(path, 'utf8');
      for (const [piece, instead] of CUTS) {
        if (!contents.includes(piece)) throw new Error(`lit-html.js no longer holds ${piece}`);
        contents = contents.replaceAll(piece, instead);
      }
      return { contents };
    });
  },
};
