<!DOCTYPE html>
<html lang="en-GB" dir="ltr"><head><meta charset="utf-8"><meta http-equiv="X-UA-Compatible" content="IE=edge"><title>Thirzeldon Public - FOI replies 2024-25</title>
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
<li class="is-selected"><a href="/SitePages/FOI-replies-2024-25.aspx">FOI replies 2024-25</a>
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
<main class="CanvasComponent"><div class="pageTitle" data-automation-id="pageHeader"><div role="heading" aria-level="1" data-automation-id="TitleTextId">FOI replies 2024-25</div></div>
<div class="CanvasZone"><div class="ControlZone"><div data-sp-rte="">
<div class="ms-DetailsList" role="grid"><div role="row" class="ms-DetailsHeader"><div role="columnheader" class="ms-DetailsHeader-cell">Ref</div><div role="columnheader" class="ms-DetailsHeader-cell">Received</div><div role="columnheader" class="ms-DetailsHeader-cell">Question</div><div role="columnheader" class="ms-DetailsHeader-cell">Reply</div></div><div role="row" class="ms-DetailsRow"><div role="gridcell" class="ms-DetailsRow-cell">TZ-2411</div><div role="gridcell" class="ms-DetailsRow-cell">06/01/2025</div><div role="gridcell" class="ms-DetailsRow-cell">How much was spent on interpreters in 2023-24?</div><div role="gridcell" class="ms-DetailsRow-cell">£118,240, of which £31,006 was by telephone.</div></div><div role="row" class="ms-DetailsRow"><div role="gridcell" class="ms-DetailsRow-cell">TZ-2398</div><div role="gridcell" class="ms-DetailsRow-cell">12/11/2024</div><div role="gridcell" class="ms-DetailsRow-cell">How many continuing healthcare appeals were upheld?</div><div role="gridcell" class="ms-DetailsRow-cell">Nine of 41.</div></div><div role="row" class="ms-DetailsRow"><div role="gridcell" class="ms-DetailsRow-cell">TZ-2377</div><div role="gridcell" class="ms-DetailsRow-cell">02/09/2024</div><div role="gridcell" class="ms-DetailsRow-cell">Which practices have closed their lists?</div><div role="gridcell" class="ms-DetailsRow-cell">None at that date.</div></div><div role="row" class="ms-DetailsRow"><div role="gridcell" class="ms-DetailsRow-cell">TZ-2350</div><div role="gridcell" class="ms-DetailsRow-cell">18/06/2024</div><div role="gridcell" class="ms-DetailsRow-cell">Cost of the Cobblow office lease</div><div role="gridcell" class="ms-DetailsRow-cell">£86,500 a year, to 31 March 2025.</div></div></div>
</div></div></div></main>
<div class="ms-footer"><a href="/_layouts/15/viewlsts.aspx">Site contents</a> <a href="/SitePages/Privacy.aspx">Privacy</a> <span>Archive held by NHS Emberlaw and Thirzeldon CCG, telephone 0808 157 0222 for that organisation.</span></div>
</body></html>