<!DOCTYPE html>
<html lang="en-GB"><head id="head"><title>How we are run : NHS Brockhythe CCG</title>
<meta charset="UTF-8" /><meta name="description" content="NHS Brockhythe CCG: How we are run" />
<link href="/CMSPages/GetResource.ashx?stylesheetname=Brockhythe" type="text/css" rel="stylesheet"/>
</head><body class="LTR Chrome ENGB ContentBody">
<form method="get" action="/how-we-are-run.aspx" id="form"><div class="aspNetHidden"><input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="/wEPDwUKLTk4" /></div></form>
<div class="wrap"><div class="masthead"><a href="/"><img src="/App_Themes/Brockhythe/nhs.png" alt="NHS Brockhythe Clinical Commissioning Group"/></a><span class="strap">Eight wards. One NHS.</span>
<table class="mainmenu"><tr><td class="CMSMenuItem"><a href="/your-nhs.aspx">Your NHS</a></td><td class="CMSMenuItem"><a href="/borough-voices.aspx">Borough voices</a></td><td class="CMSMenuItem"><a href="/news-desk.aspx">News desk</a></td><td class="CMSMenuItem"><a href="/how-we-are-run.aspx">How we are run</a></td><td class="CMSMenuItem"><a href="/talk-to-us.aspx">Talk to us</a></td></tr></table></div>
<div class="crumbs"><a href="/" class="CMSBreadCrumbsLink">Brockhythe</a> &gt; <span class="CMSBreadCrumbsCurrentItem">How we are run</span></div><div class="cols"><div class="LeftNav"><ul class="CMSListMenuUL"><li class="CMSListMenuLI"><a class="CMSListMenuLink" href="/how-we-are-run/the-board.aspx">The board</a></li><li class="CMSListMenuLI"><a class="CMSListMenuLink" href="/how-we-are-run/board-papers.aspx">Board papers</a></li><li class="CMSListMenuLI"><a class="CMSListMenuLink" href="/how-we-are-run/conduct.aspx">Conduct</a></li><li class="CMSListMenuLI"><a class="CMSListMenuLink" href="/how-we-are-run/spend.aspx">Spend over £25,000</a></li><li class="CMSListMenuLI"><a class="CMSListMenuLink" href="/how-we-are-run/for-practices.aspx">For practices</a></li></ul></div><div class="zoneContent"><h1>How we are run</h1>
<p>Thirty-eight practices elect the clinical members. The board buys, the committees check, and the auditors look at both.</p>
<ul>
<li><a href="http://www.brockhytheccg.nhs.uk/how-we-are-run/the-board.aspx">The board</a></li>
<li><a href="/how-we-are-run/board-papers.aspx">Board papers</a></li>
<li><a href="/how-we-are-run/conduct.aspx">Conduct</a></li>
<li><a href="http://www.brockhytheccg.nhs.uk/how-we-are-run/spend.aspx">Spend over £25,000</a></li>
<li><a href="/how-we-are-run/for-practices.aspx">For practices</a></li>
</ul>
</div></div>
<div class="foot"><div class="f1">Tel 020 7946 0310 <span>weekdays, nine to five</span></div><div class="f2"><a href="/accessibility-of-this-website.aspx">Accessibility of this website</a> | <a href="/other-languages.aspx">&#2476;&#2494;&#2434;&#2482;&#2494; | Soomaali | Polski | T&uuml;rk&ccedil;e</a> | <a href="/privacy-and-cookies.aspx">Privacy and cookies</a> | <a href="/talk-to-us.aspx">Talk to us</a></div><div class="f3">Crafted by <a href="http://www.wharfsidedigital.co.uk">Wharfside Digital</a> <a href="https://www.linkedin.com/company/wharfside-digital">on LinkedIn</a></div></div>
</div></body></html>