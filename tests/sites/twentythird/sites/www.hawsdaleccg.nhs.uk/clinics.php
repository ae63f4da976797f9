<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Clinics &amp; Services | NHS Hawsdale Clinical Commissioning Group</title><link rel="stylesheet" href="/skins/surgery7/skin.css"></head><body>
<div id="alert">Please do not come in if you have diarrhoea or vomiting. Speak to a pharmacist or ring 111.</div>
<div id="banner"><a href="/">NHS Hawsdale Clinical Commissioning Group</a><span class="tel">Tel: 01632 960900</span></div><div id="tabs"><a class="tab" href="/reception.php">Reception</a><a class="tab" href="/opening-times.php">Opening Times</a><a class="tab" href="/practices.php">Our Doctors&#x27; Practices</a><a class="tab" href="/clinics.php">Clinics &amp; Services</a><a class="tab" href="/patient-group.php">Patient Group</a><a class="tab" href="/noticeboard.php">Noticeboard</a><a class="tab" href="/leaflets.php">Policies &amp; Leaflets</a></div>
<div id="content"><h1>Clinics &amp; Services</h1>
<ul>
<li><a href="http://www.hawsdaleccg.nhs.uk/clinic-bloods.php">Blood tests</a></li>
<li><a href="/clinic-hearing.php">Hearing aids</a></li>
<li><a href="/clinic-talking.php">Talking therapies</a></li>
</ul>
</div><div id="foot">NHS Hawsdale CCG, The Old Dispensary, Fore Street, Hawsdale HW3 5EG &middot; <a href="/privacy.php">Confidentiality</a> &middot; <a href="/access.php">Disabled access</a> &middot; Site by <a href="https://www.surgerypages.example/">SurgeryPages</a></div></body></html>