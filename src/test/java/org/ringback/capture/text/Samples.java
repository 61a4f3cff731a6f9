package org.ringback.capture.text;

/** Messages to put into logs. */
final class Samples {

    private Samples() {}

    static final String SDP = """
        v=0
        o=- 7 7 IN IP4 192.0.2.1
        s=-
        c=IN IP4 192.0.2.1
        t=0 0
        m=audio 4000 RTP/AVP 8
        """;

    /** Lines end with LF; the length counts CRLF, as on the wire. */
    static final String INVITE = """
        INVITE sip:bob@example.com SIP/2.0
        Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bKa1
        From: <sip:alice@example.com>;tag=a
        To: <sip:bob@example.com>
        Call-ID: sample-1
        CSeq: 1 INVITE
        Content-Type: application/sdp
        Content-Length: 87

        """ + SDP;

    static final String TRYING = """
        SIP/2.0 100 Trying
        Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bKa1
        From: <sip:alice@example.com>;tag=a
        To: <sip:bob@example.com>
        Call-ID: sample-1
        CSeq: 1 INVITE
        Content-Length: 0

        """;

    static final String BUSY = TRYING.replace("100 Trying", "486 Busy Here").replace("com>\nCall", "com>;tag=b\nCall");

    static String wire(String message) {
        return message.replace("\n", "\r\n");
    }

    static String indented(String message, String indent) {
        return message.lines().map(line -> indent + line + "\n").reduce("", String::concat);
    }
}
