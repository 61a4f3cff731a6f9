package org.ringback.call;

import static org.assertj.core.api.Assertions.assertThat;

/** Two calls of a flow that may be legs of one: how they are written, and how they are linked. */
final class TwoLegs {

    private final Flow flow;

    TwoLegs(Flow flow) {
        this.flow = flow;
    }

    /** The leg from the caller to the B2BUA. */
    Flow.Step first() {
        return flow.call("leg-1", "100", "200").from("alice").to("b2bua");
    }

    /** The leg that the B2BUA makes of it, between these users. */
    Flow.Step second(String caller, String callee) {
        return flow.call("leg-2", caller, callee).from("b2bua").to("bob");
    }

    /** The link between the first call and the last, which have no other. */
    LegLink only() {
        LegLinks links = LegLinks.of(flow.calls());
        assertThat(links.of(flow.calls().getLast())).hasSize(1);
        assertThat(links.of(flow.calls().getFirst())).hasSize(1);
        return links.of(flow.calls().getFirst()).getFirst();
    }

    void assertNone() {
        assertThat(LegLinks.of(flow.calls()).of(flow.calls().getFirst())).isEmpty();
    }

    /** What the caller of the first leg is told, after so many seconds. */
    void firstGets(double later, int status) {
        flow.after(later).call("leg-1", "100", "200").from("b2bua").to("alice").responds(status);
    }
}
