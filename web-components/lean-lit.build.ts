/**
 * Takes out of lit-html what the widget's templates never use, a whole kibibyte of the 16 a visitor may have to download:
 * SVG and MathML templates, directives, expressions in the place of an attribute's name, in comments or in a textarea,
 * nodes and other things than arrays as values, drawing into another document, ready-made templates and what tells other
 * copies of lit about this one. It works on lit's published file, which says
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
  // Below: what the cuts above have left without use.
  ['t=M(this,t,i),', ''],
  ['t=M(this,t,i,0),', ''],
  ['r=M(this,e[s+n],i,n),r===E&&(r=this._$AH[n]),', 'r=e[s+n],'],
  ['if((t=M(this,t,i,0)??A)===E)return;', 't??=A;'],
  ['t!==this._$AH&&t!==E', 't!==this._$AH'],
  ['E=Symbol.for("lit-noChange"),', 'E=0,'],
  [
    'let i;2===r.type?i=new k(h,h.nextSibling,this,t):1===r.type?i=new r.ctor(h,r.name,r.strings,this,t):0,this._$AV.push(i)',
    'this._$AV.push(2===r.type?new k(h,h.nextSibling,this,t):new r.ctor(h,r.name,r.strings,this,t))',
  ],
  [
    'void 0!==s&&(void 0!==s.strings?(s._$AI(t,s,i),i+=s.strings.length-2):s._$AI(t[i])),i++',
    's.strings?(s._$AI(t,s,i),i+=s.strings.length-2):s._$AI(t[i]),i++',
  ],
  [
    'get parentNode(){let t=this._$AA.parentNode;const i=this._$AM;return void 0!==i&&11===t?.nodeType&&(t=i.parentNode),t}',
    '',
  ],
  ['get parentNode(){return this._$AM.parentNode}', ''],
  // Comments, and expressions within them, within raw text such as a textarea's, or as a tag.
  [
    'v=/<(?:(!--|\\/[^a-zA-Z])|(\\/?[a-zA-Z][^>\\s]*)|(\\/?$))/g,_=/-->/g,m=/>/g,',
    'v=/<\\/?[a-zA-Z][^>\\s]*/g,',
  ],
  [
    '"!--"===u[1]?c=_:void 0!==u[1]?c=m:void 0!==u[2]?(y.test(u[2])&&(n=RegExp("</"+u[2],"g")),c=p):void 0!==u[3]&&(c=p)',
    'c=p',
  ],
  ['c=n??v', 'c=v'],
  ['c===_||c===m?c=v:(c=p,n=void 0)', 'c=p'],
  ['let n,l="",', 'let l="",'],
  ['y=/^(?:script|style|textarea|title)$/i,', ''],
  [
    'if(y.test(r.tagName)){const t=r.textContent.split(o),i=t.length-1;if(i>0){r.textContent=s?s.emptyScript:"";for(let s=0;s<i;s++)r.append(t[s],c()),P.nextNode(),d.push({type:2,index:++l});r.append(t[i],c())}}',
    '',
  ],
  [
    'if(8===r.nodeType)if(r.data===n)d.push({type:2,index:l});else{let t=-1;for(;-1!==(t=r.data.indexOf(o,t+1));)d.push({type:7,index:l}),t+=o.length-1}',
    'r.data===n&&d.push({type:2,index:l});',
  ],
  // Lists that are no arrays, nodes as values, listeners that are objects or have options.
  ['d=t=>u(t)||"function"==typeof t?.[Symbol.iterator],', 'd=u,'],
  ['void 0!==t.nodeType?this.T(t):', ''],
  [
    'e=t===A&&s!==A||t.capture!==s.capture||t.once!==s.once||t.passive!==s.passive,h=t!==A&&(s===A||e)',
    'e=t===A&&s!==A,h=t!==A&&s===A',
  ],
  [
    '"function"==typeof this._$AH?this._$AH.call(this.options?.host??this.element,t):this._$AH.handleEvent(t)',
    'this._$AH.call(this.options.host,t)',
  ],
  // Drawing before something else.
  [
    'const e=s?.renderBefore??i;let h=e._$litPart$;if(void 0===h){const t=s?.renderBefore??null;e._$litPart$=h=new k(i.insertBefore(c(),t),t,void 0,s??{})}return h._$AI(t),h',
    'let h=i._$litPart$;return h||(i._$litPart$=h=new k(i.insertBefore(c(),null),null,void 0,s)),h._$AI(t),h',
  ],
  // What directives, devtools and other copies of lit would ask of the parts, and arguments that nobody gives.
  ['Symbol.for("lit-nothing")', 'Symbol()'],
  // Chance keeps values from looking like a marker where templates are put together from texts; ours never are.
  ['`lit$${Math.random().toFixed(9).slice(2)}$`', '"lit$"'],
  ['constructor(){super(...arguments),this.type=3}', ''],
  ['constructor(){super(...arguments),this.type=4}', ''],
  ['constructor(t,i,s,e,h){super(t,i,s,e,h),this.type=5}', ''],
  ['{this.type=1,this._$AH=A', '{this._$AH=A'],
  ['this.type=2,', ''],
  ['this._$AD=t,this._$AM=i', 'this._$AD=t'],
  ['this._$AM=s,', ''],
  ['this._$AM=e,', ''],
  ['_$AI(t,i=this){a(t)', '_$AI(t){a(t)'],
  ['_$AI(t,i=this){t??=A', '_$AI(t){t??=A'],
  ['_$AI(t,i=this,s,e){', '_$AI(t,i,s){'],
  ['o&&!e&&this.j(t)', 'o&&this.j(t)'],
  ['return void 0!==e?', 'return e?'],
  [
    'x=t=>(i,...s)=>({_$litType$:t,strings:i,values:s}),b=x(1),',
    'b=(i,...s)=>({_$litType$:1,strings:i,values:s}),',
  ],
  // Nothing as a property or as a boolean attribute; and white space in a template as a regular expression has it.
  ['=t===A?void 0:t}}', '=t}}'],
  ['!!t&&t!==A', '!!t'],
  ['f="[ \\t\\n\\f\\r]"', 'f="\\\\s"'],
  ['[^ \\t\\n\\f\\r"\'\\`<>=]', '[^\\\\s"\'\\`<>=]'],
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
