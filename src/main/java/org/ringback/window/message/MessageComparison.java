package org.ringback.window.message;

import java.util.List;
import java.util.Optional;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ringback.answers.Answers;
import org.ringback.language.Texts;
import org.ringback.sip.HeaderDifference;
import org.ringback.window.kit.Prose;

/** Two messages side by side: what each says about the same header stands on one line, and differences are marked. */
public final class MessageComparison extends VBox implements MessageContent {

    private final List<HeaderDifference> all;
    private final CheckBox only = new CheckBox();
    private final ListView<HeaderDifference> rows = new ListView<>();
    private Texts texts;

    MessageComparison(List<HeaderDifference> all, Answers answers, boolean onlyDifferences) {
        this.all = List.copyOf(all);
        getStyleClass().add("message-comparison");
        only.setSelected(onlyDifferences);
        only.setOnAction(choice -> show(only.isSelected()));
        rows.getStyleClass().add("message-lines");
        rows.setCellFactory(_ -> new Row());
        VBox.setVgrow(rows, Priority.ALWAYS);
        getChildren().addAll(only, rows);
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
    }

    private String name(HeaderDifference row) {
        return switch (row.of()) {
            case START_LINE -> texts.get(MessageText.START_LINE);
            case BODY_LINE -> texts.get(MessageText.BODY);
            case HEADER -> row.name();
        };
    }

    /** One header of both messages. */
    private final class Row extends ListCell<HeaderDifference> {

        private Row() {
            getStyleClass().add("message-line");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(HeaderDifference row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            var grid = new GridPane();
            grid.getStyleClass().add("difference");
            grid.getColumnConstraints().addAll(share(22), share(39), share(39));
            grid.add(Prose.atTop(Prose.text((row.same() ? "" : "\u2260\u00a0") + name(row), "difference-name")), 0, 0);
            grid.add(Prose.atTop(value(row.left(), row.same())), 1, 0);
            grid.add(Prose.atTop(value(row.right(), row.same())), 2, 0);
            setGraphic(grid);
            setAccessibleText(name(row) + ": " + spoken(row.left()) + "; " + spoken(row.right()));
        }

        private String spoken(Optional<String> value) {
            return value.orElseGet(() -> texts.get(MessageText.MISSING));
        }

        private Node value(Optional<String> value, boolean same) {
            Label label = Prose.text(spoken(value), "difference-value");
            if (value.isPresent()) {
                label.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
            } else {
                label.getStyleClass().add("difference-missing");
            }
            if (!same) {
                label.getStyleClass().add("differs");
            }
            return label;
        }

        private static ColumnConstraints share(double percent) {
            var column = new ColumnConstraints();
            column.setPercentWidth(percent);
            return column;
        }
    }
}
