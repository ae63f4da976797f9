<!DOCTYPE html>
<html lang="en-GB">
<head id="Head1"><meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<title>Rules &amp; Guides - Cyngor Cymuned Llanerfyn Community Council</title>
<meta name="keywords" content="llanerfyn, cyngor, council, community, cymuned" /><link href="/Css/TemplateC.css?v=44" rel="stylesheet" type="text/css" />
<script src="/cdn-cgi/scripts/5c5dd728/cloudflare-static/email-decode.min.js" data-cfasync="false"></script>
</head>
<body>
<div id="Wrapper"><div id="Banner"><div id="Crest"><img src="/_UserFiles/Images/arfbais.png" alt="" /></div><div id="SiteTitle"><strong>Cyngor Cymuned Llanerfyn</strong><br /><em>Llanerfyn Community Council</em></div><div id="Lang"><a href="/Cymraeg_31500.aspx" class="lang" lang="cy">Cymraeg</a></div></div>
<div id="MenuLeft"><ul id="TreeMenu"><li class="unsel"><a href="/" title="Home"><span>Home</span></a></li><li class="unsel"><a href="/Your_Council_31410.aspx" title="Your Council"><span>Your Council</span></a></li><li class="unsel"><a href="/Councillors_31411.aspx" title="Councillors"><span>Councillors</span></a></li><li class="unsel"><a href="/Coming_to_a_Meeting_31413.aspx" title="Coming to a Meeting"><span>Coming to a Meeting</span></a></li><li class="unsel"><a href="/Agendas__and__Minutes_31414.aspx" title="Agendas &amp; Minutes"><span>Agendas &amp; Minutes</span></a></li><li class="unsel"><a href="/Money_31415.aspx" title="Money"><span>Money</span></a></li><li class="sel"><a href="/Rules_and_Guides_31416.aspx" title="Rules &amp; Guides"><span>Rules &amp; Guides</span></a></li><li class="unsel"><a href="/Noticeboard_31432.aspx" title="Noticeboard"><span>Noticeboard</span></a></li><li class="unsel"><a href="/The_Village_31420.aspx" title="The Village"><span>The Village</span></a></li><li class="unsel"><a href="/Getting_Hold_of_Us_31433.aspx" title="Getting Hold of Us"><span>Getting Hold of Us</span></a></li></ul></div>
<div id="Content"><div id="PageHeading"><h1>Rules &amp; Guides</h1></div>
<div id="ContentMain">
<ul>
<li><a href="_UserFiles/Files/Standing%20Orders.pdf">Standing Orders (PDF)</a></li>
<li><a href="_UserFiles/Files/Publication_Scheme.pdf">What we publish, and what it costs (PDF)</a></li>
<li><a href="_UserFiles/Files/Blank%20interests%20form.pdf">Blank form for telling the Clerk of an interest (PDF)</a></li>
</ul>
<p>Our register of members' interests is kept in Welsh and is on the <a href="Cymraeg_31500.aspx">Welsh side</a> of this site.</p>
</div></div>
<div id="FooterBar"><p><a href="/Accessibility_31434.aspx">Accessibility</a> | <a href="/Privacy_31435.aspx">Privacy</a> | <a href="/Useful_Links_31436.aspx">Useful links</a></p><p class="tiny">&copy; Cyngor Cymuned Llanerfyn. Websites for small councils by Parishweb &amp; Plwyf (<a href="https://www.instagram.com/parishwebplwyf">Instagram</a>)</p></div></div>
</body>
</html>