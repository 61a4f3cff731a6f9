package org.ringback.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ringback.call.Message;
import org.ringback.diagnosis.Trace;

/** Which messages one would compare with the one that is read. */
class ComparedMessagesTest {

    @Test
    void thoseOfTheSameKindComeFirstAndThenTheNearest() {
        var trace = new Trace();
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(100);
        trace.from("bob").to("alice").responds(180);
        trace.from("alice").to("bob").cseq(2).request("OPTIONS");
        trace.from("bob").to("alice").cseq(2).responds(200, "OPTIONS");
        trace.from("bob").to("alice").refuses(486);
        var open = new OpenCall(trace.calls().getFirst(), trace.calls(), Optional.empty());
        Message ringing = open.call().messages().get(2);

        assertThat(open.othersLike(ringing).stream().map(Message::name))
                .containsExactly("100 Not Now", "486 Not Now", "OPTIONS", "INVITE", "200 Not Now", "ACK");
    }
}
