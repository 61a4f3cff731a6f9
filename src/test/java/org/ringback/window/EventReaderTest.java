package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.ladder.Happened;
import org.ringback.ladder.NetworkMark;
import org.ringback.network.NetworkEvent;
import org.ringback.session.OpenCall;
import org.ringback.settings.Settings;
import org.ringback.window.message.MessageView;

/** Who chooses what the network did in the ladder reads what its packet says, in the place of a message. */
class EventReaderTest {

    private static final Path CAPTURES = Path.of("src/test/resources/captures");

    private static OpenCall call() {
        Trace trace = new Happened().unreachable(Happened.ROUTER, 3).ended();
        return new OpenCall(
                trace.calls().getFirst(), trace.calls(), Optional.empty(), List.of(), Happened.network(trace));
    }

    private static NetworkEvent error(OpenCall call) {
        return Happened.ladder(new Happened().unreachable(Happened.ROUTER, 3).ended()).lines().stream()
                .filter(NetworkMark.class::isInstance)
                .map(mark -> ((NetworkMark) mark).event())
                .filter(event -> call.again(event).size() == 2)
                .findFirst()
                .orElseThrow();
    }

    private static MessageView view(WindowUnderTest window, OpenCall call) {
        return window.onFx(() -> {
            var view = new MessageView(window.session(), call, words -> {});
            ((StackPane) window.root()).getChildren().add(view);
            return view;
        });
    }

    private static String shown(WindowUnderTest window, MessageView view) {
        return window.onFx(() -> String.join("\n", VisibleTexts.in(List.of(view))))
                .replace('\u00a0', ' ');
    }

    @Test
    void whatTheNetworkDidIsToldWhereAMessageWouldBe() {
        try (var window = WindowUnderTest.open(Settings.DEFAULTS)) {
            OpenCall call = call();
            MessageView view = view(window, call);
            assertThat(shown(window, view)).contains("Choose an arrow");

            window.act(() -> call.mark(error(call)));
            assertThat(shown(window, view))
                    .contains(
                            "ICMP host unreachable",
                            "192.0.2.254 says: the host cannot be reached",
                            "INVITE sip:bob@example.com SIP/2.0",
                            "The same again: 2")
                    .doesNotContain("Choose an arrow", "Copy the message");

            window.act(() -> call.selectedProperty().set(call.call().opening()));
            assertThat(shown(window, view)).doesNotContain("ICMP").contains("Copy the message");
            assertThat(call.markedProperty().get()).isNull();
        }
    }

    @Test
    void anotherLanguageTellsTheSamePacket() {
        try (var window = WindowUnderTest.open(Settings.DEFAULTS)) {
            OpenCall call = call();
            MessageView view = view(window, call);
            window.act(() -> call.mark(error(call)));
            String english = shown(window, view);
            var german = window.session().languages().stream()
                    .filter(language -> language.tag().equals("de"))
                    .findFirst()
                    .orElseThrow();
            window.act(() -> window.session().speak(german));
            assertThat(shown(window, view)).contains("ICMP host unreachable").isNotEqualTo(english);
        }
    }

    @Test
    void ofSeveralFilesTheMessageNamesItsOwnAndOfOneNone() {
        try (var window = WindowUnderTest.open(Settings.DEFAULTS)) {
            assertThat(facts(window, "gen-refused.pcap")).contains("packet ").doesNotContain(" of gen-");
            assertThat(facts(window, "gen-cancelled.pcap", "gen-refused.pcap")).containsPattern("packet \\d+ of gen-");
        }
    }

    private static String facts(WindowUnderTest window, String... names) {
        window.act(() -> window.session()
                .openFiles(List.of(names).stream().map(CAPTURES::resolve).toList()));
        window.settleCalls();
        var calls = window.session().calls();
        window.act(() -> calls.open(calls.listProperty().get().rows().getLast()));
        window.settleCalls();
        OpenCall open = calls.openProperty().get().call();
        MessageView view = view(window, open);
        window.act(() -> open.selectedProperty().set(open.call().opening()));
        return shown(window, view);
    }
}
