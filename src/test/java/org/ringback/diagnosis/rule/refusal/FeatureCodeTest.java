package org.ringback.diagnosis.rule.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Value;

class FeatureCodeTest {

    private final Trace trace = Trace.ofSignaling();

    private void dials(String user, int status) {
        trace.from("alice").to("pbx").uri("sip:" + user + "@198.51.100.2").request("INVITE");
        trace.from("pbx").to("alice").responds(status);
    }

    @ParameterizedTest
    @CsvSource({"*8, *8", "**201, **201", "%2331%23, #31#", "*8%23, *8#"})
    void aCodeThatThePbxDoesNotKnow(String user, String shown) {
        dials(user, 404);

        assertThat(trace.the("feature-code-unknown").values()).containsEntry("dialed", Value.of(shown));
        assertThat(trace.found()).doesNotContain("number-unknown");
    }

    @ParameterizedTest
    @CsvSource({"+49(0)30123456, 404", "+49%2030%20123456, 484", "030/123456, 404"})
    void aNumberAsPeopleWriteIt(String user, int status) {
        dials(user, status);

        assertThat(trace.found()).containsExactly("number-with-signs");
    }

    @ParameterizedTest
    @CsvSource({"+4930123456, 404", "alice(home), 404", "+49(0)30123456, 486"})
    void noNumberWithSignsOrNotRefusedForThem(String user, int status) {
        dials(user, status);

        assertThat(trace.found()).doesNotContain("number-with-signs");
    }

    @Test
    void aNumberIsNoCode() {
        dials("4930123456", 404);

        assertThat(trace.found()).containsExactly("number-unknown");
    }

    @ParameterizedTest
    @CsvSource({"403", "603", "501"})
    void aCodeThatMayNotBeUsed(int status) {
        dials("*97", status);

        assertThat(trace.found()).containsExactly("feature-code-refused");
    }

    @Test
    void aNumberThatMayNotBeCalled() {
        dials("4930123456", 403);

        assertThat(trace.found()).doesNotContain("feature-code-refused");
    }

    @Test
    void aCodeThatIsBusyIsKnown() {
        dials("*8", 486);

        assertThat(trace.found()).doesNotContain("feature-code-unknown");
    }
}
