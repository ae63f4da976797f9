<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Llanhwyad Community Council - Meetings / Cyfarfodydd</title>
<meta name="viewport" content="width=device-width"><meta name="keywords" content="Llanhwyad, cyngor, council, community">
<link rel="stylesheet" href="/_VirDir/CoreContents/News/css/style14.css"></head>
<body id="page"><a class="hidden" href="#maincontent">Skip to content / Neidio i'r cynnwys</a>
<div id="banner"><img src="/_UserFiles/Images/llyn-banner.jpg" alt="Llyn Hwyad in winter"><div id="sitename">Cyngor Cymuned Llanhwyad<br>Llanhwyad Community Council</div></div>
<div id="navleft"><ul><li class="nav"><a href="/"><span>Hafan / Home</span></a></li><li class="nav"><a href="/Cyngor-Llanhwyad/councillors-30211.aspx"><span>Councillors / Cynghorwyr</span></a></li><li class="nav"><a href="/Cyngor-Llanhwyad/clerk-30212.aspx"><span>Clerk / Clerc</span></a></li><li class="selectednav"><a href="/Cyngor-Llanhwyad/meetings-30213.aspx"><span>Meetings / Cyfarfodydd</span></a></li><li class="nav"><a href="/Cyngor-Llanhwyad/minutes-30214.aspx"><span>Minutes / Cofnodion</span></a></li><li class="nav"><a href="/Cyngor-Llanhwyad/money-30215.aspx"><span>Money / Arian</span></a></li><li class="nav"><a href="/Cyngor-Llanhwyad/policies-30216.aspx"><span>Policies / Polisïau</span></a></li><li class="nav"><a href="/Cyngor-Llanhwyad/y-gwyach-30217.aspx"><span>Y Gwyach</span></a></li><li class="nav"><a href="/Cyngor-Llanhwyad/planning-30226.aspx"><span>Planning / Cynllunio</span></a></li><li class="nav"><a href="/Cyngor-Llanhwyad/place-plan-30218.aspx"><span>Place Plan / Cynllun Bro</span></a></li><li class="nav"><a href="/Cyngor-Llanhwyad/paths-30219.aspx"><span>Paths / Llwybrau</span></a></li><li class="nav"><a href="/Cyngor-Llanhwyad/hall-30220.aspx"><span>Hall / Neuadd</span></a></li><li class="nav"><a href="/Cyngor-Llanhwyad/mynwent-30221.aspx"><span>Burial ground / Mynwent</span></a></li><li class="nav"><a href="/Cyngor-Llanhwyad/numbers-30222.aspx"><span>Useful numbers / Rhifau</span></a></li><li class="nav"><a href="/Cyngor-Llanhwyad/news-30223.aspx"><span>News / Newyddion</span></a></li><li class="nav"><a href="/Cyngor-Llanhwyad/cymraeg-30230.aspx"><span>Cymraeg</span></a></li><li class="nav"><a href="/Cyngor-Llanhwyad/contact-30224.aspx"><span>Contact / Cysylltu</span></a></li></ul></div>
<div id="maincontent"><!-- content start --><h1 class="pageheading">Meetings / Cyfarfodydd</h1>
<p>The Council meets at 7pm on the second Monday of the month, apart from August, in the small room of the Hall.</p>
<ul>
<li>Monday 14 December 2026</li>
<li>Monday 11 January 2027</li>
<li>Monday 8 February 2027</li>
<li>Monday 8 March 2027</li>
</ul>
<p><strong>Can I come?</strong> Yes. Meetings are open to the press and public. As the law in Wales now requires, you can also come by Zoom: the link and passcode are at the top of each agenda, and you will be let in when the meeting starts. Please keep your microphone off. Nothing is recorded.</p>
<p><strong>Can I speak?</strong> Ten minutes are kept for the public at the beginning. Tell the Clerk what you want to ask by noon on the Friday before and the Chair will call you.</p>
<p><strong>Cymraeg.</strong> You may speak in Welsh or in English; there is somebody to interpret.</p>
<p><a href="/_UserFiles/Files/Agendas/Agenda-Nov-2026.pdf">Agenda for 9 November 2026 (PDF)</a></p>
<!-- content end --></div>
<div id="footer"><span>Clerc / Clerk: Eleri Pugh-Vaughan</span> | <a href="/Cyngor-Llanhwyad/privacy-30225.aspx">Preifatrwydd / Privacy</a> | <a href="http://www.trefwefan.co.uk">Gwefan gan Trefwefan</a> <span>help@trefwefan.co.uk</span></div>
<div id="cookie">Mae'r wefan hon yn defnyddio cwcis. This website uses cookies. <button>Iawn / OK</button></div>
</body></html>