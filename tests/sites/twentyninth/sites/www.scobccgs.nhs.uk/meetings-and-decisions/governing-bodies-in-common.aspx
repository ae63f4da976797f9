<!DOCTYPE html>
<html lang="en-GB">
<head id="head"><title>
	Governing Bodies in common - Stavering, Cold Ouse and Brinkhill CCGs
</title><meta charset="UTF-8" /><meta http-equiv="X-UA-Compatible" content="IE=edge" />
<link href="/CMSPages/GetResource.ashx?stylesheetname=SCOB-Main" type="text/css" rel="stylesheet"/>
</head>
<body class="LTR Safari ENGB ContentBody">
<div class="aspNetHidden"><input type="hidden" name="__CMSCsrfToken" id="__CMSCsrfToken" value="xk2u" /><input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="LlT4fQ8d" /></div>
<div id="cookieLaw" class="cookie-strip">This site puts cookies on your computer. <a href="/cookies.aspx">Find out why</a> <a href="#" class="ok">Hide</a></div>
<div class="topbar"><div class="wrap"><a href="/" class="brand"><span class="b1">Stavering</span> <span class="b2">Cold Ouse</span> <span class="b3">Brinkhill</span> <em>Clinical Commissioning Groups</em></a><div class="topright"><span class="tel">Tithe House: 01632 960220</span><a class="tw" href="https://twitter.com/SCOB_CCGs"><img src="/App_Themes/SCOB/bird.png" alt="Our tweets" /></a><input name="q" type="text" placeholder="Search" /></div></div></div>
<div class="mega" id="mega"><div class="wrap"><div class="mega-col"><a class="mega-head" href="/whos-who.aspx">Who&#x27;s who</a><ul class="mega-list">
<li><a href="/whos-who/three-ccgs-one-team.aspx">Three CCGs, one team</a>
</li>
<li><a href="/whos-who/governing-body-members.aspx">Governing Body members</a>
</li>
<li><a href="/whos-who/our-gp-practices.aspx">Our GP practices</a>
</li>
</ul></div><div class="mega-col"><a class="mega-head" href="/meetings-and-decisions.aspx">Meetings and decisions</a><ul class="mega-list">
<li class="active"><a href="/meetings-and-decisions/governing-bodies-in-common.aspx">Governing Bodies in common</a>
</li>
<li><a href="/meetings-and-decisions/joint-prescribing-group.aspx">Joint Prescribing Group</a>
</li>
<li><a href="/meetings-and-decisions/managing-conflicts-of-interest.aspx">Managing conflicts of interest</a>
</li>
</ul></div><div class="mega-col"><a class="mega-head" href="/your-say.aspx">Your say</a><ul class="mega-list">
<li><a href="/your-say/conversations.aspx">Open and closed conversations</a>
</li>
<li><a href="/your-say/patient-assembly.aspx">Patient Assembly</a>
</li>
<li><a href="/your-say/what-you-changed.aspx">What you changed</a>
</li>
</ul></div><div class="mega-col"><a class="mega-head" href="/news-publications.aspx">News and publications</a><ul class="mega-list">
<li><a href="/news-publications/news.aspx">News</a>
</li>
<li><a href="/news-publications/three-parishes.aspx">Three Parishes</a>
</li>
<li><a href="/news-publications/practice-update.aspx">Practice Update</a>
</li>
</ul></div><div class="mega-col"><a class="mega-head" href="/local-services.aspx">Local services</a><ul class="mega-list">
<li><a href="/local-services/out-of-hours.aspx">Out of hours</a>
</li>
<li><a href="/local-services/getting-to-hospital.aspx">Getting to hospital</a>
</li>
<li><a href="/local-services/social-prescribing.aspx">Social prescribing</a>
</li>
</ul></div><div class="mega-col"><a class="mega-head" href="/contact.aspx">Contact</a><ul class="mega-list">
<li><a href="/contact/compliments-and-complaints.aspx">Compliments and complaints</a>
</li>
<li><a href="/contact/access-to-information.aspx">Access to information</a>
</li>
<li><a href="/contact/answers-given.aspx">Answers given</a>
</li>
</ul></div></div></div>
<div class="wrap crumbs"><a href="/" class="CMSBreadCrumbsLink">Home</a> / <a href="/meetings-and-decisions.aspx" class="CMSBreadCrumbsLink">Meetings and decisions</a></div>
<div class="wrap content" id="content"><h1>Governing Bodies in common</h1>
<p>The Governing Bodies of the three CCGs meet in common, at the same time and with the same agenda, and members of the public are welcome to attend and observe. Meetings start at 1.30pm.</p>
<h3>Forthcoming</h3>
<ul class="dates"><li>Wednesday 2 December 2026, Brinkhill Guildhall. <a href="http://www.scobccgs.nhs.uk/getmedia/9a1e-dec/Agenda-and-papers-Dec-26.pdf">Agenda and papers</a></li><li>Wednesday 3 February 2027, Tithe House, Stavering</li></ul>
<h3>Previous</h3>
<ul class="dates"><li>Wednesday 7 October 2026. <a href="/getmedia/77c0-oct/Agenda-and-papers-Oct-26.pdf">Agenda and papers</a></li></ul>
<h3>If you cannot attend in person</h3>
<p>All of these meetings are also broadcast as a Microsoft Teams live event. The link is added to this page at lunchtime on the day and you do not need an account. Please note that a recording is made to help with the minutes and is then deleted.</p>
<h3>Questions</h3>
<p>Members of the public can ask a question about an item on the agenda. Please complete the <a href="/getmedia/51d3/Public-Question-Slip.docx">question slip</a> and return it to Corporate Services no later than three clear working days before the meeting.</p>
<h3>Corporate Services</h3>
<p>For paper copies, to reserve a place, or for any other query about these meetings: Denise Wakelam, 01632 960226, <a href="mailto:scob.corporateservices@nhs.net">scob.corporateservices@nhs.net</a></p>
<div class="tools"><a href="javascript:window.print()">Print</a> | Share this page: <a href="https://www.facebook.com/sharer.php?u=http://www.scobccgs.nhs.uk/meetings-and-decisions/governing-bodies-in-common.aspx">Facebook</a> <a href="https://www.linkedin.com/shareArticle?url=http://www.scobccgs.nhs.uk/meetings-and-decisions/governing-bodies-in-common.aspx">LinkedIn</a></div>
</div>
<div class="footer"><div class="wrap"><div class="col">NHS Stavering CCG, NHS Cold Ouse CCG and NHS Brinkhill CCG<br/>Tithe House, Malthouse Road, Stavering LN90 3TH</div><div class="col"><a href="/accessibility.aspx">Accessibility</a> <a href="/cookies.aspx">Cookies</a> <a href="/privacy.aspx">How we use your information</a></div><div class="col">Our councils: <a href="https://www.facebook.com/staveringdc">Stavering District</a>, <a href="https://www.facebook.com/brinkhillborough">Brinkhill Borough</a></div></div></div>
</body>
</html>