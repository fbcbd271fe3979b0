/**
 * What the demo page says. Nothing in here comes from outside, so it is plain markup; what the company promises is the
 * same as what its chat knows (sites/demo-site).
 */
import { branch, loftForNine, pieces, roomForFive, roomForTwo, weeks } from './demo-drawings.ts';

export const demoBody = `${pieces}
<a class="skip" href="#main">Skip to the page</a>
<aside class="strip" aria-label="About this page">
<p><strong>Parlour demo.</strong> The company on this page is invented; the chat in the corner is real. <a href="/dashboard/">Watch it from the dashboard</a></p>
</aside>
<header class="top">
<a class="name" href="/demo">Linden <i>&amp;</i> Loft</a>
<nav aria-label="On this page"><a href="#what">What we do</a><a href="#steps">How it goes</a><a href="#rooms">Rooms</a><a href="#questions">Questions</a></nav>
<button class="talk small" type="button">Talk to us</button>
</header>
<main id="main">
<section class="hero" aria-labelledby="hero-title">
<h1 id="hero-title">Your office, finished in <span class="measured">four weeks</span>.</h1>
<div class="lede">
<p>We plan, build and furnish small offices. One visit, one fixed price, and two to five days of work in your rooms.</p>
<p class="acts"><button class="talk" type="button">Talk to us</button><a href="#rooms">See three rooms and what they cost</a></p>
</div>
<ol class="weeks" aria-label="One room, week by week">
<li>${weeks[0]}<p><b>Week 1</b> measured</p></li>
<li>${weeks[1]}<p><b>Week 2</b> drawn</p></li>
<li>${weeks[2]}<p><b>Week 3</b> built</p></li>
<li>${weeks[3]}<p><b>Week 4</b> yours</p></li>
</ol>
</section>

<section class="what" id="what" aria-labelledby="what-title">
<h2 id="what-title">A room decides how the day goes. Where the light falls, who hears whom, how far it is to the printer. We start there, and only then talk about furniture.</h2>
<dl>
<div><dt>Plan</dt><dd>We measure everything, down to the sockets, and ask how you work. You get a drawing to scale, with every desk, lamp and plug in its place.</dd></div>
<div><dt>Build</dt><dd>Desks, shelves, cupboards and partitions are made for your walls in our workshop, from ash and birch. We guarantee them for five years.</dd></div>
<div><dt>Furnish</dt><dd>Chairs that fit the people, lamps that fit the work, curtains against the echo. Two years of guarantee on chairs and lamps.</dd></div>
</dl>
</section>

<section class="steps" id="steps" aria-labelledby="steps-title">
<h2 id="steps-title">How it goes</h2>
<ol>
<li class="week"><h3>We come and look</h3><p>An hour in your rooms with a tape measure and many questions. Further than 100 km from Leipzig, we start by video.</p><p class="yours"><b>For you</b> One hour. The visit is free within 100 km.</p></li>
<li class="week"><h3>You get a drawing and a price</h3><p>One plan, one list, one figure. The price is fixed, with the furniture in it, and nothing starts before you say yes.</p><p class="yours"><b>For you</b> Say yes, say no, or move the desks around.</p></li>
<li class="week"><h3>We build it here</h3><p>Sawing, sanding and oiling happen in our workshop. That is why so little noise is left for your rooms.</p><p class="yours"><b>For you</b> Nothing at all.</p></li>
<li class="week"><h3>We put it in</h3><p>Two to five days on site. We bring it, fit it, sweep up, and take every last box away with us.</p><p class="yours"><b>For you</b> Work from home, and come back to a finished room.</p></li>
</ol>
<div class="price">
<h3>What it costs</h3>
<p>Most small offices come to between 3,000 and 12,000 euros, furniture included. The three rooms further down are marked on the ruler.</p>
<div class="ruler">
<ul class="scale" aria-hidden="true"><li class="at-3000">€3,000</li><li class="at-6000">€6,000</li><li class="at-9000">€9,000</li><li class="at-12000">€12,000</li></ul>
<ul class="marks"><li class="at-3400"><a href="#room-two"><b>€3,400</b> <span>a room for two</span></a></li><li class="at-6900"><a href="#room-five"><b>€6,900</b> <span>a table for five</span></a></li><li class="at-11800"><a href="#room-nine"><b>€11,800</b> <span>a loft for nine</span></a></li></ul>
</div>
</div>
</section>

<section class="rooms" id="rooms" aria-labelledby="rooms-title">
<h2 id="rooms-title">Three rooms</h2>
<article class="room" id="room-two" aria-labelledby="room-two-title">
${roomForTwo}
<div>
<h3 id="room-two-title">A room for two</h3>
<p>Two tax advisers, four hundred folders, and a linden tree that nobody could see for the shelves. We turned the desks to the window and gave the folders one wall.</p>
<dl><div><dt>Place</dt><dd>Leipzig</dd></div><div><dt>Size</dt><dd>18 m²</dd></div><div><dt>On site</dt><dd>2 days</dd></div><div><dt>Price</dt><dd>€3,400</dd></div></dl>
</div>
</article>
<article class="room other" id="room-five" aria-labelledby="room-five-title">
${roomForFive}
<div>
<h3 id="room-five-title">A table for five</h3>
<p>A software team that wanted to sit together and still make calls. One long table, felt on the wall, and a curtain heavy enough to close off a corner.</p>
<dl><div><dt>Place</dt><dd>Halle</dd></div><div><dt>Size</dt><dd>42 m²</dd></div><div><dt>On site</dt><dd>3 days</dd></div><div><dt>Price</dt><dd>€6,900</dd></div></dl>
</div>
</article>
<article class="room wide" id="room-nine" aria-labelledby="room-nine-title">
${loftForNine}
<div>
<h3 id="room-nine-title">A loft for nine</h3>
<p>Under the roof of an old mill, with far more air than floor. We built a gallery for the quiet desks and put the phone booth and the sofa underneath. It all began with a video call.</p>
<dl><div><dt>Place</dt><dd>Linz</dd></div><div><dt>Size</dt><dd>96 m²</dd></div><div><dt>On site</dt><dd>5 days</dd></div><div><dt>Price</dt><dd>€11,800</dd></div></dl>
</div>
</article>
</section>

<section class="questions" id="questions" aria-labelledby="questions-title">
<div>
<h2 id="questions-title">Questions people ask</h2>
<p>Is yours not here? <button class="talk link" type="button">Ask it in the chat</button></p>
</div>
<div>
<details open><summary>Do you come to my city?</summary><p class="answer">We work all over Germany and Austria. The first visit is free within 100 km of Leipzig; further away we start by video.</p></details>
<details><summary>Can the price change later?</summary><p class="answer">No. You get a fixed price before anything starts.</p></details>
<details><summary>How long does it take?</summary><p class="answer">About four weeks from the first visit to the finished room. The work on site takes two to five days.</p></details>
<details><summary>What if something breaks?</summary><p class="answer">We guarantee everything we build for five years, and chairs and lamps for two.</p></details>
<details><summary>Can I see more of your work?</summary><p class="answer">Yes. Tell us the size and the budget, and the team sends you photos of three rooms close to yours.</p></details>
<details><summary>When can I reach you?</summary><p class="answer">The team is there Monday to Friday from 9 to 17. You can write in the chat at any time.</p></details>
</div>
</section>

<section class="close" aria-labelledby="close-title">
${branch}
<h2 id="close-title">Tell us about your room.</h2>
<p>How big it is, how many you are, and what bothers you most. That is enough to begin.</p>
<p><button class="talk" type="button">Talk to us</button></p>
</section>
</main>
`;
