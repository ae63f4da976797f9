<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Our Doctors&#x27; Practices | NHS Hawsdale Clinical Commissioning Group</title><link rel="stylesheet" href="/skins/surgery7/skin.css"></head><body>
<div id="alert">Please do not come in if you have diarrhoea or vomiting. Speak to a pharmacist or ring 111.</div>
<div id="banner"><a href="/">NHS Hawsdale Clinical Commissioning Group</a><span class="tel">Tel: 01632 960900</span></div><div id="tabs"><a class="tab" href="/reception.php">Reception</a><a class="tab" href="/opening-times.php">Opening Times</a><a class="tab" href="/practices.php">Our Doctors&#x27; Practices</a><a class="tab" href="/clinics.php">Clinics &amp; Services</a><a class="tab" href="/patient-group.php">Patient Group</a><a class="tab" href="/noticeboard.php">Noticeboard</a><a class="tab" href="/leaflets.php">Policies &amp; Leaflets</a></div>
<div id="content"><h1>Our Doctors&#x27; Practices</h1>
<table>
<tr><th>Practice</th><th>Doctors</th><th>Tel</th></tr>
<tr><td>Fore Street Surgery, 22 Fore Street, Hawsdale HW3 5EH</td><td>Dr M Tallis, Dr P Yeo, Dr S Imran</td><td>01632 960911</td></tr>
<tr><td>Combe Practice, Chapel Hill, Combe Haws HW6 2AY</td><td>Dr E Strand, Dr K Lowry</td><td>01632 960912</td></tr>
<tr><td>Reddings Health Centre, The Reddings, Hawsdale HW1 9PT</td><td>Dr A Obi, Dr J Prowse</td><td>01632 960913</td></tr>
</table>
</div><div id="foot">NHS Hawsdale CCG, The Old Dispensary, Fore Street, Hawsdale HW3 5EG &middot; <a href="/privacy.php">Confidentiality</a> &middot; <a href="/access.php">Disabled access</a> &middot; Site by <a href="https://www.surgerypages.example/">SurgeryPages</a></div></body></html>