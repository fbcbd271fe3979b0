/**
 * The demo page's drawings, as SVG. They hold shapes only: colours come from pages/public/demo-drawings.css, so that day and
 * night, and a piece that is planned, built or finished, are the same drawing.
 */

/** Pieces that several drawings use; to be put on the page once, before them. */
export const pieces = `
<svg class="pieces" width="0" height="0" aria-hidden="true">
<defs>
<linearGradient id="light" x2="0" y2="1"><stop stop-color="#f9e08a"/><stop offset="1" stop-color="#f9e08a" stop-opacity="0"/></linearGradient>
<clipPath id="arch"><path d="M44 190V70q73-32 146 0v120z"/></clipPath>
<g id="tree"><path class="bark" d="M-5 0q3-50 0-90h10q-3 40 0 90z"/><circle class="leaf" cx="-34" cy="-88" r="36"/><circle class="leaf" cx="36" cy="-92" r="38"/><circle class="leaf" cx="0" cy="-126" r="46"/><circle class="leaf-lit" cx="-14" cy="-138" r="26"/><circle class="leaf-lit" cx="34" cy="-100" r="18"/></g>
<g id="lamp"><path class="glow" fill="url(#light)" d="M-22 0h44l38 160h-120z"/><path class="line" d="M0-400v380"/><path class="blossom" d="M-24 0q0-24 24-24t24 24z"/></g>
<g id="chair"><path class="seat" d="M-22-78q-2 26 5 48h31"/><path class="line" d="M-1-28v20M-18-2q17-12 34 0"/></g>
<g id="stool"><path class="grain" d="M-15-44h5L-14 0h-4zM10-44h5L18 0h-4z"/><path class="wood" d="M-21-50h42v8h-42z"/></g>
<g id="plant"><path class="leaf" d="M0-24q-28-14-27-52 24 14 27 52-4-48 6-70 20 28-6 70 6-34 30-42 3 32-30 42z"/><path class="brick" d="M-14-27h28l-4 27h-20z"/></g>
<g id="books"><path class="teal" d="M0-26h8v26h-8zM27-22h7v22h-7z"/><path class="brick" d="M10-30h6v30h-6z"/><path class="blossom" d="M18-24h7v24h-7z"/><path class="sheet" d="M37-27h6v27h-6z"/></g>
<g id="folders"><path class="teal" d="M0-40h14v40H0zM48-40h14v40H48z"/><path class="sheet" d="M16-40h14v40H16zM80-40h14v40H80z"/><path class="brick" d="M32-40h14v40H32z"/><path class="blossom" d="M64-40h14v40H64z"/></g>
<g id="laptop"><path class="ink" d="M-18-3h28v3h-28zM8-3l9-21 3 1-9 22z"/></g>
<g id="leaf"><path class="leaf" d="M0 0c-30-8-46-34-34-56 9-15 28-12 34 3 6-15 25-18 34-3C46-34 30-8 0 0z" transform="translate(0 50)"/><path class="vein" d="M0-8v46M0 8l-18 6M0 8l18 6M0 20l-13 6M0 20l13 6"/></g>
<g id="bay"><path class="wall" d="M0 0h360v262H0z"/><path class="sky" d="M44 190V70q73-32 146 0v120z"/><g clip-path="url(#arch)"><circle class="moon" cx="74" cy="84" r="11"/><use href="#tree" x="152" y="218"/></g><path class="frame" d="M44 190V70q73-32 146 0v120zM80.5 58v132M117 54v136M153.5 58v132M44 102h146M44 146h146"/><path class="sheet" d="M36 188h162v7H36z"/><path class="beam" d="M0 0h360v11H0zM0 11h5v251H0zM355 11h5v251h-5z"/><path class="floor" d="M0 262h360v38H0z"/><path class="board" d="M0 275h360M0 288h360M90 262v13M250 275v13M140 288v12M310 262v13"/></g>
<g id="built"><path class="grain" d="M56 214h6v48h-6zM190 214h6v48h-6zM152 214h38v24h-38z"/><path class="wood" d="M46 207h160v8H46zM240 106h96v6h-96zM240 150h96v6h-96zM234 202h108v54H234z"/><path class="grain" d="M242 256h6v6h-6zM328 256h6v6h-6z"/><path class="seam" d="M288 202v54M281 226v8M295 226v8"/></g>
<g id="loose"><use href="#lamp" x="214" y="92"/><use href="#plant" x="34" y="262"/><use href="#books" x="248" y="106"/><use href="#books" x="286" y="150"/><use href="#laptop" x="142" y="207"/></g>
</defs>
</svg>`;

const bay = (inside: string) =>
  `<svg viewBox="0 0 360 300" aria-hidden="true"><use href="#bay"/>${inside}</svg>`;

/** One room in four weeks: measured, drawn, built, lived in. */
export const weeks = [
  bay(
    `<path class="bare" d="M232 60q-6-22 14-24 30-8 58 0 22 2 18 22 6 16-12 20-6 20-34 18-26 2-28-14-14-6-16-22z"/><path class="brick" d="M246 44h24v9h-24zM274 44h30v9h-30zM236 57h22v9h-22zM262 57h28v9h-28zM294 57h22v9h-22zM252 70h26v9h-26zM282 70h24v9h-24zM266 83h26v9h-26z"/><path class="line" d="M214 11v62"/><circle class="sheet" cx="214" cy="80" r="8"/><path class="rungs" d="M236 262l13-142M276 262l-13-142M247 146h18M244 174h24M242 202h28M239 230h34"/><path class="wood" d="M62 222h54v40H62z"/><path class="seam" d="M62 234h54M89 222v12"/><path class="measure" d="M14 222h290M14 215v14M304 215v14"/><text class="figure" x="150" y="215">4.20 m</text><path class="limb trousers" d="M320 212l-4 46M324 212l8 46"/><path class="limb body-teal" d="M322 176v32"/><path class="limb sleeve-teal" d="M320 174l-12 26-3 20"/><circle class="skin" cx="321" cy="144" r="12"/><path class="ink" d="M308 143q-1-15 14-15t13 19q-5-10-16-9-6 0-11 5z"/>`,
  ),
  bay(
    `<g class="planned"><use href="#built"/><use href="#loose"/><use href="#chair" x="104" y="262"/></g><path class="measure" d="M240 60h96M240 54v12M336 54v12"/><text class="figure" x="288" y="50">96 cm</text>`,
  ),
  bay(
    `<g class="raw"><use href="#built"/></g><path class="line" d="M214 11v62"/><circle class="sheet" cx="214" cy="80" r="8"/><path class="wood" d="M16 262l14-170h9L25 262zM34 262l8-150h8l-8 150z"/><path class="brick" d="M88 240h46v22H88z"/><path class="line" d="M100 240v-9h22v9"/><path class="limb trousers" d="M212 210l-6 48M216 210l8 48"/><path class="limb body-brick" d="M214 174v32"/><path class="limb sleeve-brick" d="M216 172l14 8 14-16"/><path class="ink" d="M238 158h16v8h-9v8h-7z"/><circle class="skin" cx="215" cy="142" r="12"/><path class="blossom" d="M201 141q1-14 14-14t14 14h4v4h-32z"/>`,
  ),
  bay(
    `<use href="#loose"/><use href="#chair" x="104" y="262"/><path class="limb trousers" d="M100 228l34 2 2 28"/><path class="limb body-brick" d="M98 222l3-32"/><circle class="skin" cx="105" cy="160" r="12"/><path class="ink" d="M91 168q-4-22 12-24 12 0 14 10-10-2-14 4 0 10-12 10z"/><use href="#built"/><path class="limb sleeve-brick" d="M102 190l12 16 20-3"/><path class="ink" d="M300 202q-3-25 13-28l-1-10 6 5h5l6-5v14q-2 5-6 6 4 8 2 18z"/><path class="tail" d="M300 200q-14 2-12-10"/>`,
  ),
] as const;

/** Two desks below one window. */
export const roomForTwo = `<svg viewBox="0 0 720 460" role="img" aria-labelledby="two-drawing"><title id="two-drawing">Two desks face each other below a large window with a linden tree. Folders stand on a shelf, a coat hangs by the door.</title>
<path class="wall" d="M0 0h720v460H0z"/><path class="panel" d="M0 262h720v134H0z"/><path class="ledge" d="M0 256h720v7H0z"/><path class="groove" d="M60 264v132M120 264v132M180 264v132M240 264v132M300 264v132M360 264v132M420 264v132M480 264v132M540 264v132M600 264v132M660 264v132"/>
<path class="sky" d="M262 52h204v188H262z"/><circle class="moon" cx="300" cy="88" r="14"/><svg x="262" y="52" width="204" height="188"><use href="#tree" transform="translate(136 222) scale(1.3)"/></svg><path class="frame" d="M262 52h204v188H262zM330 52v188M398 52v188M262 114h204"/><path class="sheet" d="M252 238h224v8H252z"/>
<path class="wood" d="M40 120h176v8H40zM40 198h176v8H40z"/><use href="#folders" x="48" y="120"/><use href="#books" x="156" y="120"/><use href="#folders" x="102" y="198"/><use href="#plant" transform="translate(72 198) scale(.6)"/>
<path class="wood" d="M560 120h116v8H560z"/><path class="line" d="M584 128v8M618 128v8M652 128v8"/><path class="brick" d="M604 138q14-10 28 0l11 8 9 70-11 2-6-42 3 62h-40l3-62-6 42-11-2 9-70z"/><path class="seam" d="M618 140v98"/><path class="blossom" d="M572 92q12-16 26 0l10 4h-46z" transform="translate(46 24)"/>
<use href="#lamp" x="228" y="190"/><use href="#lamp" x="500" y="190"/>
<g class="warm"><use href="#chair" transform="translate(196 396) scale(1.25)"/><use href="#chair" transform="translate(532 396) scale(-1.25 1.25)"/></g>
<path class="floor" d="M0 396h720v64H0z"/><path class="board" d="M0 416h720M0 438h720M130 396v20M420 396v20M280 416v22M600 416v22M90 438v22M500 438v22"/>
<path class="grain" d="M176 324h8v72h-8zM544 324h8v72h-8zM330 324h68v72h-68z"/><path class="seam" d="M330 348h68M330 372h68M364 324v72"/><path class="wood" d="M160 314h408v11H160z"/>
<use href="#laptop" x="250" y="314"/><use href="#laptop" transform="translate(478 314) scale(-1 1)"/><use href="#plant" transform="translate(364 314) scale(.7)"/><path class="sheet" d="M292 308h26v6h-26zM410 302h8v12h-8z"/><use href="#plant" transform="translate(668 396) scale(1.5)"/></svg>`;

/** One table for five, and felt against the echo. */
export const roomForFive = `<svg viewBox="0 0 720 460" role="img" aria-labelledby="five-drawing"><title id="five-drawing">A long table with five stools under three lamps. Felt panels in yellow and green cover the wall, a heavy curtain hangs at the side.</title>
<path class="wall" d="M0 0h720v460H0z"/>
<path class="blossom" d="M168 60h84v70h-84zM348 60h84v70h-84zM258 136h84v70h-84zM438 136h84v70h-84z"/><path class="felt" d="M258 60h84v70h-84zM438 60h84v70h-84zM168 136h84v70h-84zM348 136h84v70h-84z"/><path class="brick" d="M168 60a84 70 0 0 0 84 70h-84zM522 136v70h-84a84 70 0 0 1 84-70z"/><path class="teal" d="M258 60h84a84 70 0 0 1-84 70zM348 206v-70a84 70 0 0 1 84 70z"/>
<path class="sky" d="M570 60h114v146H570z"/><circle class="moon" cx="600" cy="90" r="12"/><svg x="570" y="60" width="114" height="146"><use href="#tree" transform="translate(76 190)"/></svg><path class="frame" d="M570 60h114v146H570zM627 60v146M570 108h114"/><path class="sheet" d="M562 204h130v7H562z"/>
<path class="line" d="M0 24h136"/><path class="curtain" d="M0 26h128q-6 180 4 370H0z"/><path class="groove" d="M22 26q4 180-2 370M46 26q-4 180 2 370M70 26q4 180-2 370M94 26q-4 180 4 370M114 26q2 180 2 370"/>
<path class="floor" d="M0 396h720v64H0z"/><path class="board" d="M0 416h720M0 438h720M220 396v20M540 396v20M110 416v22M380 416v22M300 438v22M640 438v22"/>
<path class="wood" d="M580 300h108v90H580z"/><path class="seam" d="M634 300v90M580 345h108"/><path class="grain" d="M588 390h8v6h-8zM672 390h8v6h-8z"/><use href="#plant" x="610" y="300"/><use href="#books" x="640" y="300"/>
<use href="#lamp" x="240" y="246"/><use href="#lamp" x="345" y="246"/><use href="#lamp" x="450" y="246"/>
<path class="grain" d="M176 316l-10 80h9l12-80zM514 316l10 80h-9l-12-80z"/><path class="wood" d="M146 304h398v13H146z"/>
<use href="#laptop" x="214" y="304"/><use href="#laptop" transform="translate(300 304) scale(-1 1)"/><use href="#laptop" x="474" y="304"/><path class="sheet" d="M340 298h34v6h-34zM394 291h9v13h-9z"/><path class="teal" d="M412 300h24v4h-24z"/>
<use href="#stool" transform="translate(196 424) scale(1.2)"/><use href="#stool" transform="translate(272 424) scale(1.2)"/><use href="#stool" transform="translate(348 424) scale(1.2)"/><use href="#stool" transform="translate(424 424) scale(1.2)"/><use href="#stool" transform="translate(500 424) scale(1.2)"/></svg>`;

/** A house cut open: desks above, quiet below. */
export const loftForNine = `<svg viewBox="0 0 1280 520" preserveAspectRatio="xMidYMax slice" role="img" aria-labelledby="nine-drawing"><title id="nine-drawing">A loft cut open: a long table under high lamps, a staircase to a wooden gallery with desks, and below it a phone booth and a sofa.</title>
<path class="sky" d="M0 0h1280v520H0z"/><path class="wall" d="M150 480V196L640 40l490 156v284z"/>
<use href="#lamp" transform="translate(300 250) scale(1.2)"/><use href="#lamp" transform="translate(404 214) scale(1.4)"/><use href="#lamp" transform="translate(508 250) scale(1.2)"/><use href="#lamp" transform="translate(810 166) scale(.9)"/><use href="#lamp" transform="translate(990 190) scale(.9)"/>
<path class="sky" d="M0 0h1280v250L640 40 0 250z"/><circle class="moon" cx="170" cy="84" r="20"/><path class="beam" d="M936 66h48v90l-48-14zM928 58h64v12h-64z"/><path class="roof" d="M104 216L640 40l536 176"/>
<path class="sky" d="M180 232h64v120h-64z"/><path class="frame" d="M180 232h64v120h-64zM212 232v120M180 290h64"/>
<path class="inside" d="M674 294h438v186H674z"/><path class="wood" d="M660 280h470v14H660z"/><path class="grain" d="M664 294h10v186h-10zM1112 294h10v186h-10z"/><path class="rail" d="M660 232h150M660 280v-48M690 280v-48M720 280v-48M750 280v-48M780 280v-48M810 280v-48"/>
<path class="wood" d="M520 480v-24h20v-24h20v-24h20v-24h20v-24h20v-24h20v-24h20v-24h20v192z"/><path class="seam" d="M540 456v24M560 432v48M580 408v72M600 384v96M620 360v120M640 336v144"/><path class="rail" d="M524 406L662 240"/>
<path class="wood" d="M840 236h130v7H840zM1000 236h110v7h-110z"/><path class="grain" d="M848 243h6v37h-6zM956 243h6v37h-6zM1008 243h6v37h-6zM1096 243h6v37h-6z"/><use href="#laptop" x="884" y="236"/><use href="#laptop" x="1058" y="236"/><use href="#books" transform="translate(918 236) scale(.8)"/><use href="#chair" transform="translate(876 280) scale(.82)"/><use href="#chair" transform="translate(1030 280) scale(.82)"/>
<path class="panel" d="M700 318h92v162h-92z"/><path class="lit" d="M712 332h68v148h-68z"/><path class="limb trousers" d="M744 420l-3 52M750 420l6 52"/><path class="limb body-brick" d="M747 386v30"/><path class="limb sleeve-brick" d="M745 384l14 16 2-22"/><circle class="skin" cx="748" cy="358" r="11"/><path class="ink" d="M736 358q0-14 12-14t12 12q-8-6-14-4-5 2-10 6z"/>
<path class="brick" d="M838 418q0-16 16-16h130q16 0 16 16v50H838z"/><path class="seam" d="M919 404v40M838 444h162"/><path class="grain" d="M850 468h8v12h-8zM980 468h8v12h-8z"/><path class="blossom" d="M858 418h34v26h-34z"/>
<path class="wood" d="M1024 330h80v150h-80z"/><path class="inside" d="M1032 338h64v36h-64zM1032 382h64v36h-64zM1032 426h64v46h-64z"/><use href="#books" x="1036" y="374"/><use href="#folders" transform="translate(1034 418) scale(.62)"/><use href="#books" x="1048" y="472"/>
<path class="grain" d="M282 400h9v80h-9zM478 400h9v80h-9z"/><use href="#chair" transform="translate(268 480) scale(1.15)"/><use href="#chair" transform="translate(360 480) scale(1.15)"/><use href="#chair" transform="translate(500 480) scale(-1.15 1.15)"/><path class="wood" d="M258 388h254v12H258z"/><use href="#laptop" x="340" y="388"/><use href="#laptop" transform="translate(440 388) scale(-1 1)"/><path class="sheet" d="M382 381h30v7h-30z"/><use href="#plant" transform="translate(196 480) scale(1.4)"/>
<path class="measure" d="M814 300v174M806 300h16M806 474h16"/><text class="figure" x="852" y="352">2.20 m</text>
<path class="beam" d="M138 480V216h12v264zM1130 480V216h12v264z"/><path class="floor" d="M0 480h1280v40H0z"/><use href="#tree" transform="translate(64 484) scale(1.5)"/><use href="#tree" transform="translate(1222 484) scale(1.2)"/></svg>`;

/** A linden branch, for the end of the page. */
export const branch = `<svg class="branch" viewBox="0 0 460 420" aria-hidden="true"><path class="twig" d="M456 14C350 40 240 96 150 214 118 258 92 316 80 392M262 108c-50-14-92-14-136 6M168 190c52 22 88 60 110 114"/><use href="#leaf" transform="translate(126 114) rotate(74) scale(1.5)"/><use href="#leaf" transform="translate(286 96) rotate(-20) scale(1.7)"/><use href="#leaf" transform="translate(276 302) rotate(-30) scale(1.45)"/><use href="#leaf" transform="translate(148 216) rotate(62) scale(1.2)"/><use href="#leaf" transform="translate(82 380) rotate(24) scale(.6)"/><path class="stem" d="M214 148q4 56 40 72M254 220q-8 14-10 26M254 220q6 12 18 18"/><circle class="blossom" cx="244" cy="250" r="8"/><circle class="blossom" cx="274" cy="240" r="8"/><circle class="blossom" cx="260" cy="222" r="8"/></svg>`;
