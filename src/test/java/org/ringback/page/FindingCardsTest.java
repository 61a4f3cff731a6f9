package org.ringback.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringback.ShippedLibrary;
import org.ringback.answers.Library;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.flow.SpokenCall;

/** What a card says that proves a finding. */
class FindingCardsTest {

    private static final Library LIBRARY = ShippedLibrary.LIBRARY;

    private static Finding lossy() {
        var call = new SpokenCall();
        call.caller().lasts(480);
        call.callee().arriving(number -> number < 100 || number >= 130).lasts(480);
        var examined = call.examined();
        return examined.diagnosed(examined.calls().getFirst()).findings().stream()
                .filter(finding -> finding.kind().id().equals("media-loss"))
                .findFirst()
                .orElseThrow();
    }

    private static Block.Seen seen(List<String> files) {
        FindingCards cards = LIBRARY.answers(LIBRARY.languages().english()).cards(ZoneOffset.UTC);
        return cards.card(lossy(), List.of(), files).parts().stream()
                .filter(Block.Seen.class::isInstance)
                .map(Block.Seen.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void packetsOfStreamsStandBelowTheMessages() {
        Block.Seen seen = seen(List.of());

        assertThat(seen.proofs()).isNotEmpty();
        assertThat(seen.packets())
                .extracting(Link.Packet::text)
                .containsExactly("packet 1480: RTP 192.0.2.2:5000 \u2192 192.0.2.1:4000, 10:00:02.000");
    }

    @Test
    void ofSeveralFilesAPacketNamesItsOwn() {
        assertThat(seen(List.of("one.pcap", "two.pcap")).packets().getFirst().text())
                .startsWith("packet 1480 of one.pcap: RTP");
    }
}
