<!DOCTYPE html>
<html lang="en-GB"><head id="head"><title>Spend over £25,000 : NHS Brockhythe CCG</title>
<meta charset="UTF-8" /><meta name="description" content="NHS Brockhythe CCG: Spend over £25,000" />
<link href="/CMSPages/GetResource.ashx?stylesheetname=Brockhythe" type="text/css" rel="stylesheet"/>
</head><body class="LTR Chrome ENGB ContentBody">
<form method="get" action="/how-we-are-run/spend.aspx" id="form"><div class="aspNetHidden"><input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="/wEPDwUKLTk4" /></div></form>
<div class="wrap"><div class="masthead"><a href="/"><img src="/App_Themes/Brockhythe/nhs.png" alt="NHS Brockhythe Clinical Commissioning Group"/></a><span class="strap">Eight wards. One NHS.</span>
<table class="mainmenu"><tr><td class="CMSMenuItem"><a href="/your-nhs.aspx">Your NHS</a></td><td class="CMSMenuItem"><a href="/borough-voices.aspx">Borough voices</a></td><td class="CMSMenuItem"><a href="/news-desk.aspx">News desk</a></td><td class="CMSMenuItem"><a href="/how-we-are-run.aspx">How we are run</a></td><td class="CMSMenuItem"><a href="/talk-to-us.aspx">Talk to us</a></td></tr></table></div>
<div class="crumbs"><a href="/" class="CMSBreadCrumbsLink">Brockhythe</a> &gt; <a href="/how-we-are-run.aspx" class="CMSBreadCrumbsLink">How we are run</a> &gt; <span class="CMSBreadCrumbsCurrentItem">Spend over £25,000</span></div><div class="cols"><div class="LeftNav"><ul class="CMSListMenuUL"><li class="CMSListMenuLI"><a class="CMSListMenuLink" href="/how-we-are-run/the-board.aspx">The board</a></li><li class="CMSListMenuLI"><a class="CMSListMenuLink" href="/how-we-are-run/board-papers.aspx">Board papers</a></li><li class="CMSListMenuLI"><a class="CMSListMenuLink" href="/how-we-are-run/conduct.aspx">Conduct</a></li><li class="CMSListMenuLI"><a class="CMSListMenuLink" href="/how-we-are-run/spend.aspx">Spend over £25,000</a></li><li class="CMSListMenuLI"><a class="CMSListMenuLink" href="/how-we-are-run/for-practices.aspx">For practices</a></li></ul></div><div class="zoneContent"><h1>Spend over £25,000</h1>
<p>In line with HM Treasury's guidance on transparency the CCG publishes details of payments over £25,000. Certain payments are left out where they could identify an individual.</p>
<table>
<tr><th>Month</th><th>Supplier</th><th>Area</th><th>Amount (£)</th></tr>
<tr><td>Oct 2026</td><td>Queen Philippa's Hospital NHS Trust</td><td>Acute SLA</td><td>14,220,018.00</td></tr>
<tr><td>Oct 2026</td><td>East Thames Mental Health NHS Trust</td><td>Mental health</td><td>4,871,300.00</td></tr>
<tr><td>Oct 2026</td><td>Thamesgate Commissioning Support</td><td>Running costs</td><td>212,450.25</td></tr>
<tr><td>Sep 2026</td><td>London Borough of Brockhythe</td><td>Better Care Fund</td><td>1,906,114.00</td></tr>
<tr><td>Sep 2026</td><td>Loom Lane GP Federation Ltd</td><td>Extended access</td><td>98,700.00</td></tr>
</table>
</div></div>
<div class="foot"><div class="f1">Tel 020 7946 0310 <span>weekdays, nine to five</span></div><div class="f2"><a href="/accessibility-of-this-website.aspx">Accessibility of this website</a> | <a href="/other-languages.aspx">&#2476;&#2494;&#2434;&#2482;&#2494; | Soomaali | Polski | T&uuml;rk&ccedil;e</a> | <a href="/privacy-and-cookies.aspx">Privacy and cookies</a> | <a href="/talk-to-us.aspx">Talk to us</a></div><div class="f3">Crafted by <a href="http://www.wharfsidedigital.co.uk">Wharfside Digital</a> <a href="https://www.linkedin.com/company/wharfside-digital">on LinkedIn</a></div></div>
</div></body></html>