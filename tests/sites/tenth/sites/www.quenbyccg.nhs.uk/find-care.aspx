<!DOCTYPE html>
<html lang="en">
<head id="Head1"><meta charset="utf-8" /><title>
	Find care - Quenby CCG
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
<li class="selected"><a href="/find-care.aspx">Find care</a>
</li>
<li><a href="/contact.aspx">Contact</a>
</li>
</ul></div>
<div id="crumbs">You are here: <a href="/">Home</a> &raquo; Find care</div>
<div id="leftNav"><div class="navHead">Section menu</div><ul>
<li class="active"><a href="/find-care.aspx">Find care</a>
<ul>
<li><a href="/find-care/at-the-hospital.aspx">At the hospital</a>
</li>
<li><a href="/find-care/children.aspx">Children</a>
</li>
<li><a href="/find-care/help-to-speak-up.aspx">Help to speak up</a>
</li>
</ul>
</li>
</ul></div>
<div id="mainCol"><h1>Find care</h1>
<p>Not sure where to go? NHS 111 is there all day and all night. Chemists, minor injury units and the nurse-led centre in Quenby need no appointment.</p>
</div>
<div id="foot"><span>Freedom of Information</span> | <a href="/site-information/accessibility.aspx">Accessibility</a> | <a href="/site-information/privacy.aspx">Privacy</a> | <a href="/site-information/site-map.aspx">Site map</a><br />NHS Quenby CCG 2013-2022. NHS Cavendale and Quenby ICB 2022-2026.<br />The Quenby CCG account on Twitter was shut when the CCG was. With our council and hospital partners we share one name and one account: <a href="https://www.facebook.com/CavendaleTogether">Cavendale Together on Facebook</a>.</div></div>
</body></html>