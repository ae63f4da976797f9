<!DOCTYPE html>
<html lang="cy">
<head id="Head1"><meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<title>Cyfarfodydd - Cyngor Cymuned Llanerfyn Community Council</title>
<meta name="keywords" content="llanerfyn, cyngor, council, community, cymuned" /><link href="/Css/TemplateC.css?v=44" rel="stylesheet" type="text/css" />
<script src="/cdn-cgi/scripts/5c5dd728/cloudflare-static/email-decode.min.js" data-cfasync="false"></script>
</head>
<body>
<div id="Wrapper"><div id="Banner"><div id="Crest"><img src="/_UserFiles/Images/arfbais.png" alt="" /></div><div id="SiteTitle"><strong>Cyngor Cymuned Llanerfyn</strong><br /><em>Llanerfyn Community Council</em></div><div id="Lang"><a href="/" class="lang">English</a></div></div>
<div id="MenuLeft"><ul id="TreeMenu"><li class="unsel"><a href="/Cymraeg_31500.aspx" title="Hafan"><span>Hafan</span></a></li><li class="unsel"><a href="/Y_Cyngor_31501.aspx" title="Y Cyngor"><span>Y Cyngor</span></a></li><li class="sel"><a href="/Cyfarfodydd_31503.aspx" title="Cyfarfodydd"><span>Cyfarfodydd</span></a></li><li class="unsel"><a href="/Y_Fynwent_31504.aspx" title="Y Fynwent"><span>Y Fynwent</span></a></li><li class="unsel"><a href="/Cysylltu_31505.aspx" title="Cysylltu"><span>Cysylltu</span></a></li></ul></div>
<div id="Content"><div id="PageHeading"><h1>Cyfarfodydd</h1></div>
<div id="ContentMain">
<p>Bydd y Cyngor yn cwrdd am 7 yr hwyr yn yr Ystafell Ddarllen: 8 Rhagfyr 2026, 12 Ionawr 2027 a 9 Chwefror 2027. Mae croeso i bawb, yn yr ystafell neu ar Zoom. Cymraeg yw iaith y cyfarfodydd ac mae cyfieithydd yno.</p>
</div></div>
<div id="FooterBar"><p><a href="/Accessibility_31434.aspx">Hygyrchedd (Saesneg)</a></p><p class="tiny">&copy; Cyngor Cymuned Llanerfyn. Websites for small councils by Parishweb &amp; Plwyf (<a href="https://www.instagram.com/parishwebplwyf">Instagram</a>)</p></div></div>
</body>
</html>