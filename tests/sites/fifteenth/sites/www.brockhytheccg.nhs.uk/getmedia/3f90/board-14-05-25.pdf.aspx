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
/Length 155
>>
stream
xœmÎM
ƒ0à½§˜eå™D£±K¡Bîr‡FkQÒ@éíûg¡‹n‡™Q8%‚t‰[R[¤„,HØûŠ2IÒ ¬4UlM=sèw9Z¾C	¥÷àÑùžÁ¾ÇÂ‹×-ìeÒFAŠfa¨ÌÞfN8úèÂ\œüˆnö1p˜u“2ŸšÐ>kgH“gß¹oû¡,6h
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
/CreationDate (D:20250507090000Z)
/Title (Board, 14 May 2025: agenda and papers)
>>
endobj
xref
0 9
0000000000 65535 f 
0000000015 00000 n 
0000000102 00000 n 
0000000205 00000 n 
0000000285 00000 n 
0000000512 00000 n 
0000000614 00000 n 
0000000711 00000 n 
0000000808 00000 n 
trailer
<<
/Size 9
/Root 2 0 R
/Info 8 0 R
/ID [<4552E05D355833130BF33FAB4FE46238><4552E05D355833130BF33FAB4FE46238>]
>>
startxref
910
%%EOF
