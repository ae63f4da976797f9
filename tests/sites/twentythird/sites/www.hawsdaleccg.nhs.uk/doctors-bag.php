<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>From the doctor&#x27;s bag | NHS Hawsdale Clinical Commissioning Group</title><link rel="stylesheet" href="/skins/surgery7/skin.css"></head><body>
<div id="alert">Please do not come in if you have diarrhoea or vomiting. Speak to a pharmacist or ring 111.</div>
<div id="banner"><a href="/">NHS Hawsdale Clinical Commissioning Group</a><span class="tel">Tel: 01632 960900</span></div><div id="tabs"><a class="tab" href="/reception.php">Reception</a><a class="tab" href="/opening-times.php">Opening Times</a><a class="tab" href="/practices.php">Our Doctors&#x27; Practices</a><a class="tab" href="/clinics.php">Clinics &amp; Services</a><a class="tab" href="/patient-group.php">Patient Group</a><a class="tab" href="/noticeboard.php">Noticeboard</a><a class="tab" href="/leaflets.php">Policies &amp; Leaflets</a></div>
<div id="content"><h1>From the doctor&#x27;s bag</h1>
<p>By Dr Martin Tallis, our chair.</p>
<h3>10 November 2026</h3>
<p>I did my first home visit by tractor last week. When the ford floods there's no other way up to Combe, and it set me thinking about how we plan for the people at the far end of the lane.</p>
<h3>8 September 2026</h3>
<p>I've been a GP for twenty-six years and I still get the butterflies before a board meeting. This month I had to tell my colleagues that we can't afford the second scanner. I hated it.</p>
</div><div id="foot">NHS Hawsdale CCG, The Old Dispensary, Fore Street, Hawsdale HW3 5EG &middot; <a href="/privacy.php">Confidentiality</a> &middot; <a href="/access.php">Disabled access</a> &middot; Site by <a href="https://www.surgerypages.example/">SurgeryPages</a></div></body></html>