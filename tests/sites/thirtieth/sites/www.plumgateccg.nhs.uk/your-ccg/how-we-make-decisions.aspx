<!DOCTYPE html>
<html lang="en-GB"><head id="Head1"><meta http-equiv="content-type" content="text/html; charset=utf-8" /><title>
	Plumgate CCG | How we make decisions
</title><link href="/App_Themes/Plum/plum.css" type="text/css" rel="stylesheet" /></head><body>
<form method="post" action="./your-ccg/how-we-make-decisions.aspx" id="aspnetForm"><div class="aspNetHidden"><input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="/wEPDwUKLTk4NzY1NDMyMQ9kFgJmD2QWAgID" /></div></form>
<div id="outer"><div id="head"><a href="/" class="logo">NHS Plumgate Clinical Commissioning Group</a><ul class="tabs"><li role="presentation"><a href="/your-ccg.aspx">Your CCG</a></li><li role="presentation"><a href="/your-voice.aspx">Your voice</a></li><li role="presentation"><a href="/your-health.aspx">Your health</a></li><li role="presentation"><a href="/news-publications.aspx">News and publications</a></li><li role="presentation"><a href="/contact-us.aspx">Contact</a></li></ul></div>
<div id="cols"><div id="left"><ul><li><a href="/your-ccg/meet-the-team.aspx">Meet the team</a></li><li><a href="/your-ccg/how-we-make-decisions.aspx">How we make decisions</a></li><li><a href="/your-ccg/lay-members-page.aspx">Lay member's page</a></li><li><a href="/your-ccg/corporate-documents.aspx">Corporate documents</a></li></ul></div><div id="mid"><h1>How we make decisions</h1>
<p>Governing Body meetings are held in public every other month in the Council Chamber, and the dates will be put up here as soon as the chamber has been booked. As a matter of course each one is streamed, and the link is put on this page an hour before we begin. We hope to offer recordings from next year.</p>
<h3>Papers</h3>
<ul>
<li><a href="http://www.plumgateccg.nhs.uk/media/88410/gb-papers-september-2026.pdf">September 2026</a></li>
<li><a href="/media/88302/gb-papers-july-2026.pdf">July 2026</a></li>
</ul>
<h3>Would you like to ask something?</h3>
<p>The chair takes questions from the public on anything on the agenda. Please let us have yours in writing two working days before, addressed to the Chair at the Civic Centre, so that a proper answer can be found.</p>
</div><div id="right"><h3>@NHSEnglandLDN</h3><a class="twitter-timeline" data-height="300" href="https://twitter.com/NHSEnglandLDN">Tweets by NHS England London</a><div class="sharethis-inline-share-buttons"><a href="https://www.facebook.com/sharer.php?u=p">Share</a> <a href="https://api.whatsapp.com/send?text=p">WhatsApp</a></div></div></div>
<div id="foot"><p>NHS Plumgate CCG, Level 4, Civic Centre, Cutler's Row, London E98 2PG. Telephone: 020 7946 0700 (Plumgate Council switchboard, ask for the CCG)</p><p><a href="/accessibility.aspx">Accessibility</a> <a href="/foi">FOI</a> <a href="/privacy-cookies.aspx">Privacy &amp; cookies</a></p></div></div>
<script data-cfasync="false" src="/cdn-cgi/scripts/5c5dd728/cloudflare-static/email-decode.min.js"></script></body></html>