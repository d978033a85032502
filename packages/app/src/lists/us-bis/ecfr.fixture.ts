// long lines: rows of the table stand on one line, as in the file
/** Made after the markup of the eCFR; nobody in it exists. */
export const ECFR_XML = `<?xml version="1.0" encoding="UTF-8" ?>
<DIV5 N="744" NODE="15:2.1.3.4.28" TYPE="PART">
<HEAD>PART 744—CONTROL POLICY</HEAD>
<DIV8 N="744.1" TYPE="SECTION"><TABLE><TR><TD>not of the list</TD></TR></TABLE></DIV8>
<DIV9 N="Supplement No. 4 to Part 744" TYPE="APPENDIX">
<HEAD>Supplement No. 4 to Part 744—Entity List</HEAD>
<DIV width="100%"><TABLE border="1">
<THEAD><TR><TH scope="col">Country</TH><TH scope="col">Entity</TH><TH scope="col">License requirement</TH><TH scope="col">License review policy</TH><TH scope="col">Federal Register citation</TH></TR></THEAD>
<TBODY>
<TR><TD align="left">IRAN</TD><TD align="left">Nowhere Works Co., Ltd., 1 Main Street, Nowhere, Iran; <I>and</I> 2 Main Street, Nowhere, Iran. (See alternate addresses under China).</TD><TD align="left">For all items subject to the EAR. (See §744.11 of the EAR)</TD><TD align="left">Presumption of denial</TD><TD align="left">76 FR 71869, 11/21/11. 87 FR 1, 1/2/22.</TD></TR>
<TR><TD align="left"/><TD align="left">Nobody Trading<SU>4</SU>, a.k.a., the following two aliases:<br/>—Nobody Import; <I>and</I><br/>—NT Co., Ltd.<br/>P.O. Box 1, Nowhere, Iran.</TD><TD align="left">For all items</TD><TD align="left">Case by case</TD><TD align="left">99 FR 1, 3/4/1999</TD></TR>
<TR><TD align="left"/><TD align="left">[Reserved]</TD><TD align="left"/><TD align="left"/><TD align="left"/></TR>
<TR><TD align="left">CHINA, PEOPLE'S REPUBLIC OF</TD><TD align="left">Address 01, Unit 9, 1 Main Street, Nowhere</TD><TD align="left">x</TD><TD align="left">y</TD><TD align="left">89 FR 1, 6/7/24</TD></TR>
</TBODY></TABLE></DIV>
</DIV9>
<DIV9 N="Supplement No. 6 to Part 744" TYPE="APPENDIX">
<HEAD>Supplement No. 6 to Part 744—Unverified List</HEAD>
<TABLE><THEAD><TR><TH>Country</TH><TH>Listed person and address</TH><TH>Federal Register citation and date of publication</TH></TR></THEAD>
<TBODY><TR><TD>CHINA</TD><TD>Unseen Optics, a.k.a. Optics Unseen, 9 Main Street, Nowhere, China.</TD><TD>80 FR 1, 10/7/15</TD></TR></TBODY></TABLE>
</DIV9>
</DIV5>
`;
