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
/Length 183
>>
stream
xœmË
Â0D÷~Å,äš¤ö—EEÜšˆöÖÒ”$Eú÷Z èv8sf¶#AiÛ¨4˜­%dFBÀÔX™!J$É¹NIk˜
ãÒY_M¡±í®=”PéöÈMea›
­mÙ‡	Ìå-˜­¤øçÌ
Ê“§3!,ùpµŞÆ³k\sÙsˆ_¦wm^Pñº2'ìºÇpS·¿¤Ò$Ò'™6}<1vÑ3ÇB´‘‡!ôÎÕŸöİPHI
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
/CreationDate (D:20250702090000Z)
/Title (Board, 9 July 2025: agenda and papers)
>>
endobj
xref
0 9
0000000000 65535 f 
0000000015 00000 n 
0000000102 00000 n 
0000000205 00000 n 
0000000285 00000 n 
0000000540 00000 n 
0000000642 00000 n 
0000000739 00000 n 
0000000836 00000 n 
trailer
<<
/Size 9
/Root 2 0 R
/Info 8 0 R
/ID [<504D761F024327A69D621FD0EFF3290B><504D761F024327A69D621FD0EFF3290B>]
>>
startxref
938
%%EOF
