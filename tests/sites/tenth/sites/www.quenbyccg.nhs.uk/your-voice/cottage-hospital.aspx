<!DOCTYPE html>
<html lang="en">
<head id="Head1"><meta charset="utf-8" /><title>
	Quenby Cottage Hospital - Quenby CCG
</title><meta name="author" content="NHS Quenby CCG" /><link href="/css/layout.css?v=9" rel="stylesheet" type="text/css" /></head>
<body>
<form method="get" action="/search.aspx" id="aspnetForm"><input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="/wEPDwUKLTk2MTk5MzQ0NA9kFgICAQ9kFgJmD2Q=" /><div class="searchBox"><input name="q" type="text" id="txtSearch" title="Search" /><input type="submit" value="Go" /></div></form>
<div class="siteAlert" role="alert"><strong>NHS Quenby Clinical Commissioning Group was dissolved on 30 June 2022.</strong> Its work passed to NHS Cavendale and Quenby Integrated Care Board, which now keeps this website. Some pages have yet to be rewritten.</div>
<div id="wrapper"><div id="banner"><a href="/"><img src="/images/icb-banner.png" alt="NHS Cavendale and Quenby Integrated Care Board" /></a></div>
<div id="mainNav"><ul class="mega">
<li><a href="/about-us.aspx">About us</a>
</li>
<li><a href="/your-voice.aspx">Your voice</a>
</li>
<li><a href="/news.aspx">News and notes</a>
</li>
<li><a href="/find-care.aspx">Find care</a>
</li>
<li><a href="/contact.aspx">Contact</a>
</li>
</ul></div>
<div id="crumbs">You are here: <a href="/">Home</a> &raquo; <a href="/your-voice.aspx">Your voice</a> &raquo; Quenby Cottage Hospital</div>
<div id="leftNav"><div class="navHead">Section menu</div><ul>
<li><a href="/your-voice.aspx">Your voice</a>
<ul>
<li class="active"><a href="/your-voice/cottage-hospital.aspx">Quenby Cottage Hospital</a>
</li>
<li><a href="/your-voice/patient-council.aspx">Patient Council</a>
</li>
<li><a href="/your-voice/quenby-messenger.aspx">Quenby Messenger</a>
</li>
</ul>
</li>
</ul></div>
<div id="mainCol"><h1>Quenby Cottage Hospital</h1>
<p>The roof needs £3 million and there are eleven patients. Should the Cottage Hospital be mended, moved or replaced by care at home? The Board has not made up its mind.</p>
<p>Please <a href="https://www.smartsurvey.co.uk/s/quenby-cottage/">fill in the questionnaire</a> before it closes on Sunday 31 January 2027. It takes ten minutes.</p>
<p>Afterwards all that you have said will be looked at by the Board, and we will let you know.</p>
</div>
<div id="foot"><span>Freedom of Information</span> | <a href="/site-information/accessibility.aspx">Accessibility</a> | <a href="/site-information/privacy.aspx">Privacy</a> | <a href="/site-information/site-map.aspx">Site map</a><br />NHS Quenby CCG 2013-2022. NHS Cavendale and Quenby ICB 2022-2026.<br />The Quenby CCG account on Twitter was shut when the CCG was. With our council and hospital partners we share one name and one account: <a href="https://www.facebook.com/CavendaleTogether">Cavendale Together on Facebook</a>.</div></div>
</body></html>