package org.ringback.diagnosis.rule.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.capture.wire.Transport;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Weight;

/** Whatever a call or request fails with, there is a finding that says what happened. */
class FailedCallTest {

    private final Trace trace = Trace.ofSignaling();

    static Stream<Integer> codes() {
        return IntStream.of(
                        300, 301, 302, 305, 380, 400, 401, 402, 403, 404, 405, 406, 407, 408, 410, 413, 414, 415, 416,
                        420, 421, 422, 423, 424, 425, 428, 429, 430, 433, 436, 437, 438, 439, 440, 469, 470, 476, 477,
                        478, 480, 481, 482, 483, 484, 485, 486, 488, 489, 491, 493, 494, 499, 500, 501, 502, 503, 504,
                        505, 513, 555, 580, 600, 603, 604, 606, 607, 608, 687, 699)
                .boxed();
    }

    @ParameterizedTest
    @MethodSource("codes")
    void atOnce(int code) {
        trace.from("alice").to("proxy").request("INVITE");
        trace.after(0.01).from("proxy").to("alice").responds(code);
        trace.from("alice").to("proxy").acknowledges();

        assertExplained(code);
    }

    @ParameterizedTest
    @MethodSource("codes")
    void afterRinging(int code) {
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy").to("alice").responds(100);
        trace.after(0.2).from("proxy").to("alice").responds(180);
        trace.after(2).from("proxy").to("alice").responds(code);
        trace.from("alice").to("proxy").acknowledges();

        assertExplained(code);
    }

    @ParameterizedTest
    @MethodSource("codes")
    void behindAProxy(int code) {
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy").to("alice").responds(100);
        trace.from("proxy").to("bob").request("INVITE");
        trace.after(1).from("bob").to("proxy").responds(code);
        trace.from("proxy").to("bob").acknowledges();
        trace.from("proxy").to("alice").responds(code);
        trace.from("alice").to("proxy").acknowledges();

        assertExplained(code);
        assertThat(trace.findings())
                .filteredOn(finding -> finding.origin().isPresent())
                .allSatisfy(finding ->
                        assertThat(finding.origin().orElseThrow().firstSaidBy()).isEqualTo(trace.address("bob")));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void aRegistration(int code) {
        trace.from("alice").to("proxy").request("REGISTER");
        trace.after(0.01).from("proxy").to("alice").responds(code, "REGISTER");

        assertExplained(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"REGISTER", "SUBSCRIBE", "PUBLISH", "MESSAGE", "INVITE"})
    void nobodyAnswersOverTcp(String method) {
        trace.over(Transport.TCP).from("alice").to("proxy").request(method);
        trace.goesOn(40);

        assertExplained(0);
    }

    private void assertExplained(int code) {
        assertThat(trace.calls().getFirst().outcome().failed()).isTrue();
        List<Finding> findings = trace.findings();
        assertThat(findings)
                .as("%d: %s", code, Trace.ids(findings))
                .anyMatch(finding -> finding.kind().weight() == Weight.FAILURE);
        assertThat(Trace.ids(findings)).doesNotHaveDuplicates();
    }
}
