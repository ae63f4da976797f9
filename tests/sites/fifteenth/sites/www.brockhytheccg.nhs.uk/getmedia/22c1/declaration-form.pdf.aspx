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
/Length 138
>>
stream
xœ…±‚0„wâF]~Úbi» ÑÁÅ¾@#ÅÔhI ‰¯oÄ$Şx¹ï>sÁH*¼‹£EÙqğšƒĞÚoUqâÊH2¶Ç®ñ·§›\
cÄ8 Ää'?§yûÈLÙ	p¶uSkRÕrsq/ZeÅçñA“ş9OYò†˜\€k¸GßoÎ?¯å9k
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
/Title (Declaration of interests)
>>
endobj
xref
0 9
0000000000 65535 f 
0000000015 00000 n 
0000000102 00000 n 
0000000205 00000 n 
0000000285 00000 n 
0000000495 00000 n 
0000000597 00000 n 
0000000694 00000 n 
0000000791 00000 n 
trailer
<<
/Size 9
/Root 2 0 R
/Info 8 0 R
/ID [<C60AA0238EA2354FCFBBFD1C52F30B9F><C60AA0238EA2354FCFBBFD1C52F30B9F>]
>>
startxref
880
%%EOF
