package org.ringback.window.calls;

import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.ringback.call.Note;
import org.ringback.session.CallList;
import org.ringback.session.CallOrder;
import org.ringback.session.CallRow;
import org.ringback.session.Session;
import org.ringback.window.kit.CallWords;
import org.ringback.window.kit.CallsViewText;
import org.ringback.window.kit.Icons;
import org.ringback.window.kit.NoteText;
import org.ringback.words.LegText;

/** When a call began, and whether it stands below another leg. */
final class StartCell extends CallCell {

    private final Label time = new Label();
    private final HBox indented = new HBox(time);
    private FontIcon leg;
    private FontIcon noted;

    StartCell(Session session) {
        super(session, CallOrder.By.START);
        time.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        indented.getStyleClass().add("start-line");
        indented.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    void show(CallRow row) {
        CallList list = session().calls().listProperty().get();
        time.setText(CallWords.time(row.call().start(), CallWords.differentDays(list.first(), list.last())));
        CallList.Leg place = list.legs().get(row);
        showLeg(place != null);
        if (place == null) {
            setAccessibleText(time.getText());
            hint(null);
        } else {
            String reason = texts().get(CallsViewText.LEG_OF, LegText.of(place.link(), texts()));
            setAccessibleText(time.getText() + ", " + reason);
            hint(reason);
        }
        showNote(session().calls().notes().of(row.call()));
        setGraphic(indented);
    }

    /** What the user has noted comes first of all that the row has to say. */
    private void showNote(Note note) {
        if (noted == null && !note.nothing()) {
            noted = Icons.of(Feather.FLAG);
            noted.getStyleClass().add("noted-mark");
            indented.getChildren().add(noted);
        }
        if (noted != null) {
            noted.setVisible(!note.nothing());
            noted.setManaged(!note.nothing());
            noted.setIconCode(note.text().isEmpty() ? Feather.FLAG : Feather.MESSAGE_SQUARE);
        }
        if (!note.nothing()) {
            String words = note.text().isEmpty() ? texts().get(NoteText.MARKED) : note.text();
            setAccessibleText(getAccessibleText() + ", " + words);
            hint(words);
        }
    }

    /** Most calls have one leg only, and then their rows need no drawing. */
    private void showLeg(boolean below) {
        if (below && leg == null) {
            leg = Icons.pointing(Feather.CORNER_DOWN_RIGHT);
            leg.getStyleClass().add("leg-mark");
            indented.getChildren().addFirst(leg);
        }
        if (leg != null) {
            leg.setVisible(below);
            leg.setManaged(below);
        }
    }
}
