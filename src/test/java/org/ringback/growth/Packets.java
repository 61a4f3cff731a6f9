package org.ringback.growth;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Transport;

/** Writes messages as somebody does who wants a program to choke: any number of them, with just what differs named. */
final class Packets {

    static final String ALICE = "192.0.2.1";
    static final String BOB = "198.51.100.2";

    /** A session description. */
    static final String AUDIO = "v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\nc=IN IP4 192.0.2.1\r\nt=0 0\r\n"
            + "m=audio 4000 RTP/AVP 0 8\r\n";

    private final List<Captured> all = new ArrayList<>();

    /** What a message says, with what most of them say. */
    record Said(String callId, String branch, String fromTag, String toTag, long number, String more, String body) {

        static final Said FIRST = new Said("c", "1", "f", "", 1, "", "");

        Said call(Object id) {
            return new Said("c" + id, branch, fromTag, toTag, number, more, body);
        }

        Said branch(Object id) {
            return new Said(callId, "" + id, fromTag, toTag, number, more, body);
        }

        Said from(Object tag) {
            return new Said(callId, branch, "" + tag, toTag, number, more, body);
        }

        Said to(Object tag) {
            return new Said(callId, branch, fromTag, "" + tag, number, more, body);
        }

        Said number(long cseq) {
            return new Said(callId, branch, fromTag, toTag, cseq, more, body);
        }

        Said more(String headers) {
            return new Said(callId, branch, fromTag, toTag, number, headers + "\r\n", body);
        }

        Said body(String sdp) {
            return new Said(callId, branch, fromTag, toTag, number, "Content-Type: application/sdp\r\n", sdp);
        }

        private String headers(String method) {
            return "Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK" + branch + "\r\nFrom: <sip:alice@192.0.2.1>;tag="
                    + fromTag + "\r\nTo: <sip:bob@198.51.100.2>" + (toTag.isEmpty() ? "" : ";tag=" + toTag)
                    + "\r\nCall-ID: " + callId + "\r\nCSeq: " + number + " " + method + "\r\n" + more
                    + "Content-Length: " + body.length() + "\r\n\r\n" + body;
        }
    }

    /** From the caller. */
    Packets asks(String method, Said said) {
        return send(method + " sip:bob@198.51.100.2 SIP/2.0\r\n" + said.headers(method), ALICE, BOB);
    }

    /** From the callee. */
    Packets answers(int status, String method, Said said) {
        return send("SIP/2.0 " + status + " X\r\n" + said.headers(method), BOB, ALICE);
    }

    /** From one host to another. */
    Packets asks(String method, Said said, String from, String to) {
        return send(method + " sip:bob@198.51.100.2 SIP/2.0\r\n" + said.headers(method), from, to);
    }

    Packets answers(int status, String method, Said said, String from, String to) {
        return send("SIP/2.0 " + status + " X\r\n" + said.headers(method), from, to);
    }

    private Packets send(String text, String from, String to) {
        all.add(new Captured(
                MemorySegment.ofArray(text.getBytes(StandardCharsets.UTF_8)),
                1_700_000_000_000_000L + all.size() * 1000L,
                new Endpoint(from, 5060),
                new Endpoint(to, 5060),
                Transport.UDP,
                0,
                all.size() + 1));
        return this;
    }

    List<Captured> all() {
        return all;
    }
}
