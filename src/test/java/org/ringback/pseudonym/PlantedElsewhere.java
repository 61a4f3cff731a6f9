package org.ringback.pseudonym;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** Messages that hold something secret where products and extensions put it, often written in another way. */
final class PlantedElsewhere {

    private final Planted planted;
    private final PlantedMessages messages;

    PlantedElsewhere(Planted planted, PlantedMessages messages) {
        this.planted = planted;
        this.messages = messages;
    }

    void all() {
        routes();
        escaped();
        vouched();
        written();
        carriers();
        attributes();
        bodies();
        forms();
    }

    private String word(String place) {
        return planted.word(place);
    }

    private void header(String header) {
        messages.add("OPTIONS", header + "\n", "", "");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String percent(String text) {
        return HexFormat.ofDelimiter("").withPrefix("%").formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What proxies note in routes for themselves. */
    private void routes() {
        header("Record-Route: <sip:192.0.2.9;lr=on;ftag=" + word("ftag") + ";vsf=" + base64("sip:" + word("vsf"))
                + ";vst=" + base64(word("vst")) + ";did=" + word("did") + "." + word("did 2") + ";user=" + word("user")
                + ";dihash=" + base64(word("dihash")) + ";" + word("flag of a route") + ">");
        header("Contact: <sip:" + word("contact") + "@192.0.2.4:5060;alias=77.121.133.9~5060~1;rinstance="
                + word("rinstance") + ";gr=" + word("gr") + ">;pub-gruu=\"sip:" + word("gruu") + "@"
                + word("gruu host") + ".com;gr=" + word("gruu gr") + "\";+sip." + word("feature") + "=\""
                + word("feature value") + "\";description=\"<" + word("description") + ">\"");
        header("Contact: <sip:1@192.0.2.4;tgrp=" + word("tgrp") + ";trunk-context=" + word("trunk-context")
                + ".net;isub=" + planted.number("isub", 10) + ";postd=pp" + planted.number("postd", 8) + ">");
        header("Via: SIP/2.0/UDP ip-" + word("dashed") + "-pc:5060;branch=z9hG4bK-" + word("branch") + ";cookie="
                + word("cookie") + ";i=" + word("i") + ";x-route-tag=\"cid:" + word("route tag") + "@x\"");
    }

    /** What stands escaped in URIs. */
    private void escaped() {
        header("History-Info: <sip:1@x?Reason=SIP%3Bcause%3D302%3Btext%3D%22Ask%20" + word("reason in History-Info")
                + "%22&X-" + word("name in History-Info") + "=" + percent(word("value in History-Info")) + ">;index=1");
        header("Refer-To: <sip:a@x?Replaces=" + word("Call-ID in Refer-To") + "%40" + word("host in Refer-To")
                + "%3Bto-tag%3D" + word("to-tag in Refer-To") + "%3Bfrom-tag%3D" + percent(word("from-tag in Refer-To"))
                + "&body=v%3D0%0D%0Ao%3D" + word("body in Refer-To") + ">");
        header("Contact: \"" + word("name before <") + "\"<sips:" + percent(word("escaped user")) + "@"
                + word("escaped host") + ".org>");
        header("Call-Info: <data:text/plain," + word("data") + ">;purpose=icon, <data:x/y;base64,"
                + base64(word("data in base64")) + ">, <urn:nena:uid:callid:" + word("nena") + ":" + word("nena host")
                + ".com>, <xmpp:" + word("xmpp") + "@" + word("xmpp host") + ".net>");
    }

    /** What somebody vouches for. */
    private void vouched() {
        header("Identity: ..sig;info=<https://" + word("info of compact form") + ".org/c>;canon=\""
                + base64(word("canon")) + "\"");
        header("P-Asserted-Identity: <sip:+49301;verstat=" + word("verstat") + ";cpc=" + word("cpc") + "@x>, <tel:+"
                + planted.number("second tel", 12) + ";rn=" + planted.number("rn", 11) + ";cic="
                + planted.number("cic", 8) + ">");
        header("Authorization: Digest username*=UTF-8''" + percent(word("username*")) + ",userhash=true,auts=\""
                + base64(word("auts")) + "\",domain=\"sip:" + word("domain") + ".com /" + word("domain path") + "\"");
    }

    /** Names that are written in another way. */
    private void written() {
        String name = word("encoded word");
        header("Subject: =?UTF-8?B?" + base64(name) + "?=");
        header("User-to-User: 04" + hex(word("UUI in hex")) + ";encoding=hex");
        header("Warning: 399 h \"" + word("warning agent") + "\", 301 " + word("warning host") + ".de:5060 \"x\"");
        header("Retry-After: 18000 (back when " + word("comment") + " is in);duration=3600");
        header("Content-Disposition: session;filename*=UTF-8''" + percent(word("filename*")));
    }

    /** What carriers add. */
    private void carriers() {
        header("P-Access-Network-Info: 3GPP-E-UTRAN-FDD;utran-cell-id-3gpp=" + planted.number("cell", 13)
                + ";eth-location=\"" + word("eth-location") + "\";dsl-location=" + word("dsl-location"));
        header("P-Charging-Vector: icid-value=\"" + word("icid") + ";" + planted.number("icid number", 9)
                + "\";icid-generated-at=" + word("icid host") + ";orig-ioi=" + word("orig-ioi") + ";transit-ioi=\""
                + word("transit-ioi") + ".1\";flow-id=\"(" + word("flow-id") + ")\"");
        header("P-Profile-Key: <sip:" + word("profile key") + "!.*!@x>\nP-User-Database: <aaa://" + word("aaa")
                + ".net>\nP-DCS-LAES: " + word("laes") + ";cccid=" + word("cccid"));
        header("Geolocation: <cid:" + word("geo cid") + "@x>;inserted-by=\"" + word("inserted-by")
                + "\", <geo:48.2,16.3;u=" + planted.number("geo", 9) + ">");
        header("RTP-RxStat: Dur=10," + word("RTP-RxStat") + "=1\nP-RTP-Stat: EX=BYE,CS=" + word("CS")
                + "\nX-RTP-Stat: ID=" + word("ID"));
    }

    private void attributes() {
        messages.add(
                "INVITE",
                "",
                "application/sdp",
                "v=0\no=- 1 1 IN IP4 192.0.2.1\ns=-\na=key-mgmt:mikey " + base64(word("mikey")) + "\na=identity:"
                        + base64("{\"idp\":\"" + word("idp") + "\"}") + "\nm=audio 4000 RTP/AVP 0\na=alt:1 1 : "
                        + word("alt user") + " " + word("alt password") + " 192.0.2.2 6000\na=file-selector:name:\""
                        + word("file") + ".jpg\" size:5\na=dcmap:0 label=\"" + word("dcmap") + "\"\na=path:msrp://"
                        + word("msrp") + ".com:2855/" + word("msrp session") + ";tcp\na=ssrc:5 " + word("ssrc") + ":"
                        + word("ssrc value") + "\nA=" + word("capital") + "\na= " + word("blank") + "\n");
    }

    private void bodies() {
        messages.add(
                "MESSAGE",
                "",
                "message/cpim",
                "From: " + word("cpim name") + " <im:" + word("cpim user") + "@x>\nNS: " + word("ns")
                        + " <urn:x>\nSubject:;lang=fr " + word("cpim subject") + "\n\nContent-type: text/plain\n\n"
                        + word("cpim text"));
        messages.add(
                "PUBLISH",
                "",
                "application/vq-rtcpxr",
                "VQSessionReport: CallTerm\nCallID: " + word("vq call") + "@x\nLocalID: \"" + word("vq name")
                        + "\" <sip:"
                        + planted.number("vq number", 8) + "@x>\nLocalGroup: " + word("vq group") + "\nLocalMAC: "
                        + planted.planted("vq MAC", planted.hex(11) + "f") + "\nx-UserAgent: " + word("vq program")
                        + "\nSessionDesc:PT=0 " + word("vq key") + "=" + word("vq value") + "\n" + word("vq line")
                        + "\n");
        for (String type : List.of("application/kpml-response+xml", "application/reginfo+xml", "x/rs-metadata+xml")) {
            messages.add(
                    "NOTIFY",
                    "",
                    type,
                    "<r text=\"" + word(type) + "\" digits=\"" + planted.number(type, 10) + "\"><nameID aor=\"sip:"
                            + word(type + " aor") + "@x\"><name xml:lang=\"" + word(type + " lang") + "\">"
                            + word(type + " name") + "</name></nameID><unknown-param name=\"+sip.instance\">"
                            + word(type + " parameter") + "</unknown-param>&" + word(type + " entity") + ";</r>");
        }
    }

    private void forms() {
        String boundary = word("boundary of forms");
        messages.add(
                "INVITE",
                "",
                "multipart/related;start=\"<" + word("start") + "@x>\";start-info=\"" + word("start-info")
                        + "\";boundary*0=\"" + boundary.substring(0, 3) + "\";boundary*1=\"" + boundary.substring(3)
                        + "\";boundary=" + boundary,
                "--" + boundary + "\nContent-Type: text/plain;name*=UTF-8''" + percent(word("name*"))
                        + "\nContent-Transfer-Encoding: quoted-printable\n\n"
                        + percent(word("quoted-printable")).replace('%', '=') + "\n--" + boundary
                        + "\nContent-Type: message/external-body;URL=\"http://" + word("external") + ".com/"
                        + word("external path") + "\"\n\nContent-ID: <" + word("external id") + "@x>\n\n--" + boundary
                        + "\nContent-Type: application/sdp\nContent-Transfer-Encoding: base64\n\n"
                        + base64("v=0\r\ns=" + word("packed session")) + "\n--" + boundary + "--\n");
    }
}
