package org.ringback.diagnosis;

import org.ringback.capture.wire.Endpoint;
import org.ringback.media.Talker;

/** From where a stream of a trace comes: {@code trace.media("alice", 4000).to("bob", 6000).packets(500)}. */
public final class TraceMedia {

    private final Trace trace;
    private final Endpoint source;

    TraceMedia(Trace trace, Endpoint source) {
        this.trace = trace;
        this.source = source;
    }

    /** Where it goes. What is said then is sent at once, beginning now. */
    public Talker to(String receiver, int port) {
        return new Talker(
                trace.datagrams(), source, new Endpoint(trace.address(receiver).host(), port), trace.now());
    }

    /** One datagram that is no RTP. */
    public void sends(String receiver, int port, byte[] bytes) {
        trace.datagrams()
                .send(trace.now(), source, new Endpoint(trace.address(receiver).host(), port), bytes);
    }
}
