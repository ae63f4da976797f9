<!DOCTYPE html>
<html lang="en-GB"><head id="head"><title>Dr Sen writes in the medical press : NHS Brockhythe CCG</title>
<meta charset="UTF-8" /><meta name="description" content="NHS Brockhythe CCG: Dr Sen writes in the medical press" />
<link href="/CMSPages/GetResource.ashx?stylesheetname=Brockhythe" type="text/css" rel="stylesheet"/>
</head><body class="LTR Chrome ENGB ContentBody">
<form method="get" action="/news-desk/2026/07/dr-sen.aspx" id="form"><div class="aspNetHidden"><input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="/wEPDwUKLTk4" /></div></form>
<div class="wrap"><div class="masthead"><a href="/"><img src="/App_Themes/Brockhythe/nhs.png" alt="NHS Brockhythe Clinical Commissioning Group"/></a><span class="strap">Eight wards. One NHS.</span>
<table class="mainmenu"><tr><td class="CMSMenuItem"><a href="/your-nhs.aspx">Your NHS</a></td><td class="CMSMenuItem"><a href="/borough-voices.aspx">Borough voices</a></td><td class="CMSMenuItem"><a href="/news-desk.aspx">News desk</a></td><td class="CMSMenuItem"><a href="/how-we-are-run.aspx">How we are run</a></td><td class="CMSMenuItem"><a href="/talk-to-us.aspx">Talk to us</a></td></tr></table></div>
<div class="crumbs"><a href="/" class="CMSBreadCrumbsLink">Brockhythe</a> &gt; <span class="CMSBreadCrumbsCurrentItem">Dr Sen writes in the medical press</span></div><div class="cols"><div class="zoneContent"><h1>Dr Sen writes in the medical press</h1>
<p>2 July 2026</p>
<p>Our chair, Dr Anjali Sen, has a piece in <em>Pulse</em> this week on what it is like to run a list of 11,000. The magazine is for subscribers only.</p>
</div></div>
<div class="foot"><div class="f1">Tel 020 7946 0310 <span>weekdays, nine to five</span></div><div class="f2"><a href="/accessibility-of-this-website.aspx">Accessibility of this website</a> | <a href="/other-languages.aspx">&#2476;&#2494;&#2434;&#2482;&#2494; | Soomaali | Polski | T&uuml;rk&ccedil;e</a> | <a href="/privacy-and-cookies.aspx">Privacy and cookies</a> | <a href="/talk-to-us.aspx">Talk to us</a></div><div class="f3">Crafted by <a href="http://www.wharfsidedigital.co.uk">Wharfside Digital</a> <a href="https://www.linkedin.com/company/wharfside-digital">on LinkedIn</a></div></div>
</div></body></html>