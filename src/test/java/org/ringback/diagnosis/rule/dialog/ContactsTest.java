package org.ringback.diagnosis.rule.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Value;

class ContactsTest {

    private final Trace trace = Trace.ofSignaling();

    private void answered(int copies, String... contacts) {
        trace.from("alice").to("bob").request("INVITE");
        for (int i = 0; i <= copies; i++) {
            var answer = trace.after(1).from("bob").to("alice");
            for (String contact : contacts) {
                answer.header("Contact: " + contact);
            }
            answer.responds(200);
        }
    }

    @Test
    void anAnswerWithoutAContact() {
        answered(4);

        assertThat(trace.the("contact-missing").values()).containsEntry("answerer", Value.of(trace.address("bob")));
        assertThat(trace.found()).containsExactly("contact-missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<sip:b@192.0.2.1>, <sip:b@192.0.2.2>"})
    void anAnswerWithSeveral(String contacts) {
        answered(4, contacts);
        trace.from("alice").to("bob").inside("ACK");

        assertThat(trace.the("several-contacts").values())
                .containsEntry("contacts", Value.of(List.of("sip:b@192.0.2.1", "sip:b@192.0.2.2")));
    }

    @Test
    void oneContactIsRight() {
        answered(4, "<sip:b@192.0.2.1>");

        assertThat(trace.found()).containsExactly("ack-missing");
    }

    @Test
    void whereItDoesNoHarmNothingIsSaid() {
        answered(0);
        trace.from("alice").to("bob").inside("ACK");
        trace.after(5).from("alice").to("bob").cseq(2).inside("BYE");

        assertThat(trace.found()).isEmpty();
    }
}
