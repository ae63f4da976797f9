<!DOCTYPE html>
<html lang="en-GB"><head id="head"><title>For journalists : NHS Brockhythe CCG</title>
<meta charset="UTF-8" /><meta name="description" content="NHS Brockhythe CCG: For journalists" />
<link href="/CMSPages/GetResource.ashx?stylesheetname=Brockhythe" type="text/css" rel="stylesheet"/>
</head><body class="LTR Chrome ENGB ContentBody">
<form method="get" action="/news-desk/for-journalists.aspx" id="form"><div class="aspNetHidden"><input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="/wEPDwUKLTk4" /></div></form>
<div class="wrap"><div class="masthead"><a href="/"><img src="/App_Themes/Brockhythe/nhs.png" alt="NHS Brockhythe Clinical Commissioning Group"/></a><span class="strap">Eight wards. One NHS.</span>
<table class="mainmenu"><tr><td class="CMSMenuItem"><a href="/your-nhs.aspx">Your NHS</a></td><td class="CMSMenuItem"><a href="/borough-voices.aspx">Borough voices</a></td><td class="CMSMenuItem"><a href="/news-desk.aspx">News desk</a></td><td class="CMSMenuItem"><a href="/how-we-are-run.aspx">How we are run</a></td><td class="CMSMenuItem"><a href="/talk-to-us.aspx">Talk to us</a></td></tr></table></div>
<div class="crumbs"><a href="/" class="CMSBreadCrumbsLink">Brockhythe</a> &gt; <a href="/news-desk.aspx" class="CMSBreadCrumbsLink">News desk</a> &gt; <span class="CMSBreadCrumbsCurrentItem">For journalists</span></div><div class="cols"><div class="LeftNav"><ul class="CMSListMenuUL"><li class="CMSListMenuLI"><a class="CMSListMenuLink" href="/news-desk/for-journalists.aspx">For journalists</a></li></ul></div><div class="zoneContent"><h1>For journalists</h1>
<p>Please use the press line, 020 7946 0329. Pictures of the chair and the accountable officer can be sent on request.</p>
<p>Stories go up first on our own feeds: <a href="https://x.com/BrockhytheNHS">@BrockhytheNHS on X</a> and <a href="https://www.instagram.com/brockhythenhs/">brockhythenhs on Instagram</a>.</p>
</div></div>
<div class="foot"><div class="f1">Tel 020 7946 0310 <span>weekdays, nine to five</span></div><div class="f2"><a href="/accessibility-of-this-website.aspx">Accessibility of this website</a> | <a href="/other-languages.aspx">&#2476;&#2494;&#2434;&#2482;&#2494; | Soomaali | Polski | T&uuml;rk&ccedil;e</a> | <a href="/privacy-and-cookies.aspx">Privacy and cookies</a> | <a href="/talk-to-us.aspx">Talk to us</a></div><div class="f3">Crafted by <a href="http://www.wharfsidedigital.co.uk">Wharfside Digital</a> <a href="https://www.linkedin.com/company/wharfside-digital">on LinkedIn</a></div></div>
</div></body></html>