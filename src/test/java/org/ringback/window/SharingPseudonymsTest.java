package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.window.CallsSection.table;
import static org.ringback.window.SharedFromWindow.SAMPLE;
import static org.ringback.window.SharedFromWindow.bytes;
import static org.ringback.window.SharedFromWindow.choose;
import static org.ringback.window.SharedFromWindow.saved;
import static org.ringback.window.SharedFromWindow.select;
import static org.ringback.window.SharedFromWindow.withSample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringback.CapturedFiles;
import org.ringback.answers.ShareFormat;

/** From selected calls to files and the clipboard with pseudonyms, which are shown before. */
class SharingPseudonymsTest {

    @TempDir
    private Path folder;

    @Test
    void thePreviewSaysWhatIsReplacedAndWhatStays() {
        try (var window = withSample(folder)) {
            select(window, 1, 2);
            choose(window, "With pseudonyms…");
            assertThat(VisibleTexts.in(window.roots()))
                    .contains("Selected calls: 2", "What is replaced", "What stays")
                    .anyMatch(text -> text.startsWith("Names: "))
                    .anyMatch(text -> text.matches("[a-z]+  \u2192  [a-z]+"))
                    .anyMatch(text -> text.startsWith("Kept exactly: times"))
                    .anyMatch(text -> text.startsWith("User-Agent: "));
        }
    }

    @Test
    void noFileWithPseudonymsNamesAnyone() throws IOException {
        try (var window = withSample(folder)) {
            Set<String> users = users(window, 1, 2, 6);
            assertThat(users).hasSizeGreaterThan(1);
            for (ShareFormat format : ShareFormat.values()) {
                select(window, 1, 2, 6);
                choose(window, "With pseudonyms…");
                pick(window, format);
                window.act(window.find(".save-pseudonyms", Button.class)::fire);
                window.settleCalls();
                Path file = folder.resolve("calls-3." + format.suffix());
                assertThat(namedIn(Files.readString(file, StandardCharsets.ISO_8859_1), users))
                        .as(file.toString())
                        .isEmpty();
            }
            String original = String.join("", bytes(CapturedFiles.messages(SAMPLE)));
            assertThat(namedIn(original, users)).as("in the original").isEqualTo(users);
            assertThat(CapturedFiles.messages(folder.resolve("calls-3.pcap"))).hasSizeGreaterThan(15);
        }
    }

    private static void pick(WindowUnderTest window, ShareFormat format) {
        window.act(() -> window.roots().stream()
                .flatMap(root -> root.lookupAll(".pseudonyms .toggle-button").stream())
                .map(ToggleButton.class::cast)
                .filter(button -> button.getUserData() == format)
                .forEach(ToggleButton::fire));
    }

    /** Short names may be part of something else by chance. */
    private static Set<String> users(WindowUnderTest window, int... rows) {
        return IntStream.of(rows)
                .mapToObj(table(window).getItems()::get)
                .flatMap(row -> Stream.of(row.from().user(), row.to().user()))
                .filter(user -> user.length() > 3)
                .collect(Collectors.toSet());
    }

    private static Set<String> namedIn(String words, Set<String> users) {
        return users.stream()
                .filter(user -> Pattern.compile("\\b" + Pattern.quote(user) + "\\b")
                        .matcher(words)
                        .find())
                .collect(Collectors.toSet());
    }

    @Test
    void whatIsCopiedWithPseudonymsIsWhatThePreviewShows() {
        try (var window = withSample(folder)) {
            select(window, 2);
            choose(window, "With pseudonyms…");
            List<String> users = users(window, 2).stream().toList();
            List<String> pseudonyms = VisibleTexts.in(window.roots()).stream()
                    .filter(text -> users.stream().anyMatch(user -> text.startsWith(user + "  \u2192  ")))
                    .map(text -> text.substring(text.lastIndexOf(' ') + 1))
                    .toList();
            assertThat(pseudonyms).isNotEmpty();
            window.act(window.find(".copy-pseudonyms", Button.class)::fire);
            window.settleCalls();
            assertThat(window.onFx(() -> Clipboard.getSystemClipboard().getString()))
                    .contains(pseudonyms)
                    .doesNotContain(users);
        }
    }

    @Test
    void timesAndLengthsAreBlurredOnRequest() throws IOException {
        try (var window = withSample(folder)) {
            select(window, 2);
            choose(window, "With pseudonyms…");
            window.act(window.find(".blur-pseudonyms", CheckBox.class)::fire);
            window.settleCalls();
            assertThat(VisibleTexts.in(window.roots())).anyMatch(text -> text.startsWith("Kept exactly: the order"));
            pick(window, ShareFormat.PCAP);
            window.act(window.find(".save-pseudonyms", Button.class)::fire);
            window.settleCalls();
            assertThat(CapturedFiles.messages(folder.resolve(saved(folder).getFirst())))
                    .isNotEmpty()
                    .allMatch(message -> message.time() / 1_000_000 / 3600 == 946_684_800L / 3600);
        }
    }

    @Test
    void theKeyboardLeadsFromTheMenuToAFile() throws IOException {
        try (var window = withSample(folder)) {
            select(window, 2);
            choose(window, "With pseudonyms…");
            window.press(KeyCode.ESCAPE);
            assertThat(window.roots()).noneMatch(root -> root.lookup(".pseudonyms") != null);
            choose(window, "With pseudonyms…");
            window.act(window.find(".save-pseudonyms", Button.class)::requestFocus);
            window.press(KeyCode.SPACE);
            window.settleCalls();
            assertThat(saved(folder)).singleElement().asString().endsWith(".html");
        }
    }
}
