<!DOCTYPE html>
<html lang="en-GB">
<head id="head"><title>
	Cookies - Stavering, Cold Ouse and Brinkhill CCGs
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
<li><a href="/meetings-and-decisions/governing-bodies-in-common.aspx">Governing Bodies in common</a>
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
<div class="wrap crumbs"><a href="/" class="CMSBreadCrumbsLink">Home</a></div>
<div class="wrap content" id="content"><h1>Cookies</h1>
<table>
<tr><th>Name</th><th>What for</th><th>How long</th></tr>
<tr><td>CMSCsrfToken</td><td>Keeps forms safe</td><td>Until you close the browser</td></tr>
<tr><td>_ga</td><td>Counting</td><td>Two years</td></tr>
</table>
<div class="tools"><a href="javascript:window.print()">Print</a> | Share this page: <a href="https://www.facebook.com/sharer.php?u=http://www.scobccgs.nhs.uk/cookies.aspx">Facebook</a> <a href="https://www.linkedin.com/shareArticle?url=http://www.scobccgs.nhs.uk/cookies.aspx">LinkedIn</a></div>
</div>
<div class="footer"><div class="wrap"><div class="col">NHS Stavering CCG, NHS Cold Ouse CCG and NHS Brinkhill CCG<br/>Tithe House, Malthouse Road, Stavering LN90 3TH</div><div class="col"><a href="/accessibility.aspx">Accessibility</a> <a href="/cookies.aspx">Cookies</a> <a href="/privacy.aspx">How we use your information</a></div><div class="col">Our councils: <a href="https://www.facebook.com/staveringdc">Stavering District</a>, <a href="https://www.facebook.com/brinkhillborough">Brinkhill Borough</a></div></div></div>
</body>
</html>