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
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;
import org.testfx.api.FxRobotContext;
import org.testfx.robot.BaseRobot;
import org.testfx.service.finder.NodeFinder;

/**
 * A user's hands on the windows of this process, on the headless platform: keys and clicks, what they find, and the moment
 * when all that they changed is laid out. All that is known of TestFX is in here: it finds nodes and moves keys and mouse,
 * by the parts below its {@code FxRobot}, which after each of them waits for fifty milliseconds whatever happens.
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

    private static final FxRobotContext TEST_FX = new FxRobotContext();

    private static final NodeFinder FINDER = TEST_FX.getNodeFinder();

    private static final BaseRobot ROBOT = TEST_FX.getBaseRobot();

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

    /** Waits until everything that has happened so far is laid out, and whatever goes on beside the screen is done. */
    static void settle() {
        int[] pulses = {PULSES};
        until(() -> --pulses[0] <= 0 && nothingUnderWay(), "The window did not follow.");
    }

    private static boolean nothingUnderWay() {
        return Window.getWindows().stream()
                .noneMatch(window -> window.getScene().getRoot().lookup(".errand") != null);
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
        for (KeyCode key : keys) {
            ROBOT.pressKeyboard(key);
        }
        for (KeyCode key : List.of(keys).reversed()) {
            ROBOT.releaseKeyboard(key);
        }
        settle();
    }

    /** Types words into whatever has the keyboard when each of their letters comes. */
    static void type(String words) {
        for (String letter : words.split("", -1)) {
            if (!letter.isEmpty()) {
                ROBOT.typeKeyboard(onFx(Hands::focused), KeyCode.UNDEFINED, letter);
            }
        }
        settle();
    }

    private static Scene focused() {
        return Window.getWindows().stream()
                .filter(Window::isFocused)
                .findFirst()
                .orElseThrow()
                .getScene();
    }

    /** Clicks into the middle of what can be seen of a node. */
    static void click(Node node) {
        ROBOT.moveMouse(onFx(() ->
                TEST_FX.getPointLocator().point(node).atPosition(Pos.CENTER).query()));
        ROBOT.pressMouse(MouseButton.PRIMARY);
        ROBOT.releaseMouse(MouseButton.PRIMARY);
        settle();
    }

    /** Clicks on the first one in sight that a query finds, or that these words stand on. */
    static void click(String wanted) {
        click(onFx(() -> FINDER.lookup(wanted)
                .match(Hands::inSight)
                .tryQuery()
                .orElseThrow(() -> new AssertionError("not in sight: " + wanted))));
    }

    private static boolean inSight(Node node) {
        return node == null || (node.isVisible() && inSight(node.getParent()));
    }

    /** The first one in any window. */
    static <N extends Node> N find(String query, Class<N> type) {
        return onFx(() -> FINDER.lookup(query).queryAs(type));
    }

    static <N extends Node> List<N> all(String query, Class<N> type) {
        return onFx(() -> List.copyOf(FINDER.lookup(query).queryAllAs(type)));
    }

    static void closeAll() {
        run(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
    }
}
