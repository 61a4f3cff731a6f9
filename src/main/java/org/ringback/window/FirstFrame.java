package org.ringback.window;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.ringback.language.Language;
import org.ringback.session.CallRow;
import org.ringback.session.CallsModel;
import org.ringback.session.Section;
import org.ringback.session.Session;

/**
 * Serves the build, switched on by a system property: {@code ringback.printFirstFrame} prints a line when the first
 * frame is painted, for whoever measures the start from outside, and another one for each step after it;
 * {@code ringback.printWindow} prints one when the window appears;
 * {@code ringback.training} walks once through the handbook while the start-up cache of the image is recorded;
 * {@code ringback.walk} names a capture, or {@code sample}, or nothing where one is opened already, and walks through the
 * section of calls with it. All but the second then leave the program.
 */
final class FirstFrame {

    private static final String FIRST = "first-frame";

    private FirstFrame() {}

    /**
     * Tells when the window stands on the screen, still without anything in it; says nothing where its contents are there
     * before it is painted.
     */
    static void watchCurtain(Scene scene) {
        if (Boolean.getBoolean("ringback.printWindow")) {
            var step = new Walk.Step("window", () -> {}, () -> true);
            new Walk(scene, List.of(step), (name, _) -> System.err.println(name), () -> {}).begin();
        }
    }

    static void watch(Stage stage, Session session) {
        boolean print = Boolean.getBoolean("ringback.printFirstFrame");
        boolean train = System.getProperty("ringback.training") != null;
        String capture = System.getProperty("ringback.walk");
        if (print || train || capture != null) {
            var steps = new ArrayList<Walk.Step>();
            steps.add(new Walk.Step(FIRST, () -> {}, () -> true));
            if (train) {
                steps.add(new Walk.Step("handbook", () -> handbook(session), () -> true));
                // Other scripts need other classes.
                Language first = session.answers().get().language();
                session.languages()
                        .forEach(language ->
                                steps.add(new Walk.Step(language.tag(), () -> session.speak(language), () -> true)));
                steps.add(new Walk.Step(first.tag(), () -> session.speak(first), () -> true));
            }
            if (capture != null) {
                steps.addAll(calls(stage.getScene(), session, capture));
            }
            new Walk(stage.getScene(), steps, print ? FirstFrame::print : (_, _) -> {}, Platform::exit).begin();
        }
    }

    /** The first frame alone is counted from outside: only there the start of the process is known. */
    private static void print(String step, double milliseconds) {
        System.err.println(step.equals(FIRST) ? step : step + " " + Math.round(milliseconds));
    }

    private static void handbook(Session session) {
        session.search("busy");
        session.open(603);
        session.compare(486, 600);
        session.sectionProperty().set(Section.HANDBOOK);
    }

    /**
     * From a capture to a message: its first calls in the list, all calls and findings, the ladder of a call, a message.
     *
     * @param capture a file, or {@code sample}, or nothing if one is opened already
     */
    static List<Walk.Step> calls(Scene scene, Session session, String capture) {
        CallsModel calls = session.calls();
        return List.of(
                new Walk.Step(
                        "rows", () -> open(session, capture), () -> has(scene, ".calls-table .table-row-cell:filled")),
                new Walk.Step(
                        "findings", () -> {}, () -> calls.workingProperty().get() == 0),
                new Walk.Step("ladder", () -> calls.open(telling(calls)), () -> has(scene, ".ladder-cell:filled")),
                new Walk.Step(
                        "message",
                        () -> ((ListView<?>) scene.lookup(".ladder-list"))
                                .getSelectionModel()
                                .select(0),
                        () -> has(scene, ".message-line:filled")));
    }

    private static void open(Session session, String capture) {
        if (capture.equals("sample")) {
            session.openSample();
        } else if (!capture.isEmpty()) {
            session.openFiles(List.of(Path.of(capture)));
        }
    }

    /** A call that failed has more to show. */
    private static CallRow telling(CallsModel calls) {
        List<CallRow> rows = calls.listProperty().get().rows();
        return rows.stream().filter(CallRow::problem).findFirst().orElseGet(rows::getFirst);
    }

    private static boolean has(Scene scene, String selector) {
        return scene.lookup(selector) != null;
    }
}
