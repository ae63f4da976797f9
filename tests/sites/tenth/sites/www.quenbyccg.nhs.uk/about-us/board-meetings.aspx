<!DOCTYPE html>
<html lang="en">
<head id="Head1"><meta charset="utf-8" /><title>
	Board meetings - Quenby CCG
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
<div id="crumbs">You are here: <a href="/">Home</a> &raquo; <a href="/about-us.aspx">About us</a> &raquo; Board meetings</div>
<div id="leftNav"><div class="navHead">Section menu</div><ul>
<li><a href="/about-us.aspx">About us</a>
<ul>
<li><a href="/about-us/members-of-the-board.aspx">Members of the Board</a>
</li>
<li class="active"><a href="/about-us/board-meetings.aspx">Board meetings</a>
</li>
<li><a href="/about-us/the-former-governing-body.aspx">The former Governing Body</a>
</li>
<li><a href="/about-us/policies.aspx">Policies</a>
</li>
</ul>
</li>
</ul></div>
<div id="mainCol"><h1>Board meetings</h1>
<p>We meet in public every other month, always at 10am.</p>
<ul><li>Thursday 3 December 2026, Cavendale Guildhall</li><li>Thursday 4 February 2027, Quenby Corn Hall</li></ul>
<p>Every meeting is carried live, and you need not sign in: <a href="https://teams.microsoft.com/l/meetup-join/19%3ameeting_Q2F2ZW5kYWxl%40thread.v2/0">be in the virtual gallery on 3 December</a>. Those in the gallery, real or virtual, listen only.</p>
<p>Papers will be posted here a week before each meeting from the new year, when our new system is ready.</p>
<p>For seats, hearing loops and anything else about these meetings, the Corporate Governance team is at governance@cavendalequenby.nhs.uk.</p>
</div>
<div id="foot"><span>Freedom of Information</span> | <a href="/site-information/accessibility.aspx">Accessibility</a> | <a href="/site-information/privacy.aspx">Privacy</a> | <a href="/site-information/site-map.aspx">Site map</a><br />NHS Quenby CCG 2013-2022. NHS Cavendale and Quenby ICB 2022-2026.<br />The Quenby CCG account on Twitter was shut when the CCG was. With our council and hospital partners we share one name and one account: <a href="https://www.facebook.com/CavendaleTogether">Cavendale Together on Facebook</a>.</div></div>
</body></html>