package org.ringback.window;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventTarget;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Window;

/**
 * A user's hands on the windows of this process, on the headless platform: keys and clicks, what they find, and the moment
 * when all that they changed is laid out.
 */
final class Hands {

    private static final String WHAT_IT_NEEDS = "JavaFX's headless platform needs fontconfig, freetype, pangoft2 and a"
            + " font: apt install libfontconfig1 libfreetype6 libpangoft2-1.0-0 fonts-dejavu-core";

    /** What is laid out may ask for more: a bar that appears makes its page narrower. */
    private static final int PULSES = 4;

    /** Nobody waits for this long but where something hangs. */
    private static final int SECONDS = 120;

    static {
        // Not by a lambda: its body would wait on the toolkit's thread until this class is ready.
        var started = new FutureTask<>(Hands.class::getName);
        Platform.startup(started);
        Platform.setImplicitExit(false);
        await(started, "JavaFX did not start. " + WHAT_IT_NEEDS);
    }

    private Hands() {}

    /** What an action on the toolkit's thread gives. */
    static <T> T onFx(Callable<T> action) {
        var task = new FutureTask<>(action);
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
        try {
            return task.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            String hint = lacksLibraries(e) ? WHAT_IT_NEEDS : e.getMessage();
            throw new AssertionError("On the toolkit's thread: " + hint, e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError("On the toolkit's thread", e);
        }
    }

    static void run(Runnable action) {
        onFx(() -> {
            action.run();
            return null;
        });
    }

    /** Without one of its native libraries JavaFX fails where it first draws a letter. */
    private static boolean lacksLibraries(Throwable failure) {
        return failure != null && (failure instanceof LinkageError || lacksLibraries(failure.getCause()));
    }

    /** Waits until everything that has happened so far is laid out. */
    static void settle() {
        int[] pulses = {PULSES};
        until(() -> --pulses[0] == 0, "The window did not follow.");
    }

    /** Waits until something is so, which is asked for at each pulse; the words say what is wrong if it never is. */
    static void until(BooleanSupplier so, String never) {
        var done = new CompletableFuture<Void>();
        run(() -> new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (so.getAsBoolean()) {
                    stop();
                    done.complete(null);
                }
            }
        }.start());
        await(done, never);
    }

    private static void await(Future<?> done, String never) {
        try {
            done.get(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(never, e);
        }
    }

    /** Presses keys together, in this order, and lets go of the last one first. */
    static void press(KeyCode... keys) {
        // One for all: it knows which of them are held.
        Robot robot = onFx(Robot::new);
        for (KeyCode key : keys) {
            run(() -> robot.keyPress(key));
        }
        for (KeyCode key : List.of(keys).reversed()) {
            run(() -> robot.keyRelease(key));
        }
        settle();
    }

    /** Types words into whatever has the keyboard when each of their letters comes. */
    static void type(String words) {
        for (String letter : words.split("", -1)) {
            if (!letter.isEmpty()) {
                run(() -> List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_TYPED, KeyEvent.KEY_RELEASED)
                        .forEach(happened -> key(happened, letter)));
            }
        }
        settle();
    }

    private static void key(EventType<KeyEvent> happened, String letter) {
        Scene scene = Window.getWindows().stream()
                .filter(Window::isFocused)
                .findFirst()
                .orElseThrow()
                .getScene();
        EventTarget focused = scene.getFocusOwner() == null ? scene : scene.getFocusOwner();
        String typed = happened == KeyEvent.KEY_TYPED ? letter : KeyEvent.CHAR_UNDEFINED;
        Event.fireEvent(focused, new KeyEvent(happened, typed, "", KeyCode.UNDEFINED, false, false, false, false));
    }

    /** Clicks into the middle of what can be seen of a node. */
    static void click(Node node) {
        run(() -> {
            Bounds place = node.localToScreen(node.getLayoutBounds());
            var robot = new Robot();
            robot.mouseMove(place.getCenterX(), place.getCenterY());
            robot.mouseClick(MouseButton.PRIMARY);
        });
        settle();
    }

    /** Clicks on the first one in sight that a query finds, or that these words stand on. */
    static void click(String wanted) {
        boolean query = wanted.startsWith(".") || wanted.startsWith("#");
        click(onFx(() -> found(query ? wanted : "*")
                .filter(node -> inSight(node) && (query || wanted.equals(words(node))))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not in sight: " + wanted))));
    }

    private static String words(Node node) {
        return node instanceof Labeled labeled ? labeled.getText() : "";
    }

    private static boolean inSight(Node node) {
        return node == null || (node.isVisible() && inSight(node.getParent()));
    }

    /** The first one in any window. */
    static <N extends Node> N find(String query, Class<N> type) {
        return all(query, type).getFirst();
    }

    static <N extends Node> List<N> all(String query, Class<N> type) {
        return onFx(() -> found(query).map(type::cast).toList());
    }

    private static Stream<Node> found(String query) {
        return Window.getWindows().stream()
                .filter(Window::isShowing)
                .flatMap(window -> window.getScene().getRoot().lookupAll(query).stream())
                .distinct();
    }

    static void closeAll() {
        run(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
    }
}
