<!DOCTYPE html>
<html lang="en-GB" dir="ltr"><head><meta charset="utf-8"><meta http-equiv="X-UA-Compatible" content="IE=edge"><title>Thirzeldon Public - Podiatry questionnaire 2024</title>
<script>var _spPageContextInfo = {"webTitle":"Thirzeldon Public","webTemplate":"68","isSiteAdmin":false,"userLoginName":"anonymous"};</script>
<style>.ms-DetailsRow{display:flex}.CanvasZone{padding:8px}.msg{background:#fde7e9}</style></head>
<body class="sp-App-body"><a href="#a11y" class="ms-TurnOnAccessibility" onclick="SetIsAccessibilityFeatureEnabled(true);return false;">Turn on more accessible mode</a>
<div class="msg ms-MessageBar" role="status"><span>NHS Thirzeldon CCG merged with NHS Emberlaw CCG on 1 April 2025 and no longer exists. This site is kept for the record and is not updated. Go to <a href="http://www.emberlawthirzeldonccg.nhs.uk/">NHS Emberlaw and Thirzeldon CCG</a>.</span></div>
<header class="spSiteHeader"><a href="/SitePages/Home.aspx"><img src="/SiteAssets/__sitelogo__TCCG.png" alt="Thirzeldon Public"></a><span class="siteTitle">Thirzeldon Public (read only)</span><nav class="ms-HorizontalNav"><ul class="ms-HorizontalNavItems">
<li class="ms-HorizontalNavItem"><a href="/SitePages/Home.aspx">Home</a>
</li>
<li class="ms-HorizontalNavItem"><a href="/SitePages/The-former-CCG.aspx">The former CCG</a>
</li>
<li class="ms-HorizontalNavItem"><a href="/SitePages/Governing-Body.aspx">Governing Body</a>
<ul>
<li><a href="/GB%20Papers/Forms/AllItems.aspx">Meeting papers</a>
</li>
<li><a href="/SitePages/Recordings.aspx">Recordings</a>
</li>
<li><a href="/Registers/Forms/AllItems.aspx">Registers</a>
</li>
</ul>
</li>
<li class="ms-HorizontalNavItem"><a href="/SitePages/Public-records.aspx">Public records</a>
<ul>
<li><a href="/SitePages/FOI.aspx">FOI</a>
</li>
<li><a href="/SitePages/FOI-replies-2024-25.aspx">FOI replies 2024-25</a>
</li>
<li><a href="/SitePages/Scheme.aspx">Scheme</a>
</li>
<li><a href="/Policies/Forms/AllItems.aspx">Policies</a>
</li>
</ul>
</li>
<li class="ms-HorizontalNavItem"><a href="/SitePages/Engagement-archive.aspx">Engagement archive</a>
</li>
<li class="ms-HorizontalNavItem"><a href="/SitePages/News-archive.aspx">News archive</a>
</li>
<li class="ms-HorizontalNavItem"><a href="/SitePages/Where-do-I-go-now.aspx">Where do I go now?</a>
</li>
</ul></nav></header>
<div class="commandBar"><button>Share</button> <button>Copy link</button> <span>Published 31/03/2025</span></div>
<main class="CanvasComponent"><div class="pageTitle" data-automation-id="pageHeader"><div role="heading" aria-level="1" data-automation-id="TitleTextId">Podiatry questionnaire 2024</div></div>
<div class="CanvasZone"><div class="ControlZone"><div data-sp-rte="">
<p>We want to know what you think about foot care! Please take ten minutes to fill in our questionnaire.</p>
<p>This questionnaire closed on 13 December 2024.</p>
</div></div></div></main>
<div class="ms-footer"><a href="/_layouts/15/viewlsts.aspx">Site contents</a> <a href="/SitePages/Privacy.aspx">Privacy</a> <span>Archive held by NHS Emberlaw and Thirzeldon CCG, telephone 0808 157 0222 for that organisation.</span></div>
</body></html>