package org.ringback.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Legs in a log that has no times: only the order of its lines is known. */
class LegNestingTest {

    private final Flow flow = new Flow();

    @BeforeEach
    void withoutTimes() {
        flow.untimed();
    }

    private void asks(String id, String caller, String callee, String from, String to) {
        flow.call(id, caller, callee).from(from).to(to).invite();
    }

    private void tells(String id, String caller, String callee, String from, String to, int status) {
        flow.call(id, caller, callee).from(from).to(to).responds(status);
    }

    private List<LegLink> links() {
        LegLinks links = LegLinks.of(flow.calls());
        return flow.calls().stream().flatMap(call -> links.below(call).stream()).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "+493012345678, 03012345678, 200, 200",
        "00493012345678, +493012345678, 486, 486",
        "0+493012345678, 03012345678, 503, 500"
    })
    void whatIsAskedAndAnsweredInBetweenBelongsToIt(String dialed, String sent, int inner, int outer) {
        asks("a", "4711", dialed, "phone", "pbx");
        asks("b", "+494098765", sent, "pbx", "carrier");
        tells("b", "+494098765", sent, "carrier", "pbx", inner);
        tells("a", "4711", dialed, "pbx", "phone", outer);

        assertThat(links()).singleElement().satisfies(link -> {
            assertThat(link.one().callId()).isEqualTo("a");
            assertThat(link.other().callId()).isEqualTo("b");
            assertThat(link.reason()).isEqualTo(LegLink.Reason.SAME_CALLEE);
            assertThat(link.confidence()).isEqualTo(LegLink.Confidence.MEDIUM);
        });
    }

    @Test
    void bothNumbersMayBeShort() {
        asks("a", "100", "200", "phone", "pbx");
        asks("b", "100", "200", "pbx", "other");
        tells("b", "100", "200", "other", "pbx", 486);
        tells("a", "100", "200", "pbx", "phone", 486);

        assertThat(links()).extracting(LegLink::reason).containsExactly(LegLink.Reason.SAME_NUMBERS);
    }

    @Test
    void anotherNumberIsAnotherCall() {
        asks("a", "4711", "+493012345678", "phone", "pbx");
        asks("b", "+494098765", "+498912345999", "pbx", "carrier");
        tells("b", "+494098765", "+498912345999", "carrier", "pbx", 486);
        tells("a", "4711", "+493012345678", "pbx", "phone", 486);

        assertThat(links()).isEmpty();
    }

    @Test
    void anotherEndIsAnotherCall() {
        asks("a", "4711", "+493012345678", "phone", "pbx");
        asks("b", "+494098765", "+493012345678", "pbx", "carrier");
        tells("b", "+494098765", "+493012345678", "carrier", "pbx", 200);
        tells("a", "4711", "+493012345678", "pbx", "phone", 486);

        assertThat(links()).isEmpty();
    }

    @Test
    void whatWasAnsweredBeforeAskedNobody() {
        asks("a", "4711", "+493012345678", "phone", "pbx");
        tells("a", "4711", "+493012345678", "pbx", "phone", 486);
        asks("b", "+494098765", "+493012345678", "pbx", "carrier");
        tells("b", "+494098765", "+493012345678", "carrier", "pbx", 486);

        assertThat(links()).isEmpty();
    }

    @Test
    void whatMayBelongToTwoBelongsToNeither() {
        asks("a", "4711", "+493012345678", "phone", "pbx");
        asks("c", "4712", "+493012345678", "other", "pbx");
        asks("b", "+494098765", "+493012345678", "pbx", "carrier");
        tells("b", "+494098765", "+493012345678", "carrier", "pbx", 486);
        tells("a", "4711", "+493012345678", "pbx", "phone", 486);
        tells("c", "4712", "+493012345678", "pbx", "other", 486);

        assertThat(links()).isEmpty();
    }

    @Test
    void anotherHostAsksForItself() {
        asks("a", "4711", "+493012345678", "phone", "pbx");
        asks("b", "+494098765", "+493012345678", "somebody", "carrier");
        tells("b", "+494098765", "+493012345678", "carrier", "somebody", 486);
        tells("a", "4711", "+493012345678", "pbx", "phone", 486);

        assertThat(links()).isEmpty();
    }
}
