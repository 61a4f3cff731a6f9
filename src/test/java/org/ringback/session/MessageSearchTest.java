package org.ringback.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.session.ShownCalls.capture;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Words are found in any header and body of all messages; what nobody waits for any more is not told. */
class MessageSearchTest {

    private final ShownCalls shown = new ShownCalls();
    private final CallsModel calls = shown.model;

    /** What the search does in the background, and what it tells, wait here until somebody runs them. */
    private final Queue<Runnable> waiting = new ArrayDeque<>();

    private final MessageSearch search = new MessageSearch(calls, Runnable::run, Runnable::run);

    @BeforeEach
    void open() {
        calls.open(List.of(capture("gen-refused.pcap")));
    }

    private MessageSearch.Result result() {
        return search.resultProperty().get();
    }

    @Test
    void aHeaderIsFoundWhateverItsCase() {
        search.search("  CSEQ: 1 ");
        assertThat(result().hits())
                .isNotEmpty()
                .allSatisfy(hit -> assertThat(hit.line()).startsWith("CSeq: 1 "));
        assertThat(result().count()).isEqualTo(result().hits().size());
        assertThat(result().searching()).isFalse();
        assertThat(result().share()).isEqualTo(1);
    }

    @Test
    void aLineOfABodyIsFound() {
        search.search("m=audio");
        assertThat(result().hits())
                .isNotEmpty()
                .allSatisfy(hit -> assertThat(hit.line()).startsWith("m=audio"));
    }

    @Test
    void whatStandsNowhereIsNotFoundAndBlanksAreNothing() {
        search.search("no such words");
        assertThat(result().count()).isZero();
        assertThat(result().words()).isEqualTo("no such words");
        search.search("  ");
        assertThat(result()).isEqualTo(MessageSearch.Result.NOTHING);
    }

    @Test
    void aHitOpensItsCallAtItsMessage() {
        search.search("m=audio");
        MessageSearch.Hit hit = result().hits().getLast();
        search.open(hit);
        assertThat(calls.openProperty().get().row()).isEqualTo(hit.row());
        assertThat(calls.openProperty().get().call().selectedProperty().get()).isSameAs(hit.message());
    }

    @Test
    void whatIsClosedIsNotSearchedAnyMore() {
        search.search("m=audio");
        calls.close();
        assertThat(result()).isEqualTo(MessageSearch.Result.NOTHING);
    }

    @Test
    void aSearchThatWasStoppedLooksNoFurtherAndKeepsWhatItFound() {
        List<MessageSearch.Result> told = new ArrayList<>();
        var stopping = new MessageSearch(calls, Runnable::run, waiting::add);
        stopping.resultProperty().addListener((property, before, now) -> told.add(now));
        stopping.search("cseq");
        assertThat(stopping.resultProperty().get().searching()).isTrue();
        stopping.stop();
        waiting.remove().run();

        assertThat(told).hasSize(2);
        assertThat(stopping.resultProperty().get().searching()).isFalse();
        assertThat(stopping.resultProperty().get().count()).isZero();
        assertThat(stopping.workingProperty().get()).isZero();
    }

    @Test
    void onlyTheLatestWordsAreTold() {
        var typing = new MessageSearch(calls, Runnable::run, waiting::add);
        typing.search("cs");
        typing.search("m=audio");
        waiting.remove().run();
        assertThat(typing.resultProperty().get().searching()).isTrue();
        waiting.remove().run();
        assertThat(typing.resultProperty().get().words()).isEqualTo("m=audio");
        assertThat(typing.resultProperty().get().hits()).isNotEmpty();
        assertThat(typing.resultProperty().get().searching()).isFalse();
    }
}
