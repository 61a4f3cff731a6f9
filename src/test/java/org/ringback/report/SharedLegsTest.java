package org.ringback.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.report.Shared.all;
import static org.ringback.report.Shared.headingsOfMessages;
import static org.ringback.report.Shared.refusedByTheTrunk;
import static org.ringback.report.Shared.written;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ringback.BesideOthers;
import org.ringback.CapturedFiles;
import org.ringback.answers.ShareFormat;
import org.ringback.call.JointCall;
import org.ringback.call.LegTree;
import org.ringback.reading.Joint;
import org.ringback.reading.Joint.LegFinding;

/** Legs that are shared together are one call: one ladder, one list of messages, each finding once. */
@BesideOthers
class SharedLegsTest {

    @Test
    void linkedLegsMakeOneCallWithOneLadder() throws IOException {
        String page = written("en", refusedByTheTrunk(), ShareFormat.HTML);

        assertThat(page)
                .containsOnlyOnce("<svg")
                .contains("<svg><!-- 2 --></svg>", "<h1>INVITE from bob to +12025550188: rejected (503)</h1>")
                .containsOnlyOnce("<th>Leg A</th><td>INVITE from bob to +12025550188: rejected (503)</td>")
                .containsOnlyOnce("<th>Leg B</th>")
                .containsOnlyOnce("<th>Belongs to this call because</th><td>one of them names the Call-ID of the other")
                .containsOnlyOnce("<h2>Messages</h2>");
    }

    @Test
    void theMessagesOfAllLegsAreInOrderOfTime() throws IOException {
        String ticket = written("en", refusedByTheTrunk(), ShareFormat.MARKDOWN);

        assertThat(headingsOfMessages(ticket))
                .containsExactly(
                        "1. INVITE, leg A",
                        "2. 100 Trying, leg A",
                        "3. INVITE, leg B",
                        "4. 503 Service Unavailable, leg B",
                        "5. ACK, leg B",
                        "6. 503 Service Unavailable, leg A",
                        "7. ACK, leg A");
        assertThat(ticket)
                .containsPattern("(?m)^0\\.000 {5}A {2}\\|-- 1 INVITE -+>\\|")
                .containsPattern("(?m)^0\\.053 {5}B {2}\\| +\\|<-- 4 503 Service Unavailable -+\\|$");
    }

    @Test
    void whatBothLegsShowIsSaidOnceWithTheProofOfBoth() throws IOException {
        String ticket = written("en", refusedByTheTrunk(), ShareFormat.MARKDOWN);

        assertThat(ticket)
                .containsOnlyOnce("### A server failed (legs A, B; ")
                .containsOnlyOnce("**Relayed by:** 192.0.2.5:5060")
                .contains("The messages in full: 4 503 Service Unavailable, 6 503 Service Unavailable, 1 INVITE, 3"
                        + " INVITE");
    }

    @Test
    void findingsNameTheirLegsTheHeaviestFirst() {
        for (Path file : CapturedFiles.all()) {
            Selection all = all(file);
            for (JointCall call :
                    all.joined().stream().filter(JointCall::joint).limit(10).toList()) {
                Joint diagnosed = all.examined().diagnosed(call);
                List<LegFinding> findings = diagnosed.findings();

                assertThat(findings)
                        .isSortedAccordingTo(Comparator.comparing(
                                found -> found.finding().kind().weight()));
                assertThat(findings.stream()
                                .mapToInt(found -> found.legs().size())
                                .sum())
                        .isEqualTo(diagnosed.legs().stream()
                                .mapToInt(leg -> leg.findings().size())
                                .sum());
            }
        }
    }

    @Test
    void legsThatWereTakenApartAreTwoCalls() throws IOException {
        Selection linked = refusedByTheTrunk();
        LegTree apart = linked.legs().without(Set.of(linked.calls().getLast()));
        String page = written("en", Selection.of(linked.calls(), apart, linked.examined()), ShareFormat.HTML);

        assertThat(page).contains("<h1>Selected calls: 2</h1>").doesNotContain("Leg A", "because", ", leg ");
        assertThat(page.split("<svg><!-- 1 --></svg>", -1)).hasSize(3);
    }
}
