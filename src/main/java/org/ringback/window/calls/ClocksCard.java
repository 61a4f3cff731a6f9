package org.ringback.window.calls;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver.ArrowLocation;
import org.ringback.call.FileClock;
import org.ringback.language.Texts;
import org.ringback.reading.CaptureSource;
import org.ringback.reading.ClockOffset;
import org.ringback.session.Loading;
import org.ringback.session.Session;
import org.ringback.window.kit.CallWords;
import org.ringback.window.kit.Card;
import org.ringback.window.kit.PageScroll;
import org.ringback.window.kit.Prose;

/** Sets what to add to the times of each open file, and says what its messages tell of its clock. */
final class ClocksCard {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    /** Nobody sees less in a ladder. */
    private static final Duration LEAST = Duration.ofMillis(1);

    private final Loading loading;
    private final CaptureSource.Files source;
    private final Texts texts;
    private final List<Line> lines = new ArrayList<>();
    private final Button apply = new Button();
    private final Card card;

    /** One file. */
    private record Line(Path file, TextField offset, VBox told) {

        private Optional<Duration> typed() {
            return offset.getText().isBlank()
                    ? Optional.of(Duration.ZERO)
                    : ClockOffset.of(offset.getText().strip());
        }
    }

    private ClocksCard(Session session, CaptureSource.Files source) {
        this.loading = session.calls().loading();
        this.source = source;
        this.texts = session.texts().get();
        var page = new VBox(
                Prose.text(texts.get(ClocksText.TITLE), "finding-title"),
                Prose.text(texts.get(ClocksText.HINT), "muted"));
        page.getStyleClass().add("clocks");
        source.files().forEach(file -> page.getChildren().add(line(file)));
        apply.setText(texts.get(ClocksText.APPLY));
        apply.getStyleClass().addAll("accent", "apply-clocks");
        apply.setOnAction(click -> apply());
        page.getChildren().add(apply);
        var scroll = new PageScroll(session.texts());
        scroll.fit();
        scroll.show(page, false);
        scroll.getStyleClass().add("clocks-card");
        card = new Card(scroll, ArrowLocation.TOP_LEFT);
    }

    /** Shows the clocks of the open files. */
    static void show(Session session, Node beside) {
        if (session.calls().capture().sourceProperty().get() instanceof CaptureSource.Files files) {
            var clocks = new ClocksCard(session, files);
            clocks.card.show(beside);
            clocks.lines.getFirst().offset.requestFocus();
            clocks.compare();
        }
    }

    private Node line(Path file) {
        var name = new Label(CallWords.fileName(file));
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        Duration set = source.clockOffsets().getOrDefault(file, Duration.ZERO);
        var offset = new TextField(set.isZero() ? "" : ClockOffset.text(set));
        offset.setPromptText("+0s");
        offset.setAccessibleText(texts.get(ClocksText.FIELD, CallWords.fileName(file)));
        offset.getStyleClass().add("clock-offset");
        offset.setOnAction(enter -> apply());
        var told = new VBox();
        var line = new Line(file, offset, told);
        offset.textProperty().addListener(change -> check());
        lines.add(line);
        var first = new HBox(name, offset);
        first.getStyleClass().add("toolbar-line");
        first.setAlignment(Pos.CENTER_LEFT);
        return new VBox(first, told);
    }

    private void check() {
        lines.forEach(
                line -> line.offset.pseudoClassStateChanged(WRONG, line.typed().isEmpty()));
        apply.setDisable(lines.stream().anyMatch(line -> line.typed().isEmpty()));
    }

    private void apply() {
        if (apply.isDisabled()) {
            return;
        }
        Map<Path, Duration> offsets = new HashMap<>();
        lines.forEach(line ->
                line.typed().filter(offset -> !offset.isZero()).ifPresent(offset -> offsets.put(line.file(), offset)));
        card.hide();
        loading.setClocks(offsets);
    }

    private void compare() {
        if (lines.size() > 1) {
            tell(0, texts.get(ClocksText.FIRST));
            for (int file = 1; file < lines.size(); file++) {
                tell(file, texts.get(ClocksText.COMPARING));
            }
            loading.compareClocks(found -> found.ifDone(clocks -> clocks.forEach(this::tell)));
        }
    }

    private void tell(int file, String words) {
        lines.get(file).told().getChildren().setAll(Prose.text(words, "muted"));
    }

    private void tell(int file, FileClock clock) {
        String messages = texts.numbers().count(clock.messages());
        switch (clock) {
            case FileClock.TooFew _ -> tell(file, texts.get(ClocksText.TOO_FEW, messages));
            case FileClock.TooUneven(Duration spread, int _) ->
                tell(file, texts.get(ClocksText.TOO_UNEVEN, messages, seconds(spread)));
            case FileClock.Known known -> tellKnown(file, known, messages);
        }
    }

    private void tellKnown(int file, FileClock.Known known, String messages) {
        Line line = lines.get(file);
        String reference = CallWords.fileName(lines.get(known.against()).file());
        if (known.offset().abs().compareTo(LEAST) < 0) {
            tell(file, texts.get(ClocksText.AGREES, reference, messages, seconds(known.spread())));
            return;
        }
        // What is set already is in the times that were compared.
        Duration right = source.clockOffsets()
                .getOrDefault(line.file(), Duration.ZERO)
                .plus(known.offset())
                .plusNanos(500_000);
        String written = ClockOffset.text(Duration.ofMillis(Math.floorDiv(right.toNanos(), 1_000_000L)));
        tell(file, texts.get(ClocksText.KNOWN, written, reference, messages, seconds(known.spread())));
        var use = new Button(texts.get(ClocksText.USE, written));
        use.getStyleClass().addAll("flat", "use-clock");
        use.setOnAction(click -> line.offset().setText(written));
        line.told().getChildren().add(use);
    }

    private String seconds(Duration duration) {
        return CallWords.millis(duration, texts);
    }
}
