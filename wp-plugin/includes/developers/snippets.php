<?php
/**
 * Ready snippets that tell an analytics tool what happens in the chat. The plugin never prints them on a page: whether
 * visitors are counted, by whom, and with which consent, is the site owner's to decide.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * For Google Tag Manager: each step becomes an event of the data layer.
 */
function snippet_for_gtm(): string {
	return analytics_snippet( 'gtm', "window.dataLayer = window.dataLayer || [];\n    window.dataLayer.push({ event: 'parlour_' + name });" );
}

/**
 * For Google Analytics 4 without a tag manager. A lead has the name that Google recommends for it.
 */
function snippet_for_ga4(): string {
	return analytics_snippet( 'ga4', "if (typeof window.gtag === 'function') {\n      window.gtag('event', name === 'lead' ? 'generate_lead' : 'parlour_' + name);\n    }" );
}

/**
 * A script that does something once per step of a conversation, also when that goes on on another page: the browser
 * keeps the id of the conversation whose step was told last. Nothing that visitors write or leave is read, only
 * the names of the details: it is a lead once there is an e-mail address or a phone number to answer to. In plain old
 * JavaScript, because Tag Manager takes no other.
 *
 * @param string $tool Names the tool, so that two snippets on a page do not keep each other from telling.
 * @param string $tell What is done, in JavaScript; `name` is open, start, lead or complete.
 */
function analytics_snippet( string $tool, string $tell ): string {
	return <<<HTML
<script>
(function () {
  var told = {};
  function tell(name, id) {
    var key = 'parlour-{$tool}-' + name;
    try { told[name] = (id && localStorage.getItem(key)) || told[name]; } catch (error) {}
    if (told[name] === (id || true)) return;
    told[name] = id || true;
    try { if (id) localStorage.setItem(key, id); } catch (error) {}
    {$tell}
  }
  document.addEventListener('parlour-open', function () { tell('open'); });
  document.addEventListener('parlour-start', function (event) { tell('start', event.detail.sessionId); });
  document.addEventListener('parlour-lead', function (event) {
    if (/\b(email|phone)\b/.test(event.detail.fields.join(' '))) tell('lead', event.detail.sessionId);
  });
  document.addEventListener('parlour-complete', function (event) { tell('complete', event.detail.sessionId); });
})();
</script>
HTML;
}
