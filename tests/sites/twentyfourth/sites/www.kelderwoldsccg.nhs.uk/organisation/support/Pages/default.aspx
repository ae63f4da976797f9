<!DOCTYPE html>
<html dir="ltr" lang="en-GB"><head><meta name="GENERATOR" content="Microsoft SharePoint" /><meta http-equiv="Content-type" content="text/html; charset=utf-8" /><meta http-equiv="X-UA-Compatible" content="IE=10" />
<title>
	Who does what for us
</title><link rel="stylesheet" type="text/css" href="/_layouts/15/1033/styles/Themable/corev15.css" /></head>
<body><form method="post" action="/organisation/support/Pages/default.aspx" id="aspnetForm"><input type="hidden" name="__REQUESTDIGEST" value="0x7A" /><input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="/wEPDwUBMGRk" />
<div id="s4-workspace"><div id="s4-bodyContainer"><div id="s4-titlerow"><a class="ms-siteicon-a" href="/Pages/Home.aspx"><img class="ms-siteicon-img" alt="NHS Kelder Wolds CCG" src="/SiteAssets/kw.png" /></a>
<div class="ms-core-navigation" role="navigation"><div id="zz12_TopNavigationMenu" class="noindex ms-core-listMenu-horizontalBox"><ul class="root ms-core-listMenu-root static">
<li class="static"><a href="/Pages/Home.aspx">Home</a>
</li>
<li class="static"><a href="/organisation/Pages/default.aspx">The organisation</a>
<ul class="dynamic">
<li><a href="/organisation/board/Pages/default.aspx">Governing Body</a>
</li>
<li><a href="/organisation/review/Pages/default.aspx">Annual review</a>
</li>
<li><a href="/organisation/words/Pages/default.aspx">In our own words</a>
</li>
<li class="static selected"><a href="/organisation/support/Pages/default.aspx">Who does what for us</a>
</li>
</ul>
</li>
<li class="static"><a href="/taking-part/Pages/default.aspx">Taking part</a>
<ul class="dynamic">
<li><a href="/taking-part/questionnaires/Pages/default.aspx">Questionnaires</a>
</li>
<li><a href="/taking-part/assembly/Pages/default.aspx">Patient Assembly</a>
</li>
</ul>
</li>
<li class="static"><a href="/topics/Pages/default.aspx">Health topics</a>
<ul class="dynamic">
<li><a href="/topics/winter/Pages/default.aspx">Winter</a>
</li>
<li><a href="/topics/carers/Pages/default.aspx">Carers</a>
</li>
</ul>
</li>
<li class="static"><a href="/press/Pages/default.aspx">Press and publications</a>
<ul class="dynamic">
<li><a href="/press/round/Pages/default.aspx">The Wolds Round</a>
</li>
<li><a href="/press/jargon/Pages/default.aspx">Jargon buster</a>
</li>
</ul>
</li>
<li class="static"><a href="/get-in-touch/Pages/default.aspx">Get in touch</a>
<ul class="dynamic">
<li><a href="/get-in-touch/information/Pages/default.aspx">Information rights</a>
</li>
<li><a href="/get-in-touch/wrong/Pages/default.aspx">If things go wrong</a>
</li>
</ul>
</li>
</ul></div></div></div>
<div id="contentRow"><div id="contentBox"><span id="DeltaPlaceHolderPageTitleInTitleArea"><h1 class="ms-core-pageTitle">Who does what for us</h1></span>
<div id="DeltaPlaceHolderMain"><div class="ms-rtestate-field" id="ctl00_RichHtmlField">
<p>We are twenty-two people and cannot do everything. What we buy in:</p>
<table>
<tr><th>Task</th><th>From</th></tr>
<tr><td>Payroll and computers</td><td>Ridge and Dale Commissioning Support Unit. Its help desk (0113 496 0790) is for practice and CCG staff only</td></tr>
<tr><td>Checking of invoices</td><td>NHS Shared Business Services</td></tr>
<tr><td>This website</td><td>Cobblestone Digital, who are on Instagram as <a href="https://www.instagram.com/cobblestonedigital">@cobblestonedigital</a></td></tr>
</table>
<p>Involving patients is not bought in. We have always done that ourselves.</p>
</div></div></div></div>
<div class="kw-foot"><span>NHS Kelder Wolds Clinical Commissioning Group</span> <a href="/Pages/Legal.aspx">Cookies and privacy</a> <a href="/Pages/Access.aspx">Accessibility</a> <a href="https://www.facebook.com/kelderdistrictcouncil">Kelder District Council on Facebook</a></div></div></div></form></body></html>