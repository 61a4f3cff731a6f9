package org.ringback.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ringback.ShippedLibrary;
import org.ringback.answers.Library;
import org.ringback.diagnosis.Trace;
import org.ringback.flow.SpokenCall;
import org.ringback.ladder.Arrangement;
import org.ringback.ladder.CallFlow;
import org.ringback.ladder.Grouping;
import org.ringback.ladder.Ladder;
import org.ringback.ladder.TimeColumn;
import org.ringback.ladder.TimeMode;

/** How arrows and timers are said. */
class LadderWordsTest {

    private static final Library LIBRARY = ShippedLibrary.LIBRARY;

    private static final LadderWords WORDS = new LadderWords(
            LIBRARY.answers(LIBRARY.languages().byTag("en").orElseThrow()).texts());

    private static Ladder ladder(Trace trace, boolean folded) {
        return new CallFlow(trace.calls()).ladder(Arrangement.by(Grouping.ADDRESS, folded));
    }

    private static String spoken(Ladder ladder, int row) {
        return WORDS.spoken(ladder, row).replace('\u00a0', ' ');
    }

    @Test
    void anArrowSaysWhereItStandsWhoToWhomWhatItEndsAndWhen() {
        var trace = new Trace();
        trace.from("alice").to("bob").request("INVITE");
        trace.after(2.1).from("bob").to("alice").phrase("Busy Here").responds(486);
        assertThat(spoken(ladder(trace, true), 1))
                .isEqualTo("row 2 of 2, 486 Busy Here from 198.51.100.2 to 198.51.100.1, ends the INVITE,"
                        + " 2.1 s after the start");
    }

    @Test
    void aStreamIsReadOutWithTheRowBelowWhichItBegins() {
        var call = new SpokenCall();
        call.caller().lasts(100);
        Ladder ladder = new CallFlow(call.legs(), List.of(call.media()), List.of())
                .ladder(Arrangement.by(Grouping.ADDRESS, true));

        assertThat(spoken(ladder, 3)).endsWith(", stream from 192.0.2.1 to 192.0.2.2, PCMU: packets 100, none lost");
    }

    @Test
    void repetitionsAreSaid() {
        var trace = new Trace();
        trace.from("alice").to("bob").request("OPTIONS");
        trace.after(0.5).from("alice").to("bob").request("OPTIONS");
        trace.after(0.5).from("bob").to("alice").phrase("OK").responds(200, "OPTIONS");
        assertThat(spoken(ladder(trace, true), 0)).contains("retransmissions: 1 within 500 ms");
        assertThat(spoken(ladder(trace, false), 1)).contains("retransmission").doesNotContain("ends");
    }

    @Test
    void secondsAreWrittenAsTheLanguageWritesDecimals() {
        var russian = new LadderWords(
                LIBRARY.answers(LIBRARY.languages().byTag("ru").orElseThrow()).texts());
        var trace = new Trace();
        trace.from("alice").to("bob").request("INVITE");
        trace.after(2.1).from("bob").to("alice").responds(486);
        trace.after(700).from("alice").to("bob").acknowledges();
        var since = new TimeColumn(TimeMode.SINCE_START, Optional.empty(), ZoneOffset.UTC);
        var clock = new TimeColumn(TimeMode.TIME_OF_DAY, Optional.empty(), ZoneOffset.UTC);
        Ladder drawn = ladder(trace, true);
        assertThat(WORDS.time(since, drawn, 1)).isEqualTo("2.100");
        assertThat(russian.time(since, drawn, 1)).isEqualTo("2,100");
        assertThat(russian.time(since, drawn, 2)).isEqualTo("11:42,100");
        assertThat(russian.time(clock, drawn, 1)).isEqualTo(clock.text(drawn, 1));
    }

    @Test
    void theLegIsSaidWhereThereAreSeveral() {
        var trace = new Trace();
        trace.call("a", "alice", "bob").from("alice").to("pbx").request("INVITE");
        trace.after(1).call("b", "alice", "bob").from("pbx").to("bob").request("INVITE");
        assertThat(spoken(ladder(trace, true), 1)).contains("leg B");
    }

    @Test
    void anUnknownHostIsCalledUnknown() {
        var trace = new Trace().host("alice", "", 0).host("bob", "", 0);
        trace.from("alice")
                .to("bob")
                .header("Via: SIP/2.0/UDP a.example;branch=z9hG4bK1")
                .request("INVITE");
        assertThat(spoken(ladder(trace, true), 0)).contains("INVITE from a.example to Unknown host");
    }

    @Test
    void aRetryThatComesTooEarlyIsSaidWithBothTimes() {
        var trace = new Trace();
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").header("Retry-After: 30").responds(503);
        trace.from("alice").to("bob").acknowledges();
        trace.after(2).from("alice").to("bob").cseq(2).request("INVITE");
        assertThat(WORDS.note(ladder(trace, true), 1).replace('\u00a0', ' '))
                .isEqualTo("Retry-After 30 s: tried again after only 2 s");
    }

    @Test
    void hiddenArrowsAreCounted() {
        var trace = new Trace();
        trace.from("alice").to("bob").request("INVITE");
        var flow = new CallFlow(trace.calls());
        var hidden = new Arrangement(Grouping.ADDRESS, true, List.of(), Set.of("198.51.100.2"), true);
        assertThat(WORDS.leftOut(flow.ladder(hidden))).endsWith("1");
        assertThat(WORDS.leftOut(ladder(trace, true))).isEmpty();
    }
}
