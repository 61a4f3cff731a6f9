package org.ringback.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Registrations, subscriptions and requests on their own. */
class OtherRequestsTest {

    private static final String CONTACT = "Contact: <sip:alice@192.0.2.1>";

    private final Flow flow = new Flow();

    private Flow answered(String method, long cseq, int status) {
        return flow.from("bob").to("alice").cseq(cseq).responds(status, method);
    }

    @Test
    void aPhoneRegistersAfterAChallenge() {
        flow.from("alice").to("bob").header(CONTACT).outside("REGISTER");
        answered("REGISTER", 1, 401);
        flow.from("alice").to("bob").cseq(2).header(CONTACT).outside("REGISTER");
        flow.from("bob").to("alice").cseq(2).header(CONTACT + ";expires=3600").responds(200, "REGISTER");

        Call call = flow.only();
        assertThat(call.kind()).isEqualTo(CallKind.REGISTRATION);
        assertThat(call.outcome()).isEqualTo(new Outcome(Ending.REGISTERED, 200, flow.address("bob"), Unclear.NONE));
        assertThat(call.expiry()).contains(3600L);
    }

    @Test
    void aPhoneGetsNoFurtherThanTheChallenge() {
        flow.from("alice").to("bob").header(CONTACT).outside("REGISTER");
        answered("REGISTER", 1, 401);

        assertThat(flow.outcome().ending()).isEqualTo(Ending.REFUSED);
        assertThat(flow.outcome().code()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {CONTACT + ";expires=0", "m: *\r\nExpires: 0"})
    void aPhoneUnregisters(String contact) {
        flow.from("alice").to("bob").header(contact).outside("REGISTER");
        answered("REGISTER", 1, 200);

        assertThat(flow.outcome().ending()).isEqualTo(Ending.UNREGISTERED);
    }

    @Test
    void askingWhatIsRegisteredRegistersNothing() {
        flow.from("alice").to("bob").outside("REGISTER");
        answered("REGISTER", 1, 200);

        assertThat(flow.outcome().ending()).isEqualTo(Ending.ACCEPTED);
    }

    @Test
    void theLastRegistrationCounts() {
        flow.from("alice").to("bob").header(CONTACT).outside("REGISTER");
        answered("REGISTER", 1, 200);
        flow.from("alice").to("bob").cseq(2).header(CONTACT).outside("REGISTER");
        answered("REGISTER", 2, 403);

        assertThat(flow.outcome().ending()).isEqualTo(Ending.REFUSED);
    }

    private void registers(double apart) {
        for (int i = 0; i < 11; i++) {
            flow.from("alice").to("bob").header(CONTACT).outside("REGISTER");
            flow.after(apart);
        }
    }

    @Test
    void aRegistrarThatIsNotThere() {
        registers(2);

        assertThat(flow.outcome().ending()).isEqualTo(Ending.TIMED_OUT_LOCALLY);
    }

    @Test
    void aPacketThatIsCapturedSeveralTimesIsSentOnce() {
        registers(0.001);

        assertThat(flow.calls().getFirst().transactions().getFirst().repeatedRequests())
                .isZero();
        assertThat(flow.outcome().ending()).isEqualTo(Ending.STILL_RUNNING);
    }

    @Test
    void aSubscriptionIsGrantedAndEnded() {
        flow.from("alice").to("bob").header("Expires: 600").outside("SUBSCRIBE");
        flow.from("bob").to("alice").header("Expires: 500").responds(202, "SUBSCRIBE");
        assertThat(flow.only().kind()).isEqualTo(CallKind.SUBSCRIPTION);
        assertThat(flow.outcome().ending()).isEqualTo(Ending.SUBSCRIBED);
        assertThat(flow.only().expiry()).contains(500L);

        flow.from("bob")
                .to("alice")
                .byCallee()
                .header("Subscription-State: terminated;reason=timeout")
                .inside("NOTIFY");
        assertThat(flow.outcome().ending()).isEqualTo(Ending.UNSUBSCRIBED);
        assertThat(flow.only().dialogs())
                .singleElement()
                .satisfies(dialog -> assertThat(dialog.transactions()).hasSize(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPTIONS", "MESSAGE", "PUBLISH", "NOTIFY", "FOO"})
    void otherRequestsAreAcceptedOrRefused(String method) {
        flow.from("alice").to("bob").outside(method);
        assertThat(flow.outcome().ending()).isEqualTo(Ending.STILL_RUNNING);

        answered(method, 1, 200);
        assertThat(flow.only().method()).isEqualTo(method);
        assertThat(flow.outcome().ending()).isEqualTo(Ending.ACCEPTED);

        flow.from("alice").to("bob").cseq(2).outside(method);
        answered(method, 2, 489);
        assertThat(flow.outcome()).isEqualTo(new Outcome(Ending.REFUSED, 489, flow.address("bob"), Unclear.NONE));
    }

    @Test
    void aResponseAloneStillTells() {
        answered("OPTIONS", 1, 404);

        assertThat(flow.outcome().ending()).isEqualTo(Ending.REFUSED);
    }

    @Test
    void aReferOutsideADialogIsNoCallThatBeganBefore() {
        flow.from("alice").to("bob").outside("REFER");
        answered("REFER", 1, 403);

        assertThat(flow.only().kind()).isEqualTo(CallKind.OTHER);
        assertThat(flow.outcome().ending()).isEqualTo(Ending.REFUSED);
    }

    @Test
    void aReferInsideADialogBelongsToACall() {
        flow.from("alice").to("bob").inside("REFER");
        answered("REFER", 1, 403);

        assertThat(flow.only().kind()).isEqualTo(CallKind.CALL);
    }
}
