package org.ringback.window;

import java.nio.file.Path;
import java.util.List;
import org.ringback.session.CallRow;
import org.ringback.settings.Settings;
import org.ringback.window.calls.CallsTable;

/** The section of calls in a window, and what tests ask of it. */
final class CallsSection {

    private static final Path CAPTURES = Path.of("src/test/resources/captures");

    /** Opens with the list of calls. */
    static final Settings IN_CALLS = new Settings("en", "light", "calls", 486, 486, 600, null);

    private CallsSection() {}

    static Path capture(String name) {
        return CAPTURES.resolve(name);
    }

    /** A window that shows the calls of the capture that comes with the program. */
    static WindowUnderTest withSample() {
        var window = WindowUnderTest.open(IN_CALLS, WindowUnderTest.PSEUDO, 1180, 900);
        window.act(() -> window.session().openSample());
        window.settleCalls();
        return window;
    }

    static CallsTable table(WindowUnderTest window) {
        return window.find(".calls-table", CallsTable.class);
    }

    /** The codes of the calls in the list, in its order; 0 for none. */
    static List<Integer> codes(WindowUnderTest window) {
        return window.onFx(
                () -> table(window).getItems().stream().map(CallRow::code).toList());
    }

    /** Opens the first call with this code. */
    static void open(WindowUnderTest window, int code) {
        window.act(() -> {
            int index = codes(window).indexOf(code);
            table(window).getSelectionModel().clearAndSelect(index);
        });
        window.settleCalls();
    }

    /** Where the call that was chosen stands in the list. */
    static int openIndex(WindowUnderTest window) {
        return window.onFx(() -> table(window)
                .getItems()
                .indexOf(window.session().calls().chosenProperty().get()));
    }

    /** The only call of the sample that is a leg of another. */
    static CallRow leg(WindowUnderTest window) {
        return table(window).getItems().stream()
                .filter(row -> row.call().callId().startsWith("trunk"))
                .findFirst()
                .orElseThrow();
    }

    /** What stands on the labels that a query finds. */
    static List<String> texts(WindowUnderTest window, String query) {
        return window.onFx(() -> window.root().lookupAll(query).stream()
                .map(VisibleTexts::of)
                .filter(words -> !words.isEmpty())
                .toList());
    }

    static void speak(WindowUnderTest window, String tag) {
        window.act(() -> window.session().languages().stream()
                .filter(language -> language.tag().equals(tag))
                .findFirst()
                .ifPresent(window.session()::speak));
    }
}
