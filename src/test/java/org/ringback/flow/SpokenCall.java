package org.ringback.flow;

import static org.ringback.diagnosis.Described.audio;

import java.util.List;
import org.ringback.call.Call;
import org.ringback.call.Message;
import org.ringback.capture.wire.Captured;
import org.ringback.diagnosis.Diagnosis;
import org.ringback.diagnosis.Trace;
import org.ringback.media.Speech;
import org.ringback.network.NetworkEvents;
import org.ringback.reading.Examined;

/** An answered call of ten seconds between 192.0.2.1, port 4000, and 192.0.2.2, port 5000, in which somebody speaks. */
public final class SpokenCall {

    /** When it is answered, in microseconds since 1970. */
    public static final long ANSWERED = Trace.START + 2_000_000;

    private final Trace trace = new Trace().host("alice", "192.0.2.1", 5060).host("bob", "192.0.2.2", 5060);
    private final Speech speech = new Speech(ANSWERED);

    public SpokenCall() {
        trace.from("alice").to("bob").sdp(audio("192.0.2.1", 4000, "0")).request("INVITE");
        trace.after(1).from("bob").to("alice").phrase("Ringing").responds(180);
        trace.after(1)
                .from("bob")
                .to("alice")
                .phrase("OK")
                .sdp(audio("192.0.2.2", 5000, "0"))
                .responds(200);
        trace.from("alice").to("bob").inside("ACK");
        trace.after(10).from("alice").to("bob").cseq(2).inside("BYE");
        trace.from("bob").to("alice").phrase("OK").cseq(2).responds(200, "BYE");
    }

    /** The next stream is the caller's. */
    public Speech caller() {
        return speech.from("192.0.2.1", 4000).to("192.0.2.2", 5000);
    }

    /** The next stream is the callee's. */
    public Speech callee() {
        return speech.from("192.0.2.2", 5000).to("192.0.2.1", 4000);
    }

    /** Both speak all the time. */
    public static SpokenCall bothWays() {
        var call = new SpokenCall();
        call.caller().lasts(480);
        call.callee().lasts(480);
        return call;
    }

    public List<Call> legs() {
        return trace.calls();
    }

    public CallMedia media() {
        return new MediaIndex(speech.seen()).of(legs().getFirst());
    }

    /** The call with its media, looked at by every rule. */
    public Examined examined() {
        List<Captured> messages =
                legs().getFirst().messages().stream().map(Message::captured).toList();
        var beside = new Surroundings(speech.seen(), NetworkEvents.EMPTY);
        return Examined.of(messages, List.of(), Captured.NO_TIME, beside, new Diagnosis());
    }
}
