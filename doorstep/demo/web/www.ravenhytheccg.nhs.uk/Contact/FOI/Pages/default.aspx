<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" lang="en-gb" dir="ltr">
<head><meta name="GENERATOR" content="Microsoft SharePoint" /><meta http-equiv="Content-type" content="text/html; charset=utf-8" /><meta http-equiv="X-UA-Compatible" content="IE=8" /><meta http-equiv="Expires" content="0" />
<title>
	Freedom of Information
</title>
<link rel="stylesheet" type="text/css" href="/Style%20Library/ravenhythe.css"/>
<style type="text/css">#s4-workspace { font: 13px Verdana; width: 940px; margin: auto } .s4-tn li { display: inline; padding-right: 14px } .ms-rteElement-H1B { color: #4b2e83 }</style>
<script type="text/javascript">
// <![CDATA[
document.write('<script type="text/javascript" src="/_layouts/1033/init.js"></' + 'script>');
// ]]>
</script>
</head>
<body scroll="no" onload="if (typeof(_spBodyOnLoadWrapper) != 'undefined') _spBodyOnLoadWrapper();" class="v4master">
<form name="aspnetForm" method="post" action="default.aspx" onsubmit="javascript:return WebForm_OnSubmit();" id="aspnetForm">
<div class="aspNetHidden">
<input type="hidden" name="MSOWebPartPage_PostbackSource" id="MSOWebPartPage_PostbackSource" value="" />
<input type="hidden" name="__REQUESTDIGEST" id="__REQUESTDIGEST" value="0x6D21,21 Nov 2026 08:14:02 -0000" />
<input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="/wEPDwUBMA9kFgJmD2QWAgIBD2QWBAIBD2QWAgIL" />
</div>
<div id="s4-workspace"><div id="s4-bodyContainer">
<div class="rh-top"><a href="/Pages/Home.aspx"><img src="/PublishingImages/rh-banner.jpg" alt="Ravenhythe Clinical Commissioning Group - buying care wisely" /></a>
<div class="s4-search"><table class="s4-wpTopTable"><tr><td><input name="ctl00$PlaceHolderSearchArea$S3031AEBB_InputKeywords" type="text" value="Search this site..." maxlength="200" title="Search..." class="ms-sbplain" /></td></tr></table></div></div>
<div id="s4-topheader2" class="s4-tn"><ul class="root static">
<li class="static"><a class="static menu-item" href="/Pages/Home.aspx"><span class="additional-background"><span class="menu-item-text">Home</span></span></a></li>
<li class="static"><a class="static menu-item" href="/AboutUs/Pages/default.aspx"><span class="additional-background"><span class="menu-item-text">About us</span></span></a></li>
<li class="static"><a class="static menu-item" href="/AboutUs/Pages/GoverningBody.aspx"><span class="additional-background"><span class="menu-item-text">Governing Body</span></span></a></li>
<li class="static"><a class="static menu-item" href="/AboutUs/Pages/Meetings.aspx"><span class="additional-background"><span class="menu-item-text">Governing Body meetings</span></span></a></li>
<li class="static"><a class="static menu-item" href="/YourHealth/Pages/default.aspx"><span class="additional-background"><span class="menu-item-text">Your health</span></span></a></li>
<li class="static"><a class="static menu-item" href="/YourHealth/Pages/ChildrenAndFamilies.aspx"><span class="additional-background"><span class="menu-item-text">Children and families</span></span></a></li>
<li class="static"><a class="static menu-item" href="/GetInvolved/Pages/default.aspx"><span class="additional-background"><span class="menu-item-text">Have your say</span></span></a></li>
<li class="static"><a class="static menu-item" href="/News/Pages/default.aspx"><span class="additional-background"><span class="menu-item-text">News</span></span></a></li>
<li class="static"><a class="static menu-item" href="/Contact/Pages/default.aspx"><span class="additional-background"><span class="menu-item-text">Contact us</span></span></a></li>
</ul></div>
<div id="MSO_ContentTable"><div class="s4-ba"><div class="ms-bodyareacell">
<div id="ctl00_MSO_ContentDiv"><div class="ms-rtestate-field" id="ctl00_PlaceHolderMain_RichHtmlField" style="display:inline">
&#8203;<h1 class="ms-rteElement-H1B">Freedom of Information</h1>
<p class="ms-rteElement-P">Anyone may ask a public authority for recorded information. Send your request by post to the FOI Officer at Tollhouse Buildings, 88 Raven Row South, London SE29 3QW, or through the <a href="/Contact/Pages/default.aspx">contact form</a>. State your name, an address for the reply and what you wish to see. The law gives us twenty working days.&#160;</p>
<h2 class="ms-rteElement-H2B">Publication scheme</h2>
<p class="ms-rteElement-P">Ravenhythe uses the <a href="https://ico.org.uk/for-organisations/foi/publication-scheme/">Information Commissioner's model</a>.</p>
<h2 class="ms-rteElement-H2B">Disclosure log</h2>
<table class="ms-rteTable-default" width="100%" cellspacing="0">
<thead>
<tr>
<th>Year</th>
<th>Requests received</th>
<th>Answered in time</th>
</tr>
</thead>
<tbody>
<tr>
<td class="ms-rteTable-default">2025/26</td>
<td class="ms-rteTable-default">311</td>
<td class="ms-rteTable-default">287</td>
</tr>
<tr>
<td class="ms-rteTable-default">2024/25</td>
<td class="ms-rteTable-default">298</td>
<td class="ms-rteTable-default">290</td>
</tr>
</tbody>
</table>
</div></div></div></div></div>
<div class="rh-share"><!-- AddThis Button BEGIN --><div class="addthis_toolbox addthis_default_style"><a class="addthis_button_preferred_1"></a><a class="addthis_button_compact"></a><a href="https://www.addthis.com/bookmark.php?v=300&amp;pubid=ravenhythe" title="Bookmark and share">Share</a> <a href="https://twitter.com/intent/tweet?url=http%3A%2F%2Fwww.ravenhytheccg.nhs.uk">Tweet</a></div><!-- AddThis Button END --></div>
<div id="s4-footer"><a href="/Pages/Privacy.aspx">Privacy</a> | <a href="/Pages/Access.aspx">Access</a> | <a href="/Contact/FOI/Pages/default.aspx">Freedom of Information</a> | <a href="https://twitter.com/NHSEnglandLDN">Tweets by NHS England in London</a></div>
</div></div>
<div class="s4-notdlg noindex"><span id="ctl00_WelcomeMenu"><a href="#" onclick="STSNavigate2(event,'/_layouts/Authenticate.aspx'); return false;">Sign In</a></span></div>
</form>
</body>
</html>
