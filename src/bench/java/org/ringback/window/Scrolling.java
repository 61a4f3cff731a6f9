package org.ringback.window;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.ListView;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.ringback.answers.Library;
import org.ringback.language.ProgramFiles;
import org.ringback.session.CallFilter;
import org.ringback.session.CallOrder;
import org.ringback.session.Session;
import org.ringback.settings.Settings;

/**
 * Opens many calls in the window, scrolls their list and a ladder, each beside an unadorned list of as many rows of the same
 * size in the same window, and prints how long the frames took. Runs in a Java of its own, with this package patched into
 * the image.
 */
public final class Scrolling {

    private static final int WHEEL_FRAMES = 150;
    private static final double WHEEL_PIXELS = 60;
    private static final int DRAG_FRAMES = 250;

    /** At 60 frames a second a frame that took longer than this was late for the next one. */
    private static final double LATE = 25;

    private final Session session;
    private final MainWindow window;

    private Scrolling(Stage stage) {
        session = new Session(new Library(new ProgramFiles()), Settings.DEFAULTS, Locale.ENGLISH, Platform::runLater);
        window = new MainWindow(session, address -> {}, chooser -> null, chooser -> null);
        stage.setScene(window.scene());
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    /**
     * Takes about a minute.
     *
     * @param arguments a capture of many calls, and one of a long call
     */
    public static void main(String... arguments) throws Exception {
        Platform.startup(() -> {});
        try {
            var scrolling = onScreen(() -> new Scrolling(new Stage()));
            scrolling.measureLadder(Path.of(arguments[1]));
            scrolling.measureCalls(Path.of(arguments[0]));
        } finally {
            Platform.exit();
        }
    }

    private static <T> T onScreen(Callable<T> action) throws Exception {
        var result = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                result.complete(action.call());
            } catch (Exception | AssertionError e) {
                result.completeExceptionally(e);
            }
        });
        return result.get();
    }

    private Scene scene() {
        return window.scene();
    }

    private void measureCalls(Path capture) throws Exception {
        measureLoading(capture);
        var table = (TableView<?>) scene().lookup(".calls-table");
        int size = table.getItems().size();
        long typed = walk(new Walk.Step(
                "",
                () -> session.calls().filterProperty().set(CallFilter.USUAL.withWords("4242")),
                () -> ready() && table.getItems().size() < size));
        long cleared = walk(new Walk.Step(
                "",
                () -> session.calls().filterProperty().set(CallFilter.USUAL),
                () -> ready() && table.getItems().size() == size));
        Object first = table.getItems().getFirst();
        long sorted = walk(new Walk.Step(
                "",
                () -> session.calls().orderProperty().set(new CallOrder(CallOrder.By.START, true)),
                () -> ready() && !table.getItems().getFirst().equals(first)));
        System.out.printf(
                Locale.ROOT,
                "%,d calls: narrowed %d ms, all again %d ms, sorted %d ms%n",
                size,
                typed,
                cleared,
                sorted);
        scroll(String.format(Locale.ROOT, "list of %,d calls", size), table);
        beside(table, plainTable(size, table.getColumns().size()), "  a plain TableView");
    }

    /** While calls come in, the window has to go on living: its longest frame is the longest time it does not answer. */
    private void measureLoading(Path capture) throws Exception {
        long began = System.nanoTime();
        var firstRows = new AtomicLong();
        Frames loading = frames(frame -> {
            if (frame == 0) {
                session.openFiles(List.of(capture));
            } else if (firstRows.get() == 0 && rowsShown()) {
                firstRows.set(System.nanoTime());
            }
            return !ready();
        });
        System.out.printf(
                Locale.ROOT,
                "%,d calls: first rows %.0f ms, all calls and findings %.0f ms%n",
                session.calls().listProperty().get().all(),
                (firstRows.get() - began) / 1e6,
                (System.nanoTime() - began) / 1e6);
        print("while they are being read", loading);
    }

    private void measureLadder(Path capture) throws Exception {
        walk(new Walk.Step("", () -> session.openFiles(List.of(capture)), this::ready));
        long opened = walk(new Walk.Step(
                "",
                () -> session.calls()
                        .open(session.calls().listProperty().get().rows().getFirst()),
                () -> scene().lookup(".ladder-cell:filled") != null));
        var list = (ListView<?>) scene().lookup(".ladder-list");
        int size = list.getItems().size();
        System.out.printf(Locale.ROOT, "ladder of %,d arrows: opened %d ms%n", size, opened);
        scroll(String.format(Locale.ROOT, "ladder of %,d arrows", size), list);
        beside(list, plainList(size, list.getFixedCellSize()), "  a plain ListView");
    }

    private boolean ready() {
        return session.calls().workingProperty().get() == 0 && rowsShown();
    }

    private boolean rowsShown() {
        return scene().lookup(".calls-table .table-row-cell:filled") != null;
    }

    /** Milliseconds until it is painted. */
    private long walk(Walk.Step step) throws Exception {
        var painted = new CompletableFuture<Long>();
        onScreen(() -> {
            new Walk(scene(), List.of(step), (_, milliseconds) -> painted.complete(Math.round(milliseconds)), () -> {})
                    .begin();
            return null;
        });
        return painted.get();
    }

    private static TableView<Integer> plainTable(int size, int columns) {
        var table = new TableView<Integer>();
        for (int column = 0; column < columns; column++) {
            var added = new TableColumn<Integer, String>("column " + column);
            added.setCellValueFactory(row -> new SimpleStringProperty("row " + row.getValue()));
            added.setPrefWidth(120);
            table.getColumns().add(added);
        }
        table.getItems().setAll(IntStream.range(0, size).boxed().toList());
        return table;
    }

    private static ListView<String> plainList(int size, double rowHeight) {
        var list = new ListView<String>();
        list.setFixedCellSize(rowHeight);
        list.getItems()
                .setAll(IntStream.range(0, size).mapToObj(row -> "row " + row).toList());
        return list;
    }

    /** Scrolls another list of the same size alone in the same window. */
    private void beside(Control measured, Control reference, String name) throws Exception {
        var root = scene().getRoot();
        onScreen(() -> {
            reference.setPrefSize(measured.getWidth(), measured.getHeight());
            scene().setRoot(new Pane(reference));
            return null;
        });
        walk(new Walk.Step("", () -> {}, () -> reference.lookup(".virtual-flow") != null));
        scroll(name, reference);
        onScreen(() -> {
            scene().setRoot(root);
            return null;
        });
    }

    private void scroll(String name, Control control) throws Exception {
        var flow = (VirtualFlow<?>) control.lookup(".virtual-flow");
        print(name + ", wheel", frames(WHEEL_FRAMES, share -> flow.scrollPixels(WHEEL_PIXELS)));
        print(name + ", dragged", frames(DRAG_FRAMES, flow::setPosition));
    }

    /** A number of frames, in each of which something moves to another share of its way. */
    private Frames frames(int count, DoubleConsumer move) throws Exception {
        return frames(frame -> {
            if (frame < count) {
                move.accept((frame + 1.0) / count);
            }
            return frame < count;
        });
    }

    private Frames frames(IntPredicate move) throws Exception {
        var done = new CompletableFuture<Frames>();
        onScreen(() -> {
            new Frames(scene(), move, done).start();
            return null;
        });
        return done.get();
    }

    private void print(String name, Frames frames) {
        System.out.printf(
                Locale.ROOT,
                "%-36s %6.1f %6.1f %6.1f   %5.1f %%   %6.1f %6.1f%n",
                name,
                frames.quantile(frames.whole, 0.5),
                frames.quantile(frames.whole, 0.95),
                frames.quantile(frames.whole, 1),
                100.0 * frames.whole.stream().filter(time -> time > LATE).count() / frames.whole.size(),
                frames.quantile(frames.thread, 0.5),
                frames.quantile(frames.thread, 0.95));
    }

    /** Does something in each frame, for as long as there is something to do. */
    private static final class Frames extends AnimationTimer {

        private final Scene scene;
        private final IntPredicate move;
        private final CompletableFuture<Frames> done;
        /** Milliseconds from frame to frame: what is drawn is drawn in them too. */
        private final List<Double> whole = new ArrayList<>();
        /** Of these, milliseconds of JavaFX's thread up to the end of the layout. */
        private final List<Double> thread = new ArrayList<>();

        private final Runnable laidOut = this::laidOut;
        private long began;
        private int frame;

        /**
         * Begins with {@link #start}.
         *
         * @param move is given the number of the frame, from 0; whether there is another one
         */
        private Frames(Scene scene, IntPredicate move, CompletableFuture<Frames> done) {
            this.scene = scene;
            this.move = move;
            this.done = done;
            scene.addPostLayoutPulseListener(laidOut);
        }

        @Override
        public void handle(long now) {
            long before = began;
            began = System.nanoTime();
            if (before != 0) {
                whole.add((began - before) / 1e6);
            }
            if (!move.test(frame)) {
                stop();
                scene.removePostLayoutPulseListener(laidOut);
                done.complete(this);
            }
            frame++;
        }

        private void laidOut() {
            thread.add((System.nanoTime() - began) / 1e6);
        }

        private double quantile(List<Double> times, double share) {
            List<Double> sorted = new ArrayList<>(times);
            Collections.sort(sorted);
            return sorted.get((int) Math.min(sorted.size() - 1L, (long) (share * sorted.size())));
        }
    }
}
