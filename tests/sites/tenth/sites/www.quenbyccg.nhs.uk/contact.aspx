<!DOCTYPE html>
<html lang="en">
<head id="Head1"><meta charset="utf-8" /><title>
	Contact - Quenby CCG
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
<li class="selected"><a href="/contact.aspx">Contact</a>
</li>
</ul></div>
<div id="crumbs">You are here: <a href="/">Home</a> &raquo; Contact</div>
<div id="leftNav"><div class="navHead">Section menu</div><ul>
<li class="active"><a href="/contact.aspx">Contact</a>
<ul>
<li><a href="/contact/compliments-and-complaints.aspx">Compliments and complaints</a>
</li>
</ul>
</li>
</ul></div>
<div id="mainCol"><h1>Contact</h1>
<p class="icons"><a href="mailto:ask@cavendalequenby.nhs.uk" title="Write to us"><img src="/images/icons/envelope.png" alt="Envelope" width="32" /></a></p>
<p>Click the envelope, or use this form. We read everything within two days.</p>
<form method="post" action="/contact.aspx" id="contactForm"><p><label for="ctl00_txtName">Name</label> <input name="ctl00$txtName" type="text" id="ctl00_txtName" /></p><p><label for="ctl00_txtEmail">E-mail</label> <input name="ctl00$txtEmail" type="text" maxlength="50" id="ctl00_txtEmail" pattern="[\w.\-]+@[\w\-]+(\.[\w\-]+)*\.[A-Za-z]{2,6}" /></p><p><label for="ctl00_txtMsg">Your message</label> <textarea name="ctl00$txtMsg" id="ctl00_txtMsg" rows="6" cols="40"></textarea></p><p><input type="submit" value="Submit" /></p></form>
<h2>The old CCG</h2>
<p>The number of Quenby CCG, 01632 960641, has been disconnected, and its office in Market Lane, Quenby QY1 2TT, is empty; please don't send anything there. We haven't a public telephone line of our own so far, nor an office to which you could write.</p>
</div>
<div id="foot"><span>Freedom of Information</span> | <a href="/site-information/accessibility.aspx">Accessibility</a> | <a href="/site-information/privacy.aspx">Privacy</a> | <a href="/site-information/site-map.aspx">Site map</a><br />NHS Quenby CCG 2013-2022. NHS Cavendale and Quenby ICB 2022-2026.<br />The Quenby CCG account on Twitter was shut when the CCG was. With our council and hospital partners we share one name and one account: <a href="https://www.facebook.com/CavendaleTogether">Cavendale Together on Facebook</a>.</div></div>
</body></html>