<!DOCTYPE html>
<html lang="en-GB"><head id="Head1"><meta http-equiv="content-type" content="text/html; charset=utf-8" /><title>
	Plumgate CCG | News and publications
</title><link href="/App_Themes/Plum/plum.css" type="text/css" rel="stylesheet" /></head><body>
<form method="post" action="./news-publications.aspx" id="aspnetForm"><div class="aspNetHidden"><input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="/wEPDwUKLTk4NzY1NDMyMQ9kFgJmD2QWAgID" /></div></form>
<div id="outer"><div id="head"><a href="/" class="logo">NHS Plumgate Clinical Commissioning Group</a><ul class="tabs"><li role="presentation"><a href="/your-ccg.aspx">Your CCG</a></li><li role="presentation"><a href="/your-voice.aspx">Your voice</a></li><li role="presentation"><a href="/your-health.aspx">Your health</a></li><li role="presentation"><a href="/news-publications.aspx">News and publications</a></li><li role="presentation"><a href="/contact-us.aspx">Contact</a></li></ul></div>
<div id="cols"><div id="left"><ul><li><a href="/news-publications/pulsebeat.aspx">Plumgate Pulsebeat</a></li><li><a href="/news-publications/dr-os-diary.aspx">Dr O's diary</a></li></ul></div><div id="mid"><h1>News and publications</h1>
<ul>
<li><a href="http://www.plumgateccg.nhs.uk/news-publications/news/2026/11/tanners-bridge-hub.aspx">New family hub at Tanner's Bridge</a></li>
<li><a href="/news-publications/news/2026/10/pharmacy-of-the-year.aspx">Pharmacy of the year</a></li>
<li><a href="/news-publications/pulsebeat.aspx">Plumgate Pulsebeat</a></li>
<li><a href="http://www.plumgateccg.nhs.uk/news-publications/dr-os-diary.aspx">Dr O's diary</a></li>
</ul>
</div><div id="right"><h3>@NHSEnglandLDN</h3><a class="twitter-timeline" data-height="300" href="https://twitter.com/NHSEnglandLDN">Tweets by NHS England London</a><div class="sharethis-inline-share-buttons"><a href="https://www.facebook.com/sharer.php?u=p">Share</a> <a href="https://api.whatsapp.com/send?text=p">WhatsApp</a></div></div></div>
<div id="foot"><p>NHS Plumgate CCG, Level 4, Civic Centre, Cutler's Row, London E98 2PG. Telephone: 020 7946 0700 (Plumgate Council switchboard, ask for the CCG)</p><p><a href="/accessibility.aspx">Accessibility</a> <a href="/foi">FOI</a> <a href="/privacy-cookies.aspx">Privacy &amp; cookies</a></p></div></div>
<script data-cfasync="false" src="/cdn-cgi/scripts/5c5dd728/cloudflare-static/email-decode.min.js"></script></body></html>