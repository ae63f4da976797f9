<!DOCTYPE html>
<html lang="en-GB"><head id="head"><title>Privacy and cookies : NHS Brockhythe CCG</title>
<meta charset="UTF-8" /><meta name="description" content="NHS Brockhythe CCG: Privacy and cookies" />
<link href="/CMSPages/GetResource.ashx?stylesheetname=Brockhythe" type="text/css" rel="stylesheet"/>
</head><body class="LTR Chrome ENGB ContentBody">
<form method="get" action="/privacy-and-cookies.aspx" id="form"><div class="aspNetHidden"><input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="/wEPDwUKLTk4" /></div></form>
<div class="wrap"><div class="masthead"><a href="/"><img src="/App_Themes/Brockhythe/nhs.png" alt="NHS Brockhythe Clinical Commissioning Group"/></a><span class="strap">Eight wards. One NHS.</span>
<table class="mainmenu"><tr><td class="CMSMenuItem"><a href="/your-nhs.aspx">Your NHS</a></td><td class="CMSMenuItem"><a href="/borough-voices.aspx">Borough voices</a></td><td class="CMSMenuItem"><a href="/news-desk.aspx">News desk</a></td><td class="CMSMenuItem"><a href="/how-we-are-run.aspx">How we are run</a></td><td class="CMSMenuItem"><a href="/talk-to-us.aspx">Talk to us</a></td></tr></table></div>
<div class="crumbs"><a href="/" class="CMSBreadCrumbsLink">Brockhythe</a> &gt; <span class="CMSBreadCrumbsCurrentItem">Privacy and cookies</span></div><div class="cols"><div class="zoneContent"><h1>Privacy and cookies</h1>
<strong>Why we collect information about you</strong>
<p>Brockhythe CCG is a data controller registered with the Information Commissioner (ZA000000). We process personal data under Article 6(1)(e) and Article 9(2)(h) of the UK GDPR. The categories of data we hold, what they are used for and who they may be shared with are set out in the table below.</p>
<table>
<tr><th>Purpose</th><th>Held for</th><th>Shared with</th></tr>
<tr><td>Continuing healthcare</td><td>8 years</td><td>the council, providers</td></tr>
<tr><td>Individual funding requests</td><td>8 years</td><td>the panel</td></tr>
<tr><td>Complaints</td><td>10 years</td><td>the provider, with your consent</td></tr>
<tr><td>Invoice validation</td><td>2 years</td><td>Thamesgate Commissioning Support</td></tr>
</table>
<p>We use two cookies. Our films are on Vimeo, which sets its own. If you write to our Freedom of Information officer we keep the letter for three years.</p>
</div></div>
<div class="foot"><div class="f1">Tel 020 7946 0310 <span>weekdays, nine to five</span></div><div class="f2"><a href="/accessibility-of-this-website.aspx">Accessibility of this website</a> | <a href="/other-languages.aspx">&#2476;&#2494;&#2434;&#2482;&#2494; | Soomaali | Polski | T&uuml;rk&ccedil;e</a> | <a href="/privacy-and-cookies.aspx">Privacy and cookies</a> | <a href="/talk-to-us.aspx">Talk to us</a></div><div class="f3">Crafted by <a href="http://www.wharfsidedigital.co.uk">Wharfside Digital</a> <a href="https://www.linkedin.com/company/wharfside-digital">on LinkedIn</a></div></div>
</div></body></html>