<!DOCTYPE html>
<html class="mgMainBody" lang="en"><head><title>Your councillors</title><meta name="description" content="Your councillors" /><link rel="stylesheet" href="/moderngov/SiteSpecific/ssMgStyles.css" /></head>
<body><div id="mgHeader"><a href="/">Pellingshire County Council</a> <a href="/moderngov/mgMemberIndex.aspx">Your councillors</a> <a href="/moderngov/ieListMeetings.aspx?CId=101">County Council</a> <a href="/moderngov/mgCommitteeDetails.aspx?ID=115">Cabinet</a></div>
<div id="modgov"><h1 class="mgSectionTitle">Your councillors</h1>
<table id="mgTable1"><tr><th>Councillor</th><th>Division</th></tr><tr><td>Councillor Tom Ardagh</td><td>Wold Edge</td></tr><tr><td><a href="mgUserInfo.aspx?UID=214">Councillor Frances Maitland</a></td><td>Pelling Castle</td></tr></table><p>1 to 2 of 57. The full list can be had from any library.</p>
</div><div id="mgFooter"><a href="/contact-council">Contact the council</a></div></body></html>