<!DOCTYPE html>
<html lang="en">
<head id="Head1"><meta charset="utf-8" /><title>
	Your voice - Quenby CCG
</title><meta name="author" content="NHS Quenby CCG" /><link href="/css/layout.css?v=9" rel="stylesheet" type="text/css" /></head>
<body>
<form method="get" action="/search.aspx" id="aspnetForm"><input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="/wEPDwUKLTk2MTk5MzQ0NA9kFgICAQ9kFgJmD2Q=" /><div class="searchBox"><input name="q" type="text" id="txtSearch" title="Search" /><input type="submit" value="Go" /></div></form>
<div class="siteAlert" role="alert"><strong>NHS Quenby Clinical Commissioning Group was dissolved on 30 June 2022.</strong> Its work passed to NHS Cavendale and Quenby Integrated Care Board, which now keeps this website. Some pages have yet to be rewritten.</div>
<div id="wrapper"><div id="banner"><a href="/"><img src="/images/icb-banner.png" alt="NHS Cavendale and Quenby Integrated Care Board" /></a></div>
<div id="mainNav"><ul class="mega">
<li><a href="/about-us.aspx">About us</a>
</li>
<li class="selected"><a href="/your-voice.aspx">Your voice</a>
</li>
<li><a href="/news.aspx">News and notes</a>
</li>
<li><a href="/find-care.aspx">Find care</a>
</li>
<li><a href="/contact.aspx">Contact</a>
</li>
</ul></div>
<div id="crumbs">You are here: <a href="/">Home</a> &raquo; Your voice</div>
<div id="leftNav"><div class="navHead">Section menu</div><ul>
<li class="active"><a href="/your-voice.aspx">Your voice</a>
<ul>
<li><a href="/your-voice/cottage-hospital.aspx">Quenby Cottage Hospital</a>
</li>
<li><a href="/your-voice/patient-council.aspx">Patient Council</a>
</li>
<li><a href="/your-voice/quenby-messenger.aspx">Quenby Messenger</a>
</li>
</ul>
</li>
</ul></div>
<div id="mainCol"><h1>Your voice</h1>
<p>What we do with the NHS is done for you, so it should be done with you. To ask our People and Communities involvement team to visit, email them: <a href="mailto:peopleandcommunities@cavendalequenby.nhs.uk">Aidan and Ruth</a>.</p>
</div>
<div id="foot"><span>Freedom of Information</span> | <a href="/site-information/accessibility.aspx">Accessibility</a> | <a href="/site-information/privacy.aspx">Privacy</a> | <a href="/site-information/site-map.aspx">Site map</a><br />NHS Quenby CCG 2013-2022. NHS Cavendale and Quenby ICB 2022-2026.<br />The Quenby CCG account on Twitter was shut when the CCG was. With our council and hospital partners we share one name and one account: <a href="https://www.facebook.com/CavendaleTogether">Cavendale Together on Facebook</a>.</div></div>
</body></html>