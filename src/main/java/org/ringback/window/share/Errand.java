package org.ringback.window.share;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.concurrent.Task;
import javafx.concurrent.Worker;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.ringback.language.Texts;
import org.ringback.window.kit.Icons;
import org.ringback.window.kit.WindowText;

/**
 * Something that takes a while and goes on beside the screen: a line above the lower edge of the window tells what it is and
 * how far it is, with a way to stop it, and goes away with it.
 *
 * @param <T> what comes of it
 */
final class Errand<T> extends Task<T> implements Steps {

    /** What is done, in steps between which it can be stopped. */
    @FunctionalInterface
    interface Work<T> {

        T run(Steps steps) throws IOException;
    }

    private final Work<T> work;
    private final HBox line = new HBox();

    private Errand(Work<T> work) {
        this.work = work;
    }

    /**
     * Begins it.
     *
     * @param layers of the window
     * @param what is being done, in words
     * @param done takes what came of it, on the toolkit's thread, unless it was stopped
     * @param failed takes what went wrong instead
     */
    static <T> void begin(
            StackPane layers, String what, Texts texts, Work<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        var errand = new Errand<>(work);
        errand.show(layers, what, texts);
        errand.stateProperty().addListener((state, before, now) -> {
            boolean over = now == Worker.State.SUCCEEDED || now == Worker.State.FAILED || now == Worker.State.CANCELLED;
            if (over) {
                layers.getChildren().remove(errand.line);
            }
            if (now == Worker.State.SUCCEEDED) {
                done.accept(errand.getValue());
            } else if (now == Worker.State.FAILED) {
                failed.accept(errand.getException());
            }
        });
        Thread.ofPlatform().daemon().name("errand").start(errand);
    }

    private void show(StackPane layers, String what, Texts texts) {
        var words = new Label(what);
        var bar = new ProgressBar();
        bar.progressProperty().bind(progressProperty());
        bar.setAccessibleText(what);
        var stop = new Button(texts.get(WindowText.STOP), Icons.of(Feather.X));
        stop.getStyleClass().add("stop-errand");
        // Without an interrupt: half a step would leave half a sheet.
        stop.setOnAction(click -> cancel(false));
        line.getChildren().addAll(words, bar, stop);
        line.getStyleClass().add("errand");
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(line, Pos.BOTTOM_CENTER);
        layers.getChildren().add(line);
    }

    @Override
    protected T call() throws IOException {
        return work.run(this);
    }

    @Override
    public <S> S onToolkit(Callable<S> step) {
        var task = new FutureTask<>(step);
        Platform.runLater(task);
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void done(long steps, long of) {
        updateProgress(steps, of);
    }

    @Override
    public boolean unwanted() {
        return isCancelled();
    }
}
