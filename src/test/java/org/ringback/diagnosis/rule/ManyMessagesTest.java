package org.ringback.diagnosis.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.BesideOthers;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Value;

/**
 * Somebody may put any number of messages under one Call-ID: the first are examined, and it is told that there are more. What
 * it costs is counted by {@code GrowthOfWorkTest}.
 */
@BesideOthers
class ManyMessagesTest {

    private static final int MESSAGES = 3 * Case.MOST_MESSAGES;

    private final Trace trace = Trace.ofSignaling();

    @ParameterizedTest
    @ValueSource(strings = {"CANCEL", "BYE", "UPDATE", "NOTIFY", "PRACK", "INFO", "REFER"})
    void eachRequestIsUnknown(String method) {
        trace.from("alice").to("bob").request("INVITE");
        for (int i = 2; i < MESSAGES / 2; i++) {
            trace.from("alice").to("bob").cseq(i).inside(method);
            trace.from("bob").to("alice").cseq(i).responds(481, method);
        }

        assertFewFindings();
    }

    @Test
    void eachAnswerIsOfAnotherPhone() {
        trace.from("alice").to("bob").request("INVITE");
        for (int i = 0; i < MESSAGES / 2; i++) {
            trace.from("bob").to("alice").toTag("tag-" + i).responds(200);
        }

        assertFewFindings();
    }

    @Test
    void eachRequestIsRefused() {
        for (int i = 1; i < MESSAGES / 2; i++) {
            trace.from("alice").to("bob").cseq(i).request("INVITE");
            trace.from("bob").to("alice").cseq(i).header("Retry-After: 5").responds(503);
        }

        assertFewFindings();
    }

    private void assertFewFindings() {
        List<Finding> findings = trace.findings();

        assertThat(findings).hasSizeLessThan(60);
        assertThat(findings)
                .filteredOn(finding -> finding.kind().id().equals("only-beginning-examined"))
                .singleElement()
                .extracting(Finding::values)
                .isEqualTo(Map.of(
                        "all",
                        Value.of(trace.calls().getFirst().messages().size()),
                        "examined",
                        Value.of(Case.MOST_MESSAGES)));
    }

    @Test
    void aLongCallIsExaminedWhole() {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").answers();
        for (int i = 2; i < 600; i++) {
            trace.after(1).from("alice").to("bob").cseq(i).inside("UPDATE");
            trace.from("bob").to("alice").cseq(i).responds(200, "UPDATE");
        }
        trace.from("alice").to("bob").cseq(600).inside("BYE");
        trace.from("bob").to("alice").cseq(600).responds(200, "BYE");

        assertThat(trace.found()).isEmpty();
    }
}
