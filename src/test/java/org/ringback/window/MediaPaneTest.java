package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringback.call.CallKind;
import org.ringback.settings.Settings;
import org.ringback.window.text.WrappedText;

/** What flowed as media in a call, beside its ladder. */
class MediaPaneTest {

    private static final Settings ENGLISH = new Settings("en", "light", "calls", 486, 486, 600, null);

    private static WindowUnderTest withCall(String capture, CallKind kind) {
        return withCall(Path.of("src/test/resources/captures").resolve(capture), kind);
    }

    private static WindowUnderTest withCall(Path capture, CallKind kind) {
        var window = WindowUnderTest.open(ENGLISH, WindowUnderTest.PSEUDO, 1280, 900);
        window.act(() -> window.session().openFiles(List.of(capture)));
        window.settleCalls();
        window.act(() -> {
            var calls = window.session().calls();
            calls.open(calls.listProperty().get().rows().stream()
                    .filter(row -> row.call().kind() == kind)
                    .findFirst()
                    .orElseThrow());
        });
        window.settleCalls();
        return window;
    }

    private static List<ToggleButton> choices(WindowUnderTest window) {
        return window.onFx(() -> window.root().lookupAll(".side-choice .toggle-button").stream()
                .map(ToggleButton.class::cast)
                .toList());
    }

    private static void openMedia(WindowUnderTest window) {
        window.click(choices(window).stream()
                .filter(button -> button.getText().equals("Media"))
                .findFirst()
                .orElseThrow());
        window.settleCalls();
    }

    private static String shown(WindowUnderTest window) {
        return VisibleTexts.in(window.roots()).toString().replace('\u00a0', ' ');
    }

    @Test
    void bothDirectionsStandOneAboveTheOtherWithTheirFigures() {
        try (var window = withCall("sipnab-sip-call-rtp-g711", CallKind.CALL)) {
            openMedia(window);

            assertThat(shown(window))
                    .contains("From the caller to the callee", "From the callee to the caller")
                    .contains("PCMA: packets 548, none lost", "Seconds since the answer", "Sound in a packet (ptime)");
            List<String> spoken = window.onFx(() -> window.root().lookupAll(".media-plot").stream()
                    .map(Node::getAccessibleText)
                    .toList());
            assertThat(spoken).hasSize(4).contains("From the callee to the caller, PCMA: packets 548, none lost");
        }
    }

    @Test
    void whatDevicesMeasuredStandsApartFromWhatWasMeasuredHere() {
        try (var window = withCall("../media/quality-report.pcap", CallKind.CALL)) {
            openMedia(window);

            assertThat(shown(window))
                    .contains("What the devices measured themselves", "Bob <sip:bob@example.com> measured itself")
                    .contains("192.0.2.2:6001 measured itself (RTCP XR)", "MOS 2.9 for listening, MOS 2.4 for talking")
                    .contains("Goodbye of the sender (RTCP BYE)", "its reason: teardown");
        }
    }

    @Test
    void keysReachTheDrawings() {
        try (var window = withCall("sipnab-sip-call-rtp-g711", CallKind.CALL)) {
            openMedia(window);
            window.act(() -> window.root().lookup(".media-pane .page-scroll").requestFocus());
            window.press(KeyCode.TAB);
            assertThat(focused(window)).isEqualTo("Play");
            window.press(KeyCode.TAB);
            assertThat(focused(window)).isEqualTo("Save sound…");
            window.press(KeyCode.TAB);

            assertThat(window.onFx(
                            () -> window.root().getScene().getFocusOwner().getStyleClass()))
                    .contains("media-plot");
        }
    }

    @Test
    void whoEnlargesTheMediaGoesOnLookingAtThem() {
        try (var window = withCall("sipnab-sip-call-rtp-g711", CallKind.CALL)) {
            openMedia(window);
            window.click(".enlarge-call");

            assertThat(shown(window)).contains("Seconds since the answer").doesNotContain("What to do");
        }
    }

    /** A hyperlink that wraps paints Arabic twice. */
    @Test
    void aPacketOfAStreamLeadsToTheMediaByMouseAndKeys() {
        try (var window = withCall("sipnab-asterisk-zfone-xlite.pcap", CallKind.CALL)) {
            var link = window.find(".packet-link", WrappedText.class);
            window.click(link);
            window.settleCalls();
            assertThat(shown(window)).contains("Seconds since the answer");

            window.click(choices(window).getFirst());
            window.act(window.find(".packet-link", WrappedText.class)::requestFocus);
            window.press(KeyCode.ENTER);
            window.settleCalls();
            assertThat(shown(window)).contains("Seconds since the answer");
        }
    }

    private static String focused(WindowUnderTest window) {
        return window.onFx(() -> window.root().getScene().getFocusOwner() instanceof Labeled one ? one.getText() : "");
    }

    @Test
    void aCaptureWithoutRtpSaysSo() {
        try (var window = withCall("gen-refused.pcap", CallKind.CALL)) {
            openMedia(window);

            assertThat(shown(window)).contains("No RTP was captured, of any call.");
        }
    }

    @Test
    void aRegistrationHasNoMedia() {
        try (var window = withCall("sipnab-sip-register.pcap", CallKind.REGISTRATION)) {
            assertThat(choices(window)).extracting(ToggleButton::getText).doesNotContain("Media");
        }
    }

    @Test
    void whatWasSaidIsDrawnOnceSomebodyWantsToHearIt() throws InterruptedException {
        try (var window = withCall("sipnab-sip-call-rtp-g711", CallKind.CALL)) {
            openMedia(window);
            assertThat(window.onFx(() -> window.root().lookupAll(".wave-plot"))).isEmpty();

            window.act(() -> ((Button) window.root().lookup(".sound-line .button")).fire());

            await(() -> !window.onFx(() -> window.root().lookupAll(".wave-plot").isEmpty()));
            assertThat(window.onFx(() -> window.root().lookupAll(".wave-plot"))).hasSize(1);
            assertThat(shown(window)).contains("The caller is above, the callee below.");
        }
    }

    /** The capture writes pcma in one of its descriptions. */
    @Test
    void aCodecHasOneName() {
        try (var window = withCall("sipnab-sip-call-rtp-g711", CallKind.CALL)) {
            openMedia(window);

            assertThat(shown(window)).contains("PCMA").doesNotContain("pcma");
        }
    }

    /** A drawing goes to 10 ms at least: that is not how high the jitter was. */
    @Test
    void theKeyTellsHowHighTheDrawingIs() {
        try (var window = withCall("sipnab-sip-rtp-g722.pcap", CallKind.CALL)) {
            openMedia(window);

            assertThat(shown(window)).contains("Jitter (full height: 10.0 ms)", "mean 0.0 ms, highest 0.6 ms");
        }
    }

    private static void await(BooleanSupplier done) throws InterruptedException {
        for (int i = 0; i < 200 && !done.getAsBoolean(); i++) {
            Thread.sleep(50);
        }
    }

    @Test
    void thatTheFileHasBecomeShorterIsToldWhereItsSoundIsMissing(@TempDir Path folder)
            throws IOException, InterruptedException {
        Path file = Files.copy(
                Path.of("src/test/resources/captures/sipnab-sip-call-rtp-g711"), folder.resolve("call.pcap"));
        try (var window = withCall(file, CallKind.CALL)) {
            openMedia(window);
            try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(channel.size() / 2);
            }
            window.act(() -> ((Button) window.root().lookup(".sound-line .button")).fire());

            await(() -> shown(window).contains("call.pcap: the file has become shorter"));
            assertThat(shown(window)).contains("call.pcap: the file has become shorter");
        }
    }
}
