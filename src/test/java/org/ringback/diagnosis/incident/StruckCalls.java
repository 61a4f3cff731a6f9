package org.ringback.diagnosis.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Finding;

/** Calls between a PBX and a trunk, and what struck several of them. */
abstract class StruckCalls {

    final Trace trace = Trace.ofSignaling()
            .host("pbx", "192.0.2.5", 5060)
            .host("trunk", "203.0.113.7", 5060)
            .host("other", "203.0.113.8", 5060);
    int calls;

    List<Incident> incidents() {
        return Noticed.in(trace);
    }

    Finding only() {
        assertThat(incidents()).hasSize(1);
        return incidents().getFirst().finding();
    }

    List<String> ids() {
        return Noticed.ids(trace);
    }

    void callBegins(String to) {
        calls++;
        trace.call("call-" + calls, "u" + calls, to);
        trace.from("pbx").to("trunk").request("INVITE");
        trace.after(0.1);
    }

    void refused(String to, int status) {
        callBegins(to);
        trace.from("trunk").to("pbx").phrase("No").responds(status);
        trace.from("pbx").to("trunk").acknowledges();
        trace.after(10);
    }

    void answered(String to) {
        callBegins(to);
        trace.from("trunk").to("pbx").phrase("OK").responds(200);
        trace.from("pbx").to("trunk").inside("ACK");
        trace.after(1);
    }

    void over(int call, String to) {
        trace.call("call-" + call, "u" + call, to);
        trace.from("pbx").to("trunk").cseq(2).inside("BYE");
        trace.from("trunk").to("pbx").cseq(2).responds(200, "BYE");
        trace.after(1);
    }
}
