<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Noticeboard | NHS Hawsdale Clinical Commissioning Group</title><link rel="stylesheet" href="/skins/surgery7/skin.css"></head><body>
<div id="alert">Please do not come in if you have diarrhoea or vomiting. Speak to a pharmacist or ring 111.</div>
<div id="banner"><a href="/">NHS Hawsdale Clinical Commissioning Group</a><span class="tel">Tel: 01632 960900</span></div><div id="tabs"><a class="tab" href="/reception.php">Reception</a><a class="tab" href="/opening-times.php">Opening Times</a><a class="tab" href="/practices.php">Our Doctors&#x27; Practices</a><a class="tab" href="/clinics.php">Clinics &amp; Services</a><a class="tab" href="/patient-group.php">Patient Group</a><a class="tab" href="/noticeboard.php">Noticeboard</a><a class="tab" href="/leaflets.php">Policies &amp; Leaflets</a></div>
<div id="content"><h1>Noticeboard</h1>
<ul>
<li><a href="http://www.hawsdaleccg.nhs.uk/waiting-room.php">The Waiting Room, our quarterly newsletter</a></li>
<li><a href="/doctors-bag.php">From the doctor's bag</a></li>
<li><a href="/notice-flu.php">Flu and COVID clinics</a></li>
<li><a href="http://www.hawsdaleccg.nhs.uk/notice-carpark.php">Car park resurfacing</a></li>
<li><a href="/notice-buses.php">Buses to the Cottage Hospital</a></li>
</ul>
</div><div id="foot">NHS Hawsdale CCG, The Old Dispensary, Fore Street, Hawsdale HW3 5EG &middot; <a href="/privacy.php">Confidentiality</a> &middot; <a href="/access.php">Disabled access</a> &middot; Site by <a href="https://www.surgerypages.example/">SurgeryPages</a></div></body></html>