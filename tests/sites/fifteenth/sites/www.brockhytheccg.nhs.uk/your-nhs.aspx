<!DOCTYPE html>
<html lang="en-GB"><head id="head"><title>Your NHS : NHS Brockhythe CCG</title>
<meta charset="UTF-8" /><meta name="description" content="NHS Brockhythe CCG: Your NHS" />
<link href="/CMSPages/GetResource.ashx?stylesheetname=Brockhythe" type="text/css" rel="stylesheet"/>
</head><body class="LTR Chrome ENGB ContentBody">
<form method="get" action="/your-nhs.aspx" id="form"><div class="aspNetHidden"><input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="/wEPDwUKLTk4" /></div></form>
<div class="wrap"><div class="masthead"><a href="/"><img src="/App_Themes/Brockhythe/nhs.png" alt="NHS Brockhythe Clinical Commissioning Group"/></a><span class="strap">Eight wards. One NHS.</span>
<table class="mainmenu"><tr><td class="CMSMenuItem"><a href="/your-nhs.aspx">Your NHS</a></td><td class="CMSMenuItem"><a href="/borough-voices.aspx">Borough voices</a></td><td class="CMSMenuItem"><a href="/news-desk.aspx">News desk</a></td><td class="CMSMenuItem"><a href="/how-we-are-run.aspx">How we are run</a></td><td class="CMSMenuItem"><a href="/talk-to-us.aspx">Talk to us</a></td></tr></table></div>
<div class="crumbs"><a href="/" class="CMSBreadCrumbsLink">Brockhythe</a> &gt; <span class="CMSBreadCrumbsCurrentItem">Your NHS</span></div><div class="cols"><div class="LeftNav"><ul class="CMSListMenuUL"><li class="CMSListMenuLI"><a class="CMSListMenuLink" href="/your-nhs/gp-hubs.aspx">GP hubs</a></li><li class="CMSListMenuLI"><a class="CMSListMenuLink" href="/your-nhs/maternity.aspx">Maternity</a></li><li class="CMSListMenuLI"><a class="CMSListMenuLink" href="/your-nhs/social-prescribing.aspx">Social prescribing</a></li><li class="CMSListMenuLI"><a class="CMSListMenuLink" href="/your-nhs/measles.aspx">Measles</a></li></ul></div><div class="zoneContent"><h1>Your NHS</h1>
<ul>
<li><a href="http://www.brockhytheccg.nhs.uk/your-nhs/gp-hubs.aspx">GP hubs</a>: evenings and weekends</li>
<li><a href="/your-nhs/maternity.aspx">Maternity</a></li>
<li><a href="/your-nhs/social-prescribing.aspx">Social prescribing</a></li>
<li><a href="http://www.brockhytheccg.nhs.uk/your-nhs/measles.aspx">Measles</a></li>
</ul>
</div></div>
<div class="foot"><div class="f1">Tel 020 7946 0310 <span>weekdays, nine to five</span></div><div class="f2"><a href="/accessibility-of-this-website.aspx">Accessibility of this website</a> | <a href="/other-languages.aspx">&#2476;&#2494;&#2434;&#2482;&#2494; | Soomaali | Polski | T&uuml;rk&ccedil;e</a> | <a href="/privacy-and-cookies.aspx">Privacy and cookies</a> | <a href="/talk-to-us.aspx">Talk to us</a></div><div class="f3">Crafted by <a href="http://www.wharfsidedigital.co.uk">Wharfside Digital</a> <a href="https://www.linkedin.com/company/wharfside-digital">on LinkedIn</a></div></div>
</div></body></html>