<!DOCTYPE html>
<html dir="ltr" lang="en-GB" xmlns:o="urn:schemas-microsoft-com:office:office">
<head><meta http-equiv="X-UA-Compatible" content="IE=10" /><meta name="GENERATOR" content="Microsoft SharePoint" /><meta http-equiv="Content-type" content="text/html; charset=utf-8" />
<title>Health campus - Stannard Green CCG</title>
<link rel="stylesheet" type="text/css" href="/_layouts/15/1033/styles/Themable/corev15.css" />
<script type="text/javascript">//<![CDATA[
var g_presenceEnabled = true; var _fV4UI=true; var _spPageContextInfo = {webServerRelativeUrl: "\u002f", currentLanguage: 2057, pageItemId: 60};
//]]></script>
<script src="https://www.browsealoud.com/plus/scripts/ba.js"></script>
</head>
<body class="ms-backgroundImage"><form method="post" action="/Services/Pages/Campus.aspx" id="aspnetForm"><input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="/wEPDwUBMGRk" /></form>
<div id="s4-workspace"><div id="s4-bodyContainer">
<div id="s4-titlerow"><div id="siteIcon"><a class="ms-siteicon-a" href="/Pages/Home.aspx"><img id="ctl00_onetidHeadbnnr2" class="ms-siteicon-img" name="onetidHeadbnnr0" src="/SiteAssets/logo.png" alt="Stannard Green CCG" /></a></div>
<div class="tools"><a href="#" class="listen" onclick="return false">Listen to this page</a> <span class="translate"><a href="/Pages/Translate.aspx">Choose another language</a></span></div>
<div id="DeltaTopNavigation" class="ms-displayInline ms-core-navigation" role="navigation"><ul class="root static">
<li class="static"><a href="/Pages/Home.aspx">Home</a>
</li>
<li class="static"><a href="/About/Pages/default.aspx">About</a>
<ul class="static">
<li><a href="/About/Pages/Board.aspx">The Board</a>
</li>
<li><a href="/About/Pages/BoardMeetings.aspx">Board meetings</a>
</li>
<li><a href="/About/Pages/Plans.aspx">Our plans</a>
</li>
<li><a href="/About/Pages/Practices.aspx">Practices</a>
</li>
<li><a href="/About/Pages/AnnualReport.aspx">Annual report</a>
</li>
</ul>
</li>
<li class="static"><a href="/Services/Pages/default.aspx">Services</a>
<ul class="static">
<li class="static selected"><a href="/Services/Pages/Campus.aspx">Health campus</a>
</li>
<li><a href="/Services/Pages/Cycle.aspx">Cycle to clinic</a>
</li>
<li><a href="/Services/Pages/Baby.aspx">Baby steps</a>
</li>
<li><a href="/Services/Pages/Hospital.aspx">In hospital</a>
</li>
<li><a href="/Services/Pages/Winter.aspx">Winter</a>
</li>
</ul>
</li>
<li class="static"><a href="/Involved/Pages/default.aspx">Get involved</a>
<ul class="static">
<li><a href="/Involved/Pages/Topics.aspx">Current topics</a>
</li>
<li><a href="/Involved/Pages/Volunteers.aspx">Volunteers</a>
</li>
</ul>
</li>
<li class="static"><a href="/Media/Pages/default.aspx">Media</a>
<ul class="static">
<li><a href="/Media/Pages/GreenSheet.aspx">The Green Sheet</a>
</li>
<li><a href="/Media/Pages/Social.aspx">Social media policy</a>
</li>
</ul>
</li>
<li class="static"><a href="/Contact/Pages/default.aspx">Contact</a>
<ul class="static">
<li><a href="/Contact/Pages/Dissatisfied.aspx">Dissatisfied?</a>
</li>
</ul>
</li>
</ul><ul class="root static"><li class="static"><span class="static menu-item">Freedom of information</span></li></ul></div></div>
<div id="contentRow"><div id="contentBox" role="main"><h1 id="pageTitle" class="ms-core-pageTitle">Health campus</h1>
<div class="ms-rtestate-field"><div id="ctl00_PlaceHolderMain_RichHtmlField" class="ms-rtestate-field" aria-label="Page Content">
<p>The campus on Cedar Boulevard opened in 2019 with two practices, a pharmacy and X-ray. Phase 4 will fill the empty east wing. We're asking residents what should go in it: see <a href="/Involved/Pages/Topics.aspx">current topics</a>.</p>
<table>
<tr><th>Phase</th><th>What</th><th>Opened</th></tr>
<tr><td>1</td><td>Surgeries</td><td>2019</td></tr>
<tr><td>2</td><td>X-ray and blood tests</td><td>2021</td></tr>
<tr><td>3</td><td>Children's therapies</td><td>2024</td></tr>
<tr><td>4</td><td>You tell us</td><td>2028 (planned)</td></tr>
</table>
</div></div></div></div>
<div id="foot">Stannard Green CCG, Hub 4, Cedar Boulevard, Stannard Green SG77 1CC &#160;|&#160; <a href="/Pages/Privacy.aspx">Privacy notice</a> &#160;|&#160; See what NHS England is saying: <a href="https://www.facebook.com/NHSEngland">Facebook</a> &#160;|&#160; Platform: <a href="https://www.linkedin.com/company/trellisware-public">Trellisware Public</a></div>
</div></div></body></html>