package org.ringback.diagnosis.rule.dialog;

import org.ringback.diagnosis.Trace;

/** A call that alice made and bob answered, to which something happens then. */
final class EstablishedCall {

    private EstablishedCall() {}

    static Trace talking() {
        var trace = Trace.ofSignaling();
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(200);
        return trace.from("alice").to("bob").inside("ACK");
    }
}
