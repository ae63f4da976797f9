<!DOCTYPE html>
<html dir="ltr" lang="en-GB"><head><meta name="GENERATOR" content="Microsoft SharePoint" /><meta http-equiv="Content-type" content="text/html; charset=utf-8" /><meta http-equiv="X-UA-Compatible" content="IE=10" />
<title>
	Governing Body
</title><link rel="stylesheet" type="text/css" href="/_layouts/15/1033/styles/Themable/corev15.css" /></head>
<body><form method="post" action="/organisation/board/Pages/default.aspx" id="aspnetForm"><input type="hidden" name="__REQUESTDIGEST" value="0x7A" /><input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="/wEPDwUBMGRk" />
<div id="s4-workspace"><div id="s4-bodyContainer"><div id="s4-titlerow"><a class="ms-siteicon-a" href="/Pages/Home.aspx"><img class="ms-siteicon-img" alt="NHS Kelder Wolds CCG" src="/SiteAssets/kw.png" /></a>
<div class="ms-core-navigation" role="navigation"><div id="zz12_TopNavigationMenu" class="noindex ms-core-listMenu-horizontalBox"><ul class="root ms-core-listMenu-root static">
<li class="static"><a href="/Pages/Home.aspx">Home</a>
</li>
<li class="static"><a href="/organisation/Pages/default.aspx">The organisation</a>
<ul class="dynamic">
<li class="static selected"><a href="/organisation/board/Pages/default.aspx">Governing Body</a>
</li>
<li><a href="/organisation/review/Pages/default.aspx">Annual review</a>
</li>
<li><a href="/organisation/words/Pages/default.aspx">In our own words</a>
</li>
<li><a href="/organisation/support/Pages/default.aspx">Who does what for us</a>
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
<div id="contentRow"><div id="contentBox"><span id="DeltaPlaceHolderPageTitleInTitleArea"><h1 class="ms-core-pageTitle">Governing Body</h1></span>
<div id="DeltaPlaceHolderMain"><div class="ms-rtestate-field" id="ctl00_RichHtmlField">
<p>The Governing Body has a majority of clinicians. It has a chair, an accountable officer, a finance officer, three GPs, two lay members, a nurse and a specialist.</p>
<p><a href="/organisation/Documents/membership.pdf">Governing Body membership, November 2026 (PDF)</a></p>
<h2>When and where</h2>
<p>All start at 2pm in the Riggs Room, Kelder Town Hall. Anyone may sit at the back and listen.</p>
<ul>
<li>8 December 2026</li>
<li>9 February 2027</li>
<li>13 April 2027</li>
</ul>
<p>Those who cannot travel may watch: all our Governing Body meetings are shown live on the web, and the link is placed on this page that morning. Please do not make your own recording.</p>
<p>Agendas will be published here once our new document library is ready.</p>
<p>To arrange a reserved seat or a loop, or for anything else about these meetings, contact the Corporate Secretary, Maud Ellerker: <a href="mailto:corporate.secretary@kelderwoldsccg.nhs.uk">corporate.secretary@kelderwoldsccg.nhs.uk</a></p>
</div></div></div></div>
<div class="kw-foot"><span>NHS Kelder Wolds Clinical Commissioning Group</span> <a href="/Pages/Legal.aspx">Cookies and privacy</a> <a href="/Pages/Access.aspx">Accessibility</a> <a href="https://www.facebook.com/kelderdistrictcouncil">Kelder District Council on Facebook</a></div></div></div></form></body></html>