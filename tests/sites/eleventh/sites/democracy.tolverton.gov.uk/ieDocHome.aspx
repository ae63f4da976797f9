<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" lang="en" xml:lang="en">
<head><meta http-equiv="Content-Type" content="text/html; charset=utf-8" /><meta name="viewport" content="width=device-width" /><title>Democracy home - Tolverton Borough Council</title>
<link rel="stylesheet" href="/SiteSpecific/ssMgStyles.css" type="text/css" /><link rel="stylesheet" href="/mgStyles.css" type="text/css" /><script src="/jquery-ui/js/jquery-3.6.0.min.js" type="text/javascript"></script></head>
<body>
<div id="tbc-top"><a href="#mgMainContent" class="skip">Skip to content</a><img src="/SiteSpecific/tbc.png" alt="Tolverton Borough Council" /><span>Council and democracy</span></div>
<div id="mgBreadcrumb"><ol><li><a href="/ieDocHome.aspx">Democracy home</a></li><li>Democracy home</li></ol></div>
<div id="modgov"><div class="mgLeftMenu"><h2>Committees and councillors</h2><ul class="mgMenu"><li><a href="/mgListCommittees.aspx?bcr=1">Committee structure</a></li><li><a href="/mgCalendarMonthView.aspx?M=12&amp;DD=2026">Calendar of meetings</a></li><li><a href="/mgMemberIndex.aspx?bcr=1">Your councillors</a></li><li><a href="/mgCommitteeDetails.aspx?ID=214">Health and Wellbeing Board</a></li></ul></div>
<div class="mgContent" id="mgMainContent"><h1 class="mgMainTitleTxt">Democracy home</h1>
<p>Agendas, minutes and decisions of Tolverton Borough Council.</p>
<ul>
<li><a href="/mgListCommittees.aspx?bcr=1">Committee structure</a></li>
<li><a href="/mgCalendarMonthView.aspx?M=12&amp;DD=2026">Calendar of meetings</a></li>
<li><a href="/mgMemberIndex.aspx?bcr=1">Your councillors</a></li>
</ul>
</div></div>
<div id="tbc-foot"><p><a href="/accessibility.htm">Accessibility</a> | <a href="/cookies-and-data.htm">Cookies and personal data</a> | <a class="share" href="https://www.facebook.com/sharer/sharer.php?u=http%3A%2F%2Fdemocracy.tolverton.gov.uk">Share this page on Facebook</a> | &#169; Tolverton Borough Council</p></div>
</body></html>