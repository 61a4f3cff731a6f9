package org.ringback.pseudonym;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Transport;
import org.ringback.sip.SipMessage;

/** Messages of a phone that go through the pseudonyms, and what is read of them then. */
final class Rewriting {

    private static final Endpoint PHONE = new Endpoint("192.168.7.20", 5062);
    private static final Endpoint PROVIDER = new Endpoint("84.17.33.5", 5060);

    /** What became of the messages that went through last. */
    Pseudonymized result;

    /** An OPTIONS with more headers, after it went through. */
    SipMessage with(String headers) {
        return with(headers, "");
    }

    SipMessage with(String headers, String body) {
        return parse(rewritten(
                String.format(Locale.ROOT, """
                    OPTIONS sip:+4930123456@sip.provider.net;user=phone SIP/2.0
                    Via: SIP/2.0/UDP 192.168.7.20:5062;branch=z9hG4bKabc123;rport
                    From: "Alice Miller" <sip:alice@sip.provider.net>;tag=9fc2
                    To: <sip:+4930123456@sip.provider.net>
                    Call-ID: 77aa@192.168.7.20
                    CSeq: 1 OPTIONS
                    Max-Forwards: 70
                    %sContent-Length: %d

                    """, headers, body.length()).replace("\n", "\r\n") + body));
    }

    /** The last of these messages, after all went through. */
    String rewritten(String... messages) {
        var captured = new ArrayList<Captured>();
        for (String message : messages) {
            captured.add(new Captured(
                    MemorySegment.ofArray(message.getBytes(StandardCharsets.UTF_8)),
                    5,
                    PHONE,
                    PROVIDER,
                    Transport.UDP,
                    0,
                    1));
        }
        result = Pseudonymizer.of(captured, Likeness.EXACT, RandomGenerator.of("L64X128MixRandom"), () -> false);
        return text(result.messages().getLast());
    }

    static String text(Captured message) {
        return new String(message.bytes().toArray(JAVA_BYTE), StandardCharsets.ISO_8859_1);
    }

    static SipMessage parse(String text) {
        return SipMessage.parse(MemorySegment.ofArray(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    static String header(SipMessage message, String name) {
        return message.header(name).orElseThrow().value();
    }

    /** Who is called. */
    static String number(SipMessage message) {
        return message.to().orElseThrow().uri().user();
    }

    static String body(SipMessage message) {
        var range = message.body();
        return new String(
                message.bytes().asSlice(range.from(), range.length()).toArray(JAVA_BYTE), StandardCharsets.ISO_8859_1);
    }
}
