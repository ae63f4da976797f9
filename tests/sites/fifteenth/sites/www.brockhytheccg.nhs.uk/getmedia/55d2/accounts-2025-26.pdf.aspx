%PDF-1.3
%ÈÎÒø
1 0 obj
<<
/Count 1
/Kids [3 0 R]
/MediaBox [0 0 595.28 841.89]
/Type /Pages
>>
endobj
2 0 obj
<<
/OpenAction [3 0 R /FitH null]
/PageLayout /OneColumn
/Pages 1 0 R
/Type /Catalog
>>
endobj
3 0 obj
<<
/Contents 4 0 R
/Parent 1 0 R
/Resources 7 0 R
/Type /Page
>>
endobj
4 0 obj
<<
/Filter /FlateDecode
/Length 160
>>
stream
xúmÕAÇ0–Ωßò•&Ê”(≈ù&≤pÂ¢ PZCK<ê’*1.‹M~Êø8≠ÂÓ´ÉFRqpIåA_p‘Òîr‚
EôSYB∑XÔ≠ùÎu”∏Ÿ¡DûπÅæ./I%¿Ÿ?E**“∑¢]x!˛flãádŸH?¿“Œ©œÊyÍ›‘áﬁ¯]6ﬁo1∫–ô)c£’ôz›óy£&9à
endstream
endobj
5 0 obj
<<
/BaseFont /Helvetica-Bold
/Encoding /WinAnsiEncoding
/Subtype /Type1
/Type /Font
>>
endobj
6 0 obj
<<
/BaseFont /Helvetica
/Encoding /WinAnsiEncoding
/Subtype /Type1
/Type /Font
>>
endobj
7 0 obj
<<
/Font <</F1 5 0 R
/F2 6 0 R>>
/ProcSet [/PDF /Text /ImageB /ImageC /ImageI]
>>
endobj
8 0 obj
<<
/CreationDate (D:20260629090000Z)
/Title (Annual accounts 2025/26)
>>
endobj
xref
0 9
0000000000 65535 f 
0000000015 00000 n 
0000000102 00000 n 
0000000205 00000 n 
0000000285 00000 n 
0000000517 00000 n 
0000000619 00000 n 
0000000716 00000 n 
0000000813 00000 n 
trailer
<<
/Size 9
/Root 2 0 R
/Info 8 0 R
/ID [<0A0E3F41B5DC69CC691380F5FEB2D5D6><0A0E3F41B5DC69CC691380F5FEB2D5D6>]
>>
startxref
901
%%EOF
