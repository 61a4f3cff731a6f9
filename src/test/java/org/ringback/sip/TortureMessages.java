package org.ringback.sip;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.ringback.sip.OrdinaryMessage.CONTACT;
import static org.ringback.sip.OrdinaryMessage.FROM;
import static org.ringback.sip.OrdinaryMessage.TO;
import static org.ringback.sip.OrdinaryMessage.URI;
import static org.ringback.sip.OrdinaryMessage.VIA;
import static org.ringback.sip.OrdinaryMessage.exchanged;
import static org.ringback.sip.OrdinaryMessage.invite;
import static org.ringback.sip.OrdinaryMessage.message;
import static org.ringback.sip.OrdinaryMessage.options;
import static org.ringback.sip.OrdinaryMessage.register;
import static org.ringback.sip.OrdinaryMessage.response;
import static org.ringback.sip.OrdinaryMessage.vias;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What RFC 4475 asks of a parser, one message for each of its messages and by the same name: the same torment in
 * words of our own. A message is an ordinary one with a part or two exchanged, so that the torment can be seen.
 */
final class TortureMessages {

    private final Map<String, byte[]> messages = new LinkedHashMap<>();

    private TortureMessages() {}

    static Map<String, byte[]> all() {
        var torture = new TortureMessages();
        torture.valid();
        torture.invalid();
        torture.ofOtherLayers();
        return torture.messages;
    }

    /** Section 3.1.1: nothing is wrong with them. */
    private void valid() {
        add(
                "wsinv",
                invite(),
                URI,
                " sip:bob@example.com;unknown ",
                TO,
                "TO :\n sip:bob@example.com ;   tag    = b1",
                FROM,
                "from   : \"A \\\\\\\"\"       <sip:alice@example.net>\n  ;\n  tag = a1",
                "Max-Forwards: 70",
                "mAx-FoRwArDs: 0068",
                "CSeq: 7 INVITE",
                "cseq: 0007\n  INVITE",
                VIA,
                """
                Via  : SIP  /   2.0
                 /UDP
                    192.0.2.2;branch=old1
                s :
                NewFangled:   value that
                 goes on
                Unusual: ;;,,;;,;
                v:  SIP  / 2.0  / TCP     proxy.example.com   ;
                  branch  =   z9hG4bK-2  ,
                 SIP  /    2.0   / UDP  192.0.2.3   ; branch=
                 z9hG4bK-3\
                """,
                CONTACT,
                "m:\"Quoted \\\"\\\"\" <sip:alice@client.example.com> ; new =\n      value ;\n  second ; q = 0.33",
                "Content-Length: ",
                "Content-Length   : ");
        String method = "!Strange-Method_*+`.%of'~9";
        add(
                "intmeth",
                options(),
                "OPTIONS" + URI,
                method + " sip:1_user.~(of-all!)&it's+$/?,/;;*:&its+=1,pass$wo~d_(all)@example.com ",
                "CSeq: 7 OPTIONS",
                "CSeq: 139122385 " + method,
                "branch=z9hG4bK-1",
                "branch=z9hG4bK-.!%66*_+`'~",
                TO,
                "To: \"BEL:\\\u0007 NUL:\\\u0000 DEL:\\\u007F\" <sip:1_user.~(of-all!)&it's+$/?,/;;*@example.com>",
                FROM,
                "From: one~` two'+_ three*%!.-"
                        + " <sip:plain@example.com>;from''~+*_!.-%=\"работающий\";tag=_tag~1'+`*%!-.",
                "Call-ID: ",
                "Call-ID: word%ZK-!.*_+'@word`~)(><:\\/\"][?}{",
                "Content-Length",
                "extension-!.%*+_`'~:\uFEFF大停電\nContent-Length");
        add(
                "esc01",
                invite(),
                URI,
                " sip:sips%3Abob%40example.com@example.net ",
                TO,
                "To: sip:%62o%62@example.com",
                FROM,
                "From: <sip:Has%20some%20blanks@example.net>;tag=a1",
                CONTACT,
                "Contact:\n  <sip:ali%63e@client.example.com;%6C%72;n%61me=v%61lue%25%34%31>",
                "Content-Type",
                "C");
        add(
                "escnull",
                register(),
                TO,
                "To: sip:nul-%00-nul@example.com",
                FROM,
                "From: sip:nul-%00-nul@example.com;tag=a1",
                CONTACT,
                "Contact: <sip:%00@client.example.com>\nContact: <sip:%00%00@client.example.com>");
        add(
                "esc02",
                register(),
                "REGISTER sip",
                "RE%47IST%45R sip",
                "7 REGISTER",
                "7 RE%47IST%45R",
                TO,
                "To: \"%Z%45\" <sip:bob@example.com>",
                "branch=z9hG4bK-1",
                "branch=z9hG4bK209%fz",
                CONTACT,
                "Contact: <sip:one@example.com>\nC%6Fntact: <sip:two@example.com>\nContact: <sip:three@example.com>");
        add("lwsdisp", options(), FROM, "From: alice<sip:alice@example.net>;tag=a1");
        String lengthy = "very" + "long".repeat(30);
        add(
                "longreq",
                invite(),
                TO,
                "To: \"I am " + lengthy + "\"<sip:bob@example.com:6000;" + lengthy + "=" + lengthy + ";" + lengthy
                        + ">",
                FROM,
                "F: sip:" + lengthy + "@example.net;tag=" + lengthy + ";" + lengthy + "=" + lengthy,
                "Call-ID: ",
                "Call-ID: " + lengthy,
                "Max-Forwards",
                "Unknown-" + lengthy + ": " + lengthy + "\n " + lengthy + "\nMax-Forwards",
                VIA,
                VIA + vias(34));
        add("dblreq", register() + "\n\n" + invite("second") + "and more\n");
        add(
                "semiuri",
                options(),
                URI,
                " sip:bob;par=b%40example.net@example.com ",
                "Max-Forwards",
                "Accept: application/sdp, multipart/mixed,\n        message/sip, message/sipfrag\nMax-Forwards");
        add(
                "transports",
                options(),
                VIA,
                VIA
                        + "\n"
                        + "Via: SIP/2.0/SCTP p2.example.com;branch=z9hG4bK-2\n"
                        + "Via: SIP/2.0/TLS p3.example.com;branch=z9hG4bK-3\n"
                        + "Via: SIP/2.0/UNKNOWN p4.example.com;branch=z9hG4bK-4\n"
                        + "Via: SIP/2.0/TCP p5.example.com;branch=z9hG4bK-5");
        String parts = "--cut\nContent-Type: text/plain\nContent-Transfer-Encoding: binary\n\nHello\n--cut\n"
                + "Content-Type: application/octet-stream\n\n\u0000\u0001\u0002\u00FF\u0000--not a cut\n--cut--";
        add("mpart01", message("MESSAGE", "Content-Type: multipart/mixed;boundary=cut\n", parts.replace("\n", "\r\n")));
        add("unreason", response("200 = 2**3 * 5**2 но сто девяносто девять - простое"));
        add("noreason", response("100 "));
    }

    /** Section 3.1.2: something is wrong with their form. */
    private void invalid() {
        add(
                "badinv01",
                invite(),
                VIA,
                "Via: SIP/2.0/UDP 192.0.2.15;;,;,,",
                CONTACT,
                "Contact: \"Al\" <sip:alice@example.net>;;;;");
        add("clerr", invite().replaceFirst("Content-Length: \\d+", "Content-Length: 9999"));
        add("ncl", invite().replaceFirst("Content-Length: \\d+", "Content-Length: -999"));
        add(
                "scalar02",
                register(),
                "CSeq: 7",
                "CSeq: 36893488147419103232",
                "Max-Forwards: 70",
                "Max-Forwards: 300\nExpires: 1" + "0".repeat(100),
                CONTACT,
                CONTACT + "\n  ;expires=280297596632815");
        add(
                "scalarlg",
                response("503 Service Unavailable"),
                "CSeq: 7",
                "CSeq: 9292394834772304023312",
                "Content-Length",
                "Retry-After: 949302838503028349304023988\nWarning: 1812 overture \"In Progress\"\nContent-Length");
        add("quotbal", invite(), TO, "To: \"Mr. Bob <sip:bob@example.com>");
        add("ltgtruri", invite(), URI, " <sip:bob@example.com> ");
        add("lwsruri", invite(), URI, " sip:bob@example.com; lr ");
        add("lwsstart", invite(), "INVITE" + URI, "INVITE " + URI + " ");
        add("trws", options(), URI + "SIP/2.0", URI + "SIP/2.0  ");
        add("escruri", invite(), URI, " sip:bob@example.com?Route=%3Csip:example.com%3E ");
        add("baddate", invite(), "Max-Forwards", "Date: Fri, 01 Jan 2010 16:00:00 EST\nMax-Forwards");
        add("regbadct", register(), CONTACT, "Contact: sip:alice@example.net?Route=%3Csip:proxy.example.com%3E");
        add("badaspec", options(), TO, "To: \"Builder, Bob\" < sip:bob@example.com >");
        add(
                "baddn",
                options(),
                FROM,
                "From:    Liddell, Alice <sip:alice@example.net>;tag=a1",
                TO,
                "To:      Builder, Bob <sip:bob@example.com>");
        add("badvers", options(), URI + "SIP/2.0", URI + "SIP/7.0", "SIP/2.0/UDP", "SIP/7.0/UDP");
        add("mismatch01", options(), "7 OPTIONS", "7 INVITE");
        add("mismatch02", invite(), "INVITE" + URI, "NEWMETHOD" + URI);
        add("bigcode", response("4294967301 better be ready"));
    }

    /** Sections 3.2 to 3.4: what is wrong, if anything is, is not their form. */
    private void ofOtherLayers() {
        add("badbranch", options(), "branch=z9hG4bK-1", "branch=z9hG4bK");
        add(
                "insuf",
                invite(),
                "Max-Forwards: 70\n",
                "",
                TO + "\n",
                "",
                FROM + "\n",
                "",
                "Call-ID: torture@client.example.com\n",
                "");
        add("unkscm", options(), URI, " nobodyKnowsThisScheme:somethingopaque ");
        add("novelsc", options(), URI, " soap.beep://192.0.2.103:3002 ");
        add(
                "unksm2",
                register(),
                TO,
                "To: isbn:2983792873",
                FROM,
                "From: <http://www.example.com>;tag=a1",
                CONTACT,
                "Contact: <name:Alice_Liddell>");
        add(
                "bext01",
                options(),
                "Max-Forwards",
                "Require: nobodyHasThis, norThis\nProxy-Require: noProxyHasThis, norThat\nMax-Forwards");
        add(
                "invut",
                message("INVITE", CONTACT + "\nContent-Type: application/unknownformat\n", "<audio>\r\n</audio>\r\n"));
        add("regaut01", register(), "Max-Forwards", "Authorization: SchemeOfNobody opaque-data=here\nMax-Forwards");
        add(
                "multi01",
                invite(),
                "Max-Forwards: 70",
                "Max-Forwards: 70\nCSeq: 59 INVITE\nCall-ID: torture2@client.example.com\n"
                        + "To: sip:other@example.net\nFrom: sip:carol@example.com;tag=c1\nMax-Forwards: 5",
                CONTACT,
                CONTACT + "\n" + CONTACT);
        add(
                "mcl01",
                message("OPTIONS", "Content-Length: 13\nContent-Type: text/plain\n", "Whose length is this?")
                        .replaceFirst("Content-Length: 21", "Content-Length: 5"));
        add("bcast", response("200 OK"), VIA, VIA + "\nVia: SIP/2.0/UDP 255.255.255.255;branch=z9hG4bK-2");
        add("zeromf", options(), "Max-Forwards: 70", "Max-Forwards: 0");
        add("cparam01", register(), CONTACT, "Contact: sip:+15550100@gw1.example.net;unknownparam");
        add("cparam02", register(), CONTACT, "Contact: <sip:+15550100@gw1.example.net;unknownparam>");
        add("regescrt", register(), CONTACT, "M: <sip:alice@example.net?Route=%3Csip:proxy.example.com%3E>");
        add("sdp01", invite(), "Max-Forwards", "Accept: text/nobodyReadsThis\nMax-Forwards");
        add(
                "inv2543",
                invite().replaceFirst("Content-Length: \\d+\n", ""),
                ";branch=z9hG4bK-1",
                "",
                ";tag=a1",
                "",
                "Max-Forwards: 70",
                "Record-Route: <sip:bob@example.com;maddr=proxy.example.com>");
    }

    /** Lines of headers are written with LF only; characters beyond ISO 8859-1 mean UTF-8, all others are bytes. */
    private void add(String name, String message, String... pairs) {
        String text = exchanged(message, pairs).replaceAll("(?<!\r)\n", "\r\n");
        boolean unicode = text.chars().anyMatch(character -> character > 0xFF);
        messages.put(name, text.getBytes(unicode ? UTF_8 : ISO_8859_1));
    }
}
