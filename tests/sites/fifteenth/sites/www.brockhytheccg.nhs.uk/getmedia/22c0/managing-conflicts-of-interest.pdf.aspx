%PDF-1.3
%éëñ¿
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
/Length 178
>>
stream
xœmÎÁ‚0à;Oñõ2˜ŠÀÕD&Şö
Î–lSÃÛ;”š4múıİà”d"/ğL
i-!÷"Ë :Õ<ÚJ!KU.ª
ªÅêL#õzìÑØ±3º	¶ƒ;öau[.Óz™ıÃö¥(¶oL]K®…çÆq 7a ˆÅòqë¸×>Ú¿!^üÄ,æ®åçÁš´¹;F°h¹1Û&¦v9ìƒÌ—xÁbJğ
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
/CreationDate (D:20240108090000Z)
/Title (Managing conflicts of interest)
>>
endobj
xref
0 9
0000000000 65535 f 
0000000015 00000 n 
0000000102 00000 n 
0000000205 00000 n 
0000000285 00000 n 
0000000535 00000 n 
0000000637 00000 n 
0000000734 00000 n 
0000000831 00000 n 
trailer
<<
/Size 9
/Root 2 0 R
/Info 8 0 R
/ID [<E3107893BC6A44CD44B4075310A62ABB><E3107893BC6A44CD44B4075310A62ABB>]
>>
startxref
926
%%EOF
