package org.ringback.window;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Scene;

/**
 * Does one thing after the other in a window, each as soon as what came of the one before is painted, and says how long
 * each took. For the screen's thread.
 */
final class Walk {

    /**
     * One thing that a user would do.
     *
     * @param name by which it is told
     * @param go does it
     * @param shown whether what was laid out just now shows what came of it
     */
    record Step(String name, Runnable go, BooleanSupplier shown) {}

    /** Is told of each step when its frame is painted. */
    @FunctionalInterface
    interface Listener {

        /** What was done, and how many milliseconds lie between the first move and the frame. */
        void painted(String step, double milliseconds);
    }

    private final Scene scene;
    private final Deque<Step> steps;
    private final Listener listener;
    private final Runnable end;
    private final Runnable pulse = this::look;
    private Step going;
    private long began;
    private boolean laidOut;

    /**
     * Only {@link #begin} begins it.
     *
     * @param end follows the last frame
     */
    Walk(Scene scene, Collection<Step> steps, Listener listener, Runnable end) {
        this.scene = scene;
        this.steps = new ArrayDeque<>(steps);
        this.listener = listener;
        this.end = end;
    }

    /** Begins at once, and not in the midst of a pulse. */
    void begin() {
        scene.addPostLayoutPulseListener(pulse);
        go();
        Platform.requestNextPulse();
    }

    private void next() {
        going = null;
        laidOut = false;
        if (steps.isEmpty()) {
            scene.removePostLayoutPulseListener(pulse);
            Platform.runLater(end);
        } else {
            // What a step changes may not be changed in the midst of a pulse.
            Platform.runLater(this::go);
        }
    }

    private void go() {
        going = steps.removeFirst();
        began = System.nanoTime();
        going.go().run();
    }

    private void look() {
        if (going != null && laidOut) {
            // A pulse begins only after the frame of the one before was handed to the screen.
            listener.painted(going.name(), (System.nanoTime() - began) / 1e6);
            next();
        } else if (going != null) {
            laidOut = going.shown().getAsBoolean();
        }
        Platform.requestNextPulse();
    }
}
