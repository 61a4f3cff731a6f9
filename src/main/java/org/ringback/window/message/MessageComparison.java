package org.ringback.window.message;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.NodeOrientation;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ringback.answers.Answers;
import org.ringback.language.LiveTexts;
import org.ringback.language.Texts;
import org.ringback.sip.HeaderDifference;
import org.ringback.window.kit.Prose;
import org.ringback.window.text.Copied;
import org.ringback.window.text.FindBar;
import org.ringback.window.text.ListLines;
import org.ringback.window.text.Range;
import org.ringback.window.text.TextHandling;
import org.ringback.window.text.TextMenu;
import org.ringback.window.text.WrappedText;

/** Two messages side by side: what each says about the same header stands on one line, and differences are marked. */
public final class MessageComparison extends VBox implements MessageContent {

    /** The name of a header, and its values in both messages. */
    private static final int COLUMNS = 3;

    private final List<HeaderDifference> all;
    private final CheckBox only = new CheckBox();
    private final ListView<HeaderDifference> rows = new ListView<>();
    private final ListLines<HeaderDifference> lines = new ListLines<>(rows, COLUMNS, this::text, false);
    private final TextHandling reading;
    private Texts texts;

    /** @param lookUp what can be looked up of the words that are chosen */
    MessageComparison(
            List<HeaderDifference> all,
            Answers answers,
            boolean onlyDifferences,
            LiveTexts live,
            TextMenu.LookUp lookUp) {
        this.all = List.copyOf(all);
        getStyleClass().add("message-comparison");
        only.setSelected(onlyDifferences);
        only.setOnAction(choice -> show(only.isSelected()));
        rows.getStyleClass().add("message-lines");
        rows.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        reading = new TextHandling(rows, lines, () -> texts, lookUp);
        rows.setCellFactory(_ -> new Row());
        rows.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        VBox.setVgrow(rows, Priority.ALWAYS);
        var find = new FindBar(rows, reading, live);
        find.opensFrom(this);
        getChildren().addAll(only, find, rows);
        speak(answers);
        show(onlyDifferences);
    }

    @Override
    public void speak(Answers answers) {
        texts = answers.texts();
        only.setText(texts.get(MessageText.ONLY_DIFFERENCES));
        rows.setPlaceholder(Prose.text(texts.get(MessageText.NO_DIFFERENCES), "muted"));
        rows.refresh();
    }

    private void show(boolean onlyDifferences) {
        rows.getItems()
                .setAll(all.stream()
                        .filter(row -> !onlyDifferences || !row.same())
                        .toList());
        reading.changed();
    }

    private String name(HeaderDifference row) {
        return switch (row.of()) {
            case START_LINE -> texts.get(MessageText.START_LINE);
            case BODY_LINE -> texts.get(MessageText.BODY);
            case HEADER -> row.name();
        };
    }

    private String text(HeaderDifference row, int column) {
        return switch (column) {
            case 0 -> (row.same() ? "" : "\u2260\u00a0") + name(row);
            case 1 -> spoken(row.left());
            default -> spoken(row.right());
        };
    }

    private String spoken(Optional<String> value) {
        return value.orElseGet(() -> texts.get(MessageText.MISSING));
    }

    /** Without letters that are chosen whole rows are copied, for a spreadsheet or a ticket. */
    private void pressed(KeyEvent key) {
        if (Copied.asked(key) && reading.selection().isEmpty()) {
            Copied.put(rows.getSelectionModel().getSelectedItems().stream()
                    .map(row -> name(row) + "\t" + spoken(row.left()) + "\t" + spoken(row.right()))
                    .collect(Collectors.joining("\n")));
            key.consume();
        }
    }

    /** One header of both messages. */
    private final class Row extends ListCell<HeaderDifference> {

        private final WrappedText name = Prose.text("", "difference-name");
        private final WrappedText left = Prose.text("", "difference-value");
        private final WrappedText right = Prose.text("", "difference-value");
        private final List<WrappedText> passages = List.of(name, left, right);
        private final GridPane grid = new GridPane();

        private Row() {
            getStyleClass().add("message-line");
            setPrefWidth(0);
            grid.getStyleClass().add("difference");
            grid.getColumnConstraints().addAll(share(22), share(39), share(39));
            for (int column = 0; column < COLUMNS; column++) {
                grid.add(Prose.atTop(passages.get(column)), column, 0);
            }
            lines.add(this, passages);
        }

        @Override
        protected void updateItem(HeaderDifference row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            name.setText(text(row, 0));
            show(left, row.left(), row.right());
            show(right, row.right(), row.left());
            setGraphic(grid);
            setAccessibleText(name(row) + ": " + spoken(row.left()) + "; " + spoken(row.right()));
            for (int column = 0; column < COLUMNS; column++) {
                reading.show(lines.line(getIndex(), column), passages.get(column));
            }
        }

        /** What is not the same in the other message stands out in the value. */
        private void show(WrappedText value, Optional<String> own, Optional<String> other) {
            value.setText(spoken(own));
            value.setNodeOrientation(own.isPresent() ? NodeOrientation.LEFT_TO_RIGHT : NodeOrientation.INHERIT);
            style(value, "difference-missing", own.isEmpty());
            style(value, "differs", !own.equals(other));
            value.emphasize(own.flatMap(mine -> other.map(theirs -> Differing.in(mine, theirs)))
                    .orElse(Range.NONE));
        }

        private static void style(WrappedText value, String style, boolean so) {
            value.getStyleClass().remove(style);
            if (so) {
                value.getStyleClass().add(style);
            }
        }

        private static ColumnConstraints share(double percent) {
            var column = new ColumnConstraints();
            column.setPercentWidth(percent);
            return column;
        }
    }
}
