package org.ringback.diagnosis.rule.offer;

import static org.ringback.diagnosis.Described.audio;

import org.ringback.diagnosis.Trace;

/** A call with one stream of audio, what changes it, and how it ends. */
public final class AudioCall {

    static final String[] ALL = {"audio-off", "audio-one-way", "audio-no-way", "hold-not-resumed", "ended-on-hold"};
    public static final String ALICE = audio("198.51.100.1", 4000, "8");
    public static final String BOB = audio("198.51.100.2", 5000, "8");

    private AudioCall() {}

    static Trace call(String offer, String answer) {
        var trace = new Trace();
        trace.from("alice").to("bob").sdp(offer).request("INVITE");
        trace.after(2).from("bob").to("alice").sdp(answer).responds(200);
        return trace.from("alice").to("bob").inside("ACK");
    }

    static void changed(Trace trace, int cseq, String offer, String answer) {
        trace.after(5).changes(cseq, offer, answer);
    }

    static Trace bye(Trace trace) {
        trace.after(10).from("alice").to("bob").cseq(9).inside("BYE");
        return trace.from("bob").to("alice").cseq(9).responds(200, "BYE");
    }

    public static void onlyTheAnswer(Trace trace, int cseq, String answer) {
        trace.from("bob")
                .to("alice")
                .header("Via: SIP/2.0/UDP " + trace.address("alice").text() + ";branch=z9hG4bK-alice-INVITE-" + cseq)
                .header("CSeq: " + cseq + " INVITE")
                .sdp(answer)
                .responds(200);
        trace.from("alice").to("bob").cseq(cseq).inside("ACK");
    }
}
