package org.ringback.sip;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** Ordinary messages, of which each torment exchanges a part or two; lines of headers end with LF only. */
final class OrdinaryMessage {

    private static final String OFFER = """
        v=0
        o=alice 1 1 IN IP4 192.0.2.7
        s=-
        c=IN IP4 192.0.2.7
        t=0 0
        m=audio 40000 RTP/AVP 0 8
        m=video 40002 RTP/AVP 31
        a=rtpmap:31 H261/90000
        """.replace("\n", "\r\n");
    static final String VIA = "Via: SIP/2.0/UDP client.example.com;branch=z9hG4bK-1";
    static final String FROM = "From: <sip:alice@example.net>;tag=a1";
    static final String TO = "To: <sip:bob@example.com>";
    static final String CONTACT = "Contact: <sip:alice@client.example.com>";
    static final String URI = " sip:bob@example.com ";

    private OrdinaryMessage() {}

    /** So many further lines of a Via. */
    static String vias(int count) {
        var vias = new StringBuilder();
        for (int number = 2; number < count; number++) {
            vias.append("\nv: SIP/2.0/TCP proxy")
                    .append(number)
                    .append(".example.com;branch=z9hG4bK-")
                    .append(number);
        }
        return vias.toString();
    }

    static String options() {
        return message("OPTIONS", "", "");
    }

    static String register() {
        return message("REGISTER", CONTACT + "\n", "");
    }

    static String invite() {
        return message("INVITE", CONTACT + "\nContent-Type: application/sdp\n", OFFER);
    }

    /** With this Call-ID instead of the usual one. */
    static String invite(String callId) {
        return exchanged(invite(), "torture@", callId + "@");
    }

    static String response(String status) {
        return "SIP/2.0 " + status + "\n" + headers("INVITE", CONTACT + "\n", "");
    }

    static String message(String method, String more, String body) {
        return method + URI + "SIP/2.0\n" + headers(method, more, body);
    }

    private static String headers(String method, String more, String body) {
        return VIA + "\nMax-Forwards: 70\n" + TO + "\n" + FROM + "\nCall-ID: torture@client.example.com\nCSeq: 7 "
                + method + "\n" + more + "Content-Length: " + body.getBytes(ISO_8859_1).length + "\n\n" + body;
    }

    /** The message with parts exchanged: each in turn by the one that follows it. */
    static String exchanged(String message, String... pairs) {
        String result = message;
        for (int at = 0; at < pairs.length; at += 2) {
            if (!result.contains(pairs[at])) {
                throw new IllegalArgumentException(pairs[at] + " is not in " + result);
            }
            result = result.replace(pairs[at], pairs[at + 1]);
        }
        return result;
    }
}
