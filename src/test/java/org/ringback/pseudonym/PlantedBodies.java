package org.ringback.pseudonym;

import java.util.List;
import java.util.TreeSet;

/** Bodies that hold something secret in every place that their grammar has. */
final class PlantedBodies {

    private final Planted planted;
    private final PlantedMessages messages;

    PlantedBodies(Planted planted, PlantedMessages messages) {
        this.planted = planted;
        this.messages = messages;
    }

    /** Adds a message for every sort of body. */
    void all() {
        sdp();
        xml();
        bodies();
        multipart();
    }

    private void sdp() {
        var lines = new StringBuilder("v=0\no=" + planted.any("o user") + " " + planted.number("o id", 13) + " "
                + planted.number("o version", 11) + " IN IP4 " + planted.word("o host") + ".de\ns=" + planted.word("s")
                + " of "
                + planted.word("s") + "\ni=" + planted.word("i") + "\nu=http://" + planted.word("u") + ".com/"
                + planted.any("u path")
                + "\ne=" + planted.word("e") + "@" + planted.word("e host") + ".de (" + planted.word("e name") + ")\np="
                + planted.number("p", 11) + "\nc=IN IP4 " + planted.word("c") + ".net\nk=clear:" + planted.any("k")
                + "\nk="
                + planted.word("k method") + "\nt=" + planted.word("t") + " 0\nb=" + planted.word("b") + ":1\n"
                + planted.word("x line")
                + "\nx=" + planted.any("x") + "\ny=" + planted.word("y") + "\nm=audio 4000 RTP/AVP 0 96\nm="
                + planted.word("media")
                + " 1 " + planted.word("proto") + " " + planted.word("format") + "\n");
        for (String name : new TreeSet<>(SdpWords.ATTRIBUTES)) {
            lines.append("a=")
                    .append(name)
                    .append(':')
                    .append(planted.any("a=" + name))
                    .append('\n');
            lines.append("a=")
                    .append(name)
                    .append(":1 ")
                    .append(planted.word("a=" + name + " second"))
                    .append("=")
                    .append(planted.word("a=" + name + " third"))
                    .append(";x=")
                    .append(planted.any("a=" + name + " x"))
                    .append('\n');
        }
        lines.append("a=")
                .append(planted.word("flag"))
                .append("\na=x-")
                .append(planted.word("attribute"))
                .append(":")
                .append(planted.any("attribute value"))
                .append("\na=candidate:")
                .append(planted.any("foundation"))
                .append(" 1 udp 2130706431 ")
                .append(planted.word("candidate"))
                .append(".local 4000 typ host ")
                .append(planted.word("extension"))
                .append(" ")
                .append(planted.word("extension value"))
                .append(" ufrag ")
                .append(planted.word("ufrag"))
                .append("\na=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:")
                .append(planted.planted("crypto", planted.hex(40)))
                .append("|2^20|1:4\na=fmtp:96 x=")
                .append(planted.any("fmtp"))
                .append(";mode=")
                .append(planted.word("fmtp mode"))
                .append("\n");
        messages.add("INVITE", "", "application/sdp", lines.toString());
    }

    private void xml() {
        var body = new StringBuilder(
                "<?xml version=\"1.0\"?>\n<?" + planted.word("instruction") + " " + planted.word("instruction")
                        + "?>\n<!-- " + planted.word("comment") + " -->\n<!DOCTYPE p [<!ENTITY "
                        + planted.word("entity") + " \""
                        + planted.word("entity value") + "\">]>\n<presence entity=\"sip:" + planted.any("entity")
                        + "@x\" xmlns:"
                        + planted.word("prefix") + "=\"http://" + planted.word("namespace") + ".com/"
                        + planted.word("namespace path") + "\">");
        for (String name : new TreeSet<>(XmlWords.NAMES)) {
            String value = XmlWords.COUNTED.contains(name) ? planted.word(name) : planted.any("<" + name + ">");
            body.append('<')
                    .append(name)
                    .append(' ')
                    .append(name)
                    .append("=\"")
                    .append(planted.word(name + " attribute"))
                    .append(" > ")
                    .append(planted.word(name + " attribute"))
                    .append("\" b='")
                    .append(planted.word("single quotes"))
                    .append("'>")
                    .append(value)
                    .append("<![CDATA[")
                    .append(planted.word("CDATA"))
                    .append("]]></")
                    .append(name)
                    .append(">\n");
        }
        body.append('<')
                .append(planted.word("element"))
                .append(' ')
                .append(planted.word("attribute name"))
                .append("=\"1\"/>")
                .append("<x>")
                .append(planted.word("text"))
                .append(" &amp; ")
                .append(planted.word("text"))
                .append("&#75;</x></presence>")
                .append(planted.word("behind"));
        for (String type :
                List.of("application/pidf+xml", "application/x+xml", "text/xml", "application/media_control")) {
            messages.add("NOTIFY", "", type, body.toString());
        }
        messages.add(
                "NOTIFY",
                "",
                "application/pidf+xml",
                "<a b=\"" + planted.word("never closed") + "<c>" + planted.word("never closed"));
        messages.add("NOTIFY", "", "application/pidf+xml", "<!-- " + planted.word("comment never closed"));
    }

    private void bodies() {
        messages.add(
                "MESSAGE", "", "text/plain", "Hi " + planted.word("text/plain") + ", PIN " + planted.any("text/plain"));
        messages.add(
                "NOTIFY",
                "",
                "application/simple-message-summary",
                "Messages-Waiting: yes\nMessage-Account: sip:" + planted.any("account")
                        + "@x\nVoice-Message: 4/8 (1/2)\n\nTo: <sip:" + planted.any("To") + "@x>\nFrom: \""
                        + planted.word("From")
                        + "\" <sip:f@" + planted.word("From host") + ".de>\nSubject: " + planted.word("Subject")
                        + "\n folded "
                        + planted.word("fold") + "\nMessage-ID: " + planted.any("Message-ID") + "\nX-"
                        + planted.word("name") + ": "
                        + planted.any("value") + "\n" + planted.word("no header"));
        messages.add(
                "NOTIFY",
                "",
                "message/sipfrag;version=2.0",
                "SIP/2.0 486 " + planted.word("sipfrag phrase") + "\nFrom: \""
                        + planted.word("sipfrag name") + "\" <sip:" + planted.any("sipfrag user") + "@x>;tag="
                        + planted.any("sipfrag tag")
                        + "\nX-Foo: " + planted.any("sipfrag header") + "\n");
        messages.add("NOTIFY", "", "message/sipfrag", planted.word("no sipfrag") + " " + planted.any("no sipfrag"));
        messages.add(
                "INFO",
                "",
                "application/dtmf-relay",
                "Signal=" + planted.number("signal", 10) + "\nDuration=160\n" + planted.word("line") + "\nX="
                        + planted.any("relay") + "\n");
        messages.add("INFO", "", "application/dtmf", planted.number("dtmf", 10) + planted.word("dtmf"));
        for (String type :
                List.of("application/isup", "application/json", "text/html", "application/octet-stream", "x/y", "")) {
            messages.add(
                    "INFO", "", type, "{\"" + planted.word("key") + "\": \"" + planted.any("body of " + type) + "\"}");
        }
        messages.add("MESSAGE", "Content-Encoding: gzip\n", "application/sdp", "v=0 " + planted.word("encoded"));
        messages.add(
                "MESSAGE",
                "",
                "text/" + planted.word("type") + ";name=\"" + planted.any("name") + "\";charset="
                        + planted.word("charset"),
                "x");
    }

    private void multipart() {
        String boundary = planted.word("boundary");
        var body = new StringBuilder(planted.word("preamble") + "\n");
        List.of("application/sdp", "text/plain", "application/pidf+xml", "message/sip", "image/jpeg", "message/sipfrag")
                .forEach(type -> body.append("--")
                        .append(boundary)
                        .append("\nContent-Type: ")
                        .append(type)
                        .append(";name=\"")
                        .append(planted.word("part name"))
                        .append(".xml\"\nContent-ID: <")
                        .append(planted.any("Content-ID"))
                        .append("@x>\nContent-Description: ")
                        .append(planted.word("description"))
                        .append("\nX-")
                        .append(planted.word("part header"))
                        .append(": ")
                        .append(planted.any("part header"))
                        .append("\nContent-Disposition: attachment; filename=\"")
                        .append(planted.word("filename"))
                        .append(".pdf\"\n\n")
                        .append("v=0\ns=")
                        .append(planted.word("part of " + type))
                        .append("\n"));
        body.append("--")
                .append(boundary)
                .append("\nContent-Transfer-Encoding: base64\nContent-Type: application/sdp\n\n")
                .append(planted.planted("base64", planted.hex(20)))
                .append("\n--")
                .append(boundary)
                .append("--\n")
                .append(planted.word("epilogue"));
        messages.add("INVITE", "", "multipart/mixed;boundary=\"" + boundary + "\"", body.toString());
        messages.add("INVITE", "", "multipart/mixed", body.toString());
        String inner = planted.word("inner boundary");
        messages.add(
                "INVITE",
                "",
                "multipart/mixed;boundary=o",
                "--o\nContent-Type: multipart/related;boundary=" + inner + "\n\n--" + inner
                        + "\nContent-Type: text/plain\n\n" + planted.word("inner text") + "\n--" + inner
                        + "--\n--o--\n");
    }
}
