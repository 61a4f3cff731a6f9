package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ringback.call.Call;
import org.ringback.call.Message;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Transport;
import org.ringback.diagnosis.Diagnosis;
import org.ringback.reading.Examined;
import org.ringback.session.OpenCall;
import org.ringback.session.Section;
import org.ringback.settings.Settings;
import org.ringback.window.message.MessageComparison;
import org.ringback.window.message.MessageView;
import org.ringback.window.text.WrappedText;

/** A message is read, asked about, copied, and compared with another one. */
class MessageViewTest {

    private final List<String> copied = new ArrayList<>();
    private WindowUnderTest window;
    private OpenCall call;

    @BeforeEach
    void openACall() {
        window = WindowUnderTest.open(Settings.DEFAULTS);
        var messages = new ArrayList<Captured>();
        add(messages, 1, """
            INVITE sip:200@example.com SIP/2.0\r
            v: SIP/2.0/UDP a;branch=z9hG4bK1\r
            Max-Forwards: 9999\r
            X-Own: 1\r
            From: <sip:100@example.com>;tag=a\r
            To: <sip:200@example.com>\r
            Call-ID: 1\r
            CSeq: 1 INVITE\r
            Content-Length: 0\r
            \r
            """);
        add(messages, 2, response("180 Ringing", ""));
        add(messages, 3, response("486 Busy Here", "Server: phone\r\n"));
        List<Call> calls = Examined.of(messages, List.of(), Captured.NO_TIME, new Diagnosis())
                .calls();
        call = new OpenCall(calls.getFirst(), calls, Optional.empty());
        window.act(() -> {
            var view = new MessageView(window.session(), call, copied::add);
            // The headless platform cannot draw a card that reaches over the left edge of its screen.
            StackPane.setMargin(view, new Insets(0, 0, 0, 200));
            ((StackPane) window.root()).getChildren().add(view);
        });
    }

    @AfterEach
    void close() {
        window.close();
    }

    private static String response(String status, String more) {
        return "SIP/2.0 " + status + "\r\nVia: SIP/2.0/UDP a;branch=z9hG4bK1\r\nFrom: <sip:100@example.com>;tag=a\r\n"
                + "To: <sip:200@example.com>;tag=b\r\nCall-ID: 1\r\nCSeq: 1 INVITE\r\n" + more
                + "Content-Length: 0\r\n\r\n";
    }

    private static void add(List<Captured> messages, int frame, String text) {
        var bytes = MemorySegment.ofArray(text.getBytes(StandardCharsets.UTF_8));
        var client = new Endpoint("192.0.2.1", 5060);
        var server = new Endpoint("192.0.2.2", 5060);
        boolean request = text.startsWith("INVITE");
        messages.add(new Captured(
                bytes,
                frame * 1_000_000L,
                request ? client : server,
                request ? server : client,
                Transport.UDP,
                0,
                frame));
    }

    private Message message(int index) {
        return call.call().messages().get(index);
    }

    private void select(int index) {
        window.act(() -> call.selectedProperty().set(message(index)));
    }

    private String shown() {
        return window.onFx(() -> window.find(".message-view", MessageView.class).lookupAll(".message-line").stream()
                .flatMap(line -> line.lookupAll("Text").stream())
                .map(text -> ((Text) text).getText())
                .collect(Collectors.joining("|")));
    }

    @Test
    void asksForAnArrowFirst() {
        assertThat(VisibleTexts.of(window.find(".message-none", Node.class))).startsWith("Choose an arrow");
    }

    /** As the ladder beside it does, which knows the hosts of such a log by the Via of its messages. */
    @Test
    void aLogThatNamesNoHostsStillNamesWhoSentAMessage() {
        List<Captured> nameless = call.call().messages().stream()
                .map(Message::captured)
                .map(seen -> new Captured(
                        seen.bytes(),
                        seen.time(),
                        Endpoint.UNKNOWN,
                        Endpoint.UNKNOWN,
                        seen.transport(),
                        seen.file(),
                        seen.frame()))
                .toList();
        List<Call> calls = Examined.of(nameless, List.of(), Captured.NO_TIME, new Diagnosis())
                .calls();
        var open = new OpenCall(calls.getFirst(), calls, Optional.empty());
        window.act(() -> {
            ((StackPane) window.root()).getChildren().add(new MessageView(window.session(), open, copied::add));
            open.selectedProperty().set(open.call().messages().getFirst());
        });
        assertThat(VisibleTexts.in(window.roots())).anyMatch(text -> text.contains(", a \u2192 unknown, UDP"));
        window.act(() -> open.selectedProperty().set(open.call().messages().getLast()));
        assertThat(VisibleTexts.in(window.roots())).anyMatch(text -> text.contains(", unknown \u2192 a, UDP"));
    }

    @Test
    void showsTheMessageAsItCame() {
        select(0);
        assertThat(shown()).contains("INVITE sip:200@example.com SIP/2.0", "v|: SIP/2.0/UDP a;branch=z9hG4bK1");
        assertThat(VisibleTexts.of(window.find(".message-title", Node.class))).isEqualTo("INVITE");
    }

    @Test
    void aLineTakesTheHeightOfWhatItShowsAtEveryWidth() {
        select(0);
        var list = window.find(".message-lines", ListView.class);
        for (int width = 180; width < 320; width += 4) {
            int right = width;
            window.act(() -> {
                list.setMinWidth(right);
                list.setMaxWidth(right);
            });
            window.settle();
            assertThat(window.onFx(() -> list.lookupAll(".message-line .wrapped-text").stream()
                            .map(WrappedText.class::cast)
                            .map(shown -> shown.getHeight() - shown.prefHeight(shown.getWidth()))
                            .toList()))
                    .as("%s pixels", right)
                    .isNotEmpty()
                    .allMatch(left -> Math.abs(left) < 1.5);
        }
    }

    @Test
    void marksTheDoubtfulBytesAndLeadsToThem() {
        select(0);
        assertThat(window.find(".doubted", Text.class).getText()).isEqualTo("9999");
        window.click(window.find(".doubts .doubt", Node.class));
        assertThat(window.onFx(() -> window.find(".message-lines", ListView.class)
                        .getSelectionModel()
                        .getSelectedIndex()))
                .isEqualTo(2);
    }

    @Test
    void explainsAHeaderOnRequest() {
        select(0);
        window.click(window.find(".header-name", Text.class));
        assertThat(VisibleTexts.in(window.roots()))
                .anySatisfy(text -> assertThat(text).startsWith("The path the request has taken"));
    }

    /** A card is inside the line that it was opened from, as far as styles can see. */
    @Test
    void whatExplainsAHeaderIsNotWrittenAsProtocol() {
        select(0);
        window.click(window.find(".header-name", Text.class));
        String line = family(".header-value");
        assertThat(line).isEqualTo(family(".header-name"));
        assertThat(family(".explanation .prose Text")).isNotEqualTo(line);
    }

    private String family(String selector) {
        return window.onFx(
                () -> Hands.all(selector, Text.class).getFirst().getFont().getFamily());
    }

    @Test
    void copiesTheWholeMessageOrTheChosenLines() {
        select(2);
        window.click("Copy the message");
        assertThat(copied.getLast()).startsWith("SIP/2.0 486 Busy Here\nVia: ").endsWith("Content-Length: 0\n\n");
        window.act(() -> {
            var lines = window.find(".message-lines", ListView.class);
            lines.getSelectionModel().clearAndSelect(1);
            lines.requestFocus();
        });
        window.press(KeyCode.CONTROL, KeyCode.C);
        assertThat(copied.getLast()).isEqualTo("Via: SIP/2.0/UDP a;branch=z9hG4bK1");
    }

    @Test
    void aCodeOpensItsPage() {
        select(2);
        window.click(".code-link");
        assertThat(window.session().handbook().codeProperty().get()).isEqualTo(486);
        assertThat(window.session().sectionProperty().get()).isEqualTo(Section.HANDBOOK);
    }

    @Test
    void twoMessagesStandSideBySideByHeader() {
        select(1);
        window.act(() ->
                window.find(".message-tools .menu-button", MenuButton.class).show());
        window.act(() -> window.find(".message-tools .menu-button", MenuButton.class)
                .getItems()
                .getFirst()
                .fire());
        var values = window.onFx(() ->
                window
                        .find(".message-comparison", MessageComparison.class)
                        .lookupAll(".difference .wrapped-text")
                        .stream()
                        .map(VisibleTexts::of)
                        .toList());
        assertThat(values)
                .contains("SIP/2.0 180 Ringing", "SIP/2.0 486 Busy Here", "≠\u00a0Server", "phone", "not there")
                .doesNotContain("Via", "≠\u00a0Via");
        window.click("Compare the codes");
        assertThat(window.session().comparison().leftProperty().get()).isEqualTo(180);
        assertThat(window.session().comparison().rightProperty().get()).isEqualTo(486);
    }

    /** What was clicked is gone with what it belongs to; the next key is meant for what is seen now. */
    @Test
    void whatWasChosenToBeSeenHasTheKeyboard() {
        select(1);
        window.act(() -> {
            var menu = window.find(".message-tools .menu-button", MenuButton.class);
            menu.requestFocus();
            call.comparedProperty().set(message(2));
        });
        window.settle();
        assertThat(window.focused()).isSameAs(window.find(".message-comparison .message-lines", ListView.class));
        window.press(KeyCode.CONTROL, KeyCode.F);
        assertThat(window.find(".message-comparison .find-bar", Node.class).isVisible())
                .isTrue();
        window.press(KeyCode.ESCAPE);

        window.click("End the comparison");
        assertThat(window.focused()).isSameAs(window.find(".message-lines", ListView.class));
    }

    @Test
    void aMarkLeavesTheKeyboardWhereItIs() {
        select(1);
        window.act(() -> window.find(".message-view .mark-button", Node.class).requestFocus());
        window.press(KeyCode.SPACE);
        window.settle();
        assertThat(window.focused()).isSameAs(window.find(".message-view .mark-button", Node.class));
    }

    @Test
    void lettersAreChosenAcrossLinesAndCopiedAsTheyCame() {
        select(0);
        var mouse = new Mouse(window);
        WrappedText via = line("v: SIP");
        WrappedText forwards = line("Max-Forwards");
        mouse.drag(via, mouse.at(via, "branch"), mouse.at(forwards, ": 9999"));
        window.press(KeyCode.CONTROL, KeyCode.C);
        assertThat(window.onFx(() -> Clipboard.getSystemClipboard().getString()))
                .isEqualTo("branch=z9hG4bK1\nMax-Forwards");
    }

    private WrappedText line(String begins) {
        return window.onFx(() -> window.root().lookupAll(".message-line .wrapped-text").stream()
                .map(WrappedText.class::cast)
                .filter(line -> ((Text) line.getChildren().getFirst()).getText().equals(begins.split("[: ]", -1)[0]))
                .findFirst()
                .orElseThrow());
    }

    @Test
    void lettersThatDifferAreMarked() {
        select(1);
        window.act(() -> call.comparedProperty().set(message(2)));
        var marks = window.onFx(() -> window.root().lookupAll(".difference .different-text").stream()
                .map(mark -> VisibleTexts.of(mark.getParent()))
                .toList());
        assertThat(marks).contains("SIP/2.0 180 Ringing", "SIP/2.0 486 Busy Here");
    }

    @Test
    void followsTheLanguage() {
        select(0);
        window.act(() -> window.session()
                .speak(window.session().languages().stream()
                        .filter(language -> language.locale().equals(Locale.of("ru")))
                        .findFirst()
                        .orElseThrow()));
        assertThat(VisibleTexts.of(window.find(".doubts-title", Node.class))).startsWith("Замечания к сообщению");
    }
}
