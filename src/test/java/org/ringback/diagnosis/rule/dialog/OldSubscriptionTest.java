package org.ringback.diagnosis.rule.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;

/** What a server tells under a subscription that the phone forgot when it restarted. */
class OldSubscriptionTest {

    private final Trace trace = Trace.ofSignaling();

    private void subscribes(String callId, String event, int status) {
        trace.call(callId, "alice", "bob");
        trace.after(1).from("alice").to("bob").header("Event: " + event).request("SUBSCRIBE");
        trace.from("bob").to("alice").responds(status, "SUBSCRIBE");
    }

    private void told(String callId, int status) {
        trace.call(callId, "alice", "bob");
        trace.after(5)
                .from("bob")
                .to("alice")
                .byCallee()
                .header("Event: dialog")
                .header("Subscription-State: active;expires=600")
                .inside("NOTIFY");
        trace.from("alice").to("bob").responds(status, "NOTIFY");
    }

    @Test
    void aPhoneThatSubscribesAnewAfterTheRefusal() {
        subscribes("old", "dialog", 200);
        told("old", 481);
        subscribes("new", "dialog", 200);

        assertThat(Trace.ids(trace.findings("old"))).containsExactly("notify-old-subscription");
    }

    @Test
    void aPhoneThatHadSubscribedAnewBefore() {
        subscribes("old", "dialog", 200);
        subscribes("new", "dialog", 200);
        told("old", 481);

        assertThat(Trace.ids(trace.findings("old"))).containsExactly("notify-old-subscription");
        assertThat(Trace.frames(trace.findings("old").getFirst())).containsExactly(6L, 5L, 3L);
    }

    @Test
    void aPhoneThatNeverSubscribesAgainStaysDark() {
        subscribes("old", "dialog", 200);
        told("old", 481);

        assertThat(Trace.ids(trace.findings("old"))).contains("notify-unknown-subscription");
    }

    @Test
    void aNewSubscriptionThatIsRefusedHelpsNobody() {
        subscribes("old", "dialog", 200);
        told("old", 481);
        subscribes("new", "dialog", 403);

        assertThat(Trace.ids(trace.findings("old"))).contains("notify-unknown-subscription");
    }

    @Test
    void aNewSubscriptionToSomethingElseLightsNoLamp() {
        subscribes("old", "dialog", 200);
        told("old", 481);
        subscribes("new", "message-summary", 200);

        assertThat(Trace.ids(trace.findings("old"))).contains("notify-unknown-subscription");
    }

    @Test
    void theSubscriptionOfAnotherPhoneIsNotItsOwn() {
        subscribes("old", "dialog", 200);
        told("old", 481);
        trace.call("new", "carol", "bob")
                .after(1)
                .from("carol")
                .to("bob")
                .header("Event: dialog")
                .request("SUBSCRIBE");
        trace.from("bob").to("carol").responds(200, "SUBSCRIBE");

        assertThat(Trace.ids(trace.findings("old"))).contains("notify-unknown-subscription");
    }

    @Test
    void aNewSubscriptionWhoseNotificationsAreRefusedAsWellIsNoBetter() {
        subscribes("old", "dialog", 200);
        told("old", 481);
        subscribes("new", "dialog", 200);
        told("new", 481);

        assertThat(Trace.ids(trace.findings("old"))).contains("notify-unknown-subscription");
    }
}
