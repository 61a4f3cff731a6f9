package org.ringback.window.calls;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.concurrent.Task;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.ringback.diagnosis.Listing;
import org.ringback.export.WholeFile;
import org.ringback.flow.CallMedia;
import org.ringback.hearing.SpokenCall;
import org.ringback.language.Texts;
import org.ringback.reading.CaptureSource;
import org.ringback.sound.BothSides;
import org.ringback.sound.Loudspeaker;
import org.ringback.sound.Peaks;
import org.ringback.sound.Playing;
import org.ringback.window.kit.Icons;
import org.ringback.window.kit.Prose;
import org.ringback.window.share.Sharing;

/**
 * Plays what was said in a call and saves it. The packets are read from the files again when somebody first asks for them, beside
 * the screen; with the bar they fall silent.
 */
final class SoundBar extends VBox {

    /** A stretch for each few pixels of a wide screen. */
    private static final int STRETCHES = 600;

    private final CaptureSource source;
    private final CallMedia media;
    private final Texts texts;
    private final Sharing sharing;
    private final Loudspeaker loudspeaker;
    private final Runnable filesRead;
    private final Button play = new Button();
    private final Button save = new Button();
    private final VBox says = new VBox();
    private Optional<SpokenCall> spoken = Optional.empty();
    private Optional<Playing> playing = Optional.empty();
    private Optional<Task<?>> reading = Optional.empty();

    /** @param filesRead is told when files were read again, which may have changed */
    SoundBar(
            CaptureSource source,
            CallMedia media,
            Texts texts,
            Sharing sharing,
            Loudspeaker loudspeaker,
            Runnable filesRead) {
        this.source = source;
        this.media = media;
        this.texts = texts;
        this.sharing = sharing;
        this.loudspeaker = loudspeaker;
        this.filesRead = filesRead;
        getStyleClass().add("sound-bar");
        save.setText(texts.get(SoundText.SAVE));
        save.setGraphic(Icons.of(Feather.SAVE));
        save.setOnAction(click -> heard(this::save));
        silent();
        Stream.of(play, save).forEach(button -> button.setMinWidth(Region.USE_PREF_SIZE));
        var line = new HBox(play, save);
        line.getStyleClass().add("sound-line");
        getChildren().addAll(line, says, Prose.text(texts.get(SoundText.SIDES), "muted"));
        sceneProperty().addListener(change -> {
            if (getScene() == null) {
                leave();
            }
        });
    }

    private void say(String words) {
        says.getChildren().setAll(words.isEmpty() ? List.of() : List.of(Prose.text(words, "muted")));
    }

    private void silent() {
        play.setText(texts.get(SoundText.PLAY));
        play.setGraphic(Icons.of(Feather.PLAY));
        play.setOnAction(click -> heard(this::play));
    }

    private void leave() {
        playing.ifPresent(Playing::stop);
        playing = Optional.empty();
        reading.ifPresent(Task::cancel);
    }

    /** Goes on with what can be heard, once it is read; says why if there is nothing. */
    private void heard(Consumer<SpokenCall> then) {
        if (spoken.isPresent()) {
            then.accept(spoken.get());
            return;
        }
        if (reading.isPresent()) {
            return;
        }
        say(texts.get(SoundText.READING));
        var task = new Task<Optional<SpokenCall>>() {
            @Override
            protected Optional<SpokenCall> call() {
                return SpokenCall.of(source, media, this::isCancelled);
            }
        };
        begin(task, () -> {
            say("");
            filesRead.run();
            Optional<String> not = whyNot(task.getValue());
            not.ifPresent(this::say);
            if (not.isEmpty()) {
                spoken = task.getValue();
                draw(spoken.get().sides());
                then.accept(spoken.get());
            }
        });
    }

    private <T> void begin(Task<T> task, Runnable done) {
        reading = Optional.of(task);
        task.setOnSucceeded(event -> {
            reading = Optional.empty();
            done.run();
        });
        task.setOnFailed(event -> {
            reading = Optional.empty();
            say(texts.get(SoundText.NOTHING));
        });
        task.setOnCancelled(event -> reading = Optional.empty());
        Thread.ofPlatform().daemon().name("sound").start(task);
    }

    private Optional<String> whyNot(Optional<SpokenCall> read) {
        if (read.isEmpty()) {
            return Optional.of(texts.get(SoundText.NOTHING));
        }
        if (read.get().locked()) {
            return Optional.of(texts.get(SoundText.LOCKED));
        }
        return read.get().audible()
                ? Optional.empty()
                : Optional.of(texts.get(
                        SoundText.UNDECODABLE, new Listing(texts).of(read.get().undecodable())));
    }

    /** How loud it is takes a while for long calls. */
    private void draw(BothSides sides) {
        Callable<Peaks> look = () -> {
            int rate = 8000;
            return Peaks.of(sides.read(rate, 0), sides.samples(rate), STRETCHES);
        };
        var task = new Task<Peaks>() {
            @Override
            protected Peaks call() throws Exception {
                return look.call();
            }
        };
        task.setOnSucceeded(event -> getChildren()
                .addAll(
                        2,
                        List.of(new WavePlot(task.getValue(), sides), Prose.text(texts.get(SoundText.WAVE), "muted"))));
        Thread.ofPlatform().daemon().name("peaks").start(task);
    }

    private void play(SpokenCall call) {
        BothSides sides = call.sides();
        if (getScene() == null) {
            return;
        }
        playing = loudspeaker.play(
                sides.read(sides.naturalRate(), 0),
                () -> Platform.runLater(() -> {
                    playing = Optional.empty();
                    silent();
                }));
        if (playing.isEmpty()) {
            say(texts.get(SoundText.NO_LOUDSPEAKER));
            return;
        }
        play.setText(texts.get(SoundText.STOP));
        play.setGraphic(Icons.of(Feather.SQUARE));
        play.setOnAction(click -> {
            playing.ifPresent(Playing::stop);
            playing = Optional.empty();
            silent();
        });
    }

    private void save(SpokenCall call) {
        sharing.write(
                "call",
                "wav",
                path -> WholeFile.write(path, out -> {
                    call.write(out);
                    return path;
                }));
    }
}
