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

    /** Both ring and are refused, as a B2BUA passes it on. */
    void refusedTogether(String caller, String callee) {
        String from = flow.calls().getFirst().from().user();
        String to = flow.calls().getFirst().to().user();
        flow.after(0.3).call("leg-2", caller, callee).from("bob").to("b2bua").responds(180);
        flow.after(0.01).call("leg-1", from, to).from("b2bua").to("alice").responds(180);
        flow.after(3).call("leg-2", caller, callee).from("bob").to("b2bua").responds(486);
        flow.after(0.01).call("leg-1", from, to).from("b2bua").to("alice").responds(486);
    }
}
