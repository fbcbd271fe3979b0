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
	return analytics_snippet( "window.dataLayer = window.dataLayer || [];\n    window.dataLayer.push({ event: 'parlour_' + name });" );
}

/**
 * For Google Analytics 4 without a tag manager. A lead has the name that Google recommends for it.
 */
function snippet_for_ga4(): string {
	return analytics_snippet( "if (typeof window.gtag === 'function') {\n      window.gtag('event', name === 'lead' ? 'generate_lead' : 'parlour_' + name);\n    }" );
}

/**
 * A script that does something once per step of a conversation. Nothing that visitors write or leave is read, only
 * the names of the details: it is a lead once there is an e-mail address or a phone number to answer to. In plain old
 * JavaScript, because Tag Manager takes no other.
 *
 * @param string $tell What is done, in JavaScript; `name` is open, start, lead or complete.
 */
function analytics_snippet( string $tell ): string {
	return <<<HTML
<script>
(function () {
  var told = {};
  function tell(name) {
    if (told[name]) return;
    told[name] = true;
    {$tell}
  }
  document.addEventListener('parlour-open', function () { tell('open'); });
  document.addEventListener('parlour-start', function () {
    told = { open: told.open };
    tell('start');
  });
  document.addEventListener('parlour-lead', function (event) {
    if (/\b(email|phone)\b/.test(event.detail.fields.join(' '))) tell('lead');
  });
  document.addEventListener('parlour-complete', function () { tell('complete'); });
})();
</script>
HTML;
}
