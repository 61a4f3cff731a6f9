package org.ringback.window.calls;

import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.ringback.session.CallList;
import org.ringback.session.CallOrder;
import org.ringback.session.CallRow;
import org.ringback.session.Session;
import org.ringback.window.kit.CallWords;
import org.ringback.window.kit.CallsViewText;
import org.ringback.window.kit.Icons;
import org.ringback.words.LegText;

/** When a call began, and whether it stands below another leg. */
final class StartCell extends CallCell {

    private final Label time = new Label();
    private final HBox indented = new HBox(time);
    private FontIcon leg;

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
        setGraphic(indented);
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
